/** Estimates have no options to be picked by their looks, but a slider has a middle, where nobody must find the answer. */
import { scoreResponse, snapToRange, type Estimate, type Item } from '../../../src/quiz/index.ts';

/** How one habit fared over all estimates. */
export interface SliderVerdict {
  readonly place: string;
  readonly mean: number;
  readonly chance: number;
  /** The gain in standard errors of a number drawn blindly from the slider. */
  readonly z: number;
  readonly beatsChance: boolean;
}

/** Where on the range a habit goes, from 0 to 1. */
const PLACES: Readonly<Record<string, number>> = { 'first quarter': 0.25, middle: 0.5, 'last quarter': 0.75 };

/** One-sided 99 % of the standard normal, shared out among three habits (Bonferroni): the 99.67 % point. */
const LIMIT = 2.71;

/** What it earns always to go to the same place of the slider, against a number drawn blindly. */
export function judgeSliders(items: readonly Item[]): readonly SliderVerdict[] {
  const estimates = items.filter((item): item is Estimate => item.kind === 'estimate');
  const blind = estimates.map((item) => listNumbers(item).map((given) => scoreAt(item, given)));
  const chance = meanOf(blind.map(meanOf));
  const variance = blind.reduce((sum, scores) => sum + meanOf(scores.map((s) => (s - meanOf(scores)) ** 2)), 0);
  return Object.entries(PLACES).map(([place, share]) => {
    const mean = meanOf(
      estimates.map((item) => scoreAt(item, item.range.min + share * (item.range.max - item.range.min))),
    );
    const z = variance === 0 ? 0 : ((mean - chance) * estimates.length) / Math.sqrt(variance);
    return { place, mean, chance, z, beatsChance: z > LIMIT };
  });
}

function listNumbers({ range }: Estimate): readonly number[] {
  const steps = Math.round((range.max - range.min) / range.step);
  return Array.from({ length: steps + 1 }, (_unused, n) => range.min + n * range.step);
}

function scoreAt(item: Estimate, given: number): number {
  return scoreResponse(item, [String(snapToRange(item, given))]).score;
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
