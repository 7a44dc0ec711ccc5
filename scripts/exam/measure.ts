import { RANK_CUTS, TIER_CUTS } from '../../src/quiz/model/grid.ts';
import type { Found, Sitting } from './sit.ts';

/** How well one way of examining did. Shares are from 0 to 1. */
export interface Measures {
  readonly tierAccuracy: number;
  readonly rankAccuracy: number;
  readonly meanItems: number;
  readonly p95Items: number;
  /** Soldiers taken for marshals and the other way round. */
  readonly offByTwo: number;
  /** Expected calibration error of the confidence in the tier, in ten bins (Naeini, Cooper and Hauskrecht 2015). */
  readonly ece: number;
  /** The same of the confidence in the rank. */
  readonly rankEce: number;
  /** Mean of estimate − ability, in its unit. */
  readonly bias: number;
  /** Root mean square of the same. */
  readonly rmse: number;
  /** Share of the 90 % intervals that hold the ability. */
  readonly coverage: number;
  /** Share in the right tier of those who are soldiers, generals and marshals. */
  readonly byTier: readonly [soldier: number, general: number, marshal: number];
}

/** The number of the tier or rank of an ability. */
export function numberOf(cuts: readonly number[], ability: number): number {
  return cuts.filter((cut) => ability >= cut).length;
}

export function measure(sittings: readonly Sitting[], way: (sitting: Sitting) => Found): Measures {
  const rows = sittings.map((sitting) => ({
    found: way(sitting),
    tier: numberOf(TIER_CUTS, sitting.ability),
    rank: numberOf(RANK_CUTS, sitting.ability),
    ability: sitting.ability,
  }));
  const items = rows.map(({ found }) => found.items).toSorted((a, b) => a - b);
  const share = (test: (row: (typeof rows)[number]) => boolean): number => mean(rows.map((row) => (test(row) ? 1 : 0)));
  const ofTier = (tier: number): number => {
    const own = rows.filter((row) => row.tier === tier);
    return mean(own.map(({ found }) => (found.tier === tier ? 1 : 0)));
  };
  const errors = rows.map(({ found, ability }) => found.estimate - ability);
  return {
    tierAccuracy: share(({ found, tier }) => found.tier === tier),
    rankAccuracy: share(({ found, rank }) => found.rank === rank),
    meanItems: mean(items),
    p95Items: items[Math.ceil(0.95 * items.length) - 1] ?? 0,
    offByTwo: share(({ found, tier }) => Math.abs(found.tier - tier) === 2),
    ece: calibrationError(rows.map(({ found, tier }) => [found.sureOfTier, found.tier === tier])),
    rankEce: calibrationError(rows.map(({ found, rank }) => [found.sureOfRank, found.rank === rank])),
    bias: mean(errors),
    rmse: Math.sqrt(mean(errors.map((error) => error * error))),
    coverage: share(({ found }) => found.inInterval),
    byTier: [ofTier(0), ofTier(1), ofTier(2)],
  };
}

/** Mean distance between what was promised and what came true, over ten equally wide bins of the promise. */
function calibrationError(promises: readonly (readonly [confidence: number, cameTrue: boolean])[]): number {
  const bins = Array.from({ length: 10 }, () => ({ promised: 0, kept: 0 }));
  for (const [confidence, cameTrue] of promises) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))] as (typeof bins)[number];
    bin.promised += confidence;
    bin.kept += cameTrue ? 1 : 0;
  }
  return bins.reduce((sum, { promised, kept }) => sum + Math.abs(promised - kept), 0) / promises.length;
}

/** The share of examinees who saw each item, by place in the bank. */
export function exposures(sittings: readonly Sitting[], items: number): readonly number[] {
  const seen = new Array<number>(items).fill(0);
  for (const { asked } of sittings) for (const place of asked) seen[place] = (seen[place] as number) + 1;
  return seen.map((count) => count / sittings.length);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
