import { exposures, mean, measure, type Measures } from './measure.ts';
import type { Scene } from './scenes.ts';
import type { Sitting } from './sit.ts';

/** What the simulation prints with `--json`. Shares are from 0 to 1; times in milliseconds. */
export interface Report extends Measures {
  readonly examinees: number;
  /** Items in the bank. */
  readonly bankItems: number;
  /** The largest share of examinees that saw one and the same item. */
  readonly maxExposure: number;
  /** Share of the bank's items that anybody saw. */
  readonly bankUsed: number;
  /** Share of the groups of ideas that were called strong or weak though nothing was the matter with them. */
  readonly groupsFalselyCalled: number;
  readonly fixed20: Measures;
  readonly fixed40: Measures;
  readonly allItems: Measures;
  /** `cost` is what is lost against true parameters, in tier accuracy, on the same examinees. */
  readonly wrongParameters: Measures & { readonly cost: number };
  /** Those who do not guess, and where those who do end up. */
  readonly guessers: Measures & { readonly guessersTiers: readonly [number, number, number] };
  readonly flatter: Measures;
  readonly halfFlat: Measures;
  readonly steeper: Measures;
  readonly harder: Measures;
  readonly hurried: Measures;
  /** `found`: share of the unknown groups that the result calls weak. */
  readonly unknownGroup: Measures & { readonly found: number };
  readonly abler: Measures;
  readonly wider: Measures;
  /** Time for an answer and the choice of the next item, with a bank of 1,000. */
  readonly millisecondsPerSelection: number;
}

const GROUPS = 5;

export function makeReport(
  sat: ReadonlyMap<Scene, readonly Sitting[]>,
  bankItems: number,
  millisecondsPerSelection: number,
): Report {
  const of = (scene: Scene): readonly Sitting[] => sat.get(scene) ?? [];
  const adaptive = (sittings: readonly Sitting[]): Measures => measure(sittings, (sitting) => sitting.adaptive);
  const model = of('model');
  const seen = exposures(model, bankItems);
  const own = adaptive(model);
  const wrong = adaptive(of('wrongParameters'));
  const guessing = of('guessers').filter(({ guesses }) => guesses);
  return {
    examinees: model.length,
    bankItems,
    ...own,
    maxExposure: Math.max(...seen),
    bankUsed: mean(seen.map((share) => (share > 0 ? 1 : 0))),
    groupsFalselyCalled: mean(model.map(({ verdicts }) => verdicts.called / GROUPS)),
    fixed20: measure(model, (sitting) => sitting.fixed20),
    fixed40: measure(model, (sitting) => sitting.fixed40),
    allItems: measure(model, (sitting) => sitting.allItems),
    wrongParameters: { ...wrong, cost: own.tierAccuracy - wrong.tierAccuracy },
    guessers: {
      ...adaptive(of('guessers').filter(({ guesses }) => !guesses)),
      guessersTiers: [0, 1, 2].map((tier) =>
        mean(guessing.map((sitting) => (sitting.adaptive.tier === tier ? 1 : 0))),
      ) as [number, number, number],
    },
    flatter: adaptive(of('flatter')),
    halfFlat: adaptive(of('halfFlat')),
    steeper: adaptive(of('steeper')),
    harder: adaptive(of('harder')),
    hurried: adaptive(of('hurried')),
    unknownGroup: {
      ...adaptive(of('unknownGroup')),
      found: mean(of('unknownGroup').map(({ verdicts }) => (verdicts.unknownCalledWeak ? 1 : 0))),
    },
    abler: adaptive(of('abler')),
    wider: adaptive(of('wider')),
    millisecondsPerSelection,
  };
}

/** One thing that the examination is to reach. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly most?: number;
  readonly least?: number;
}

export function listGoals(report: Report): readonly Goal[] {
  return [
    { name: 'share in the right tier', value: report.tierAccuracy, least: 0.9 },
    { name: 'mean number of items', value: report.meanItems, most: 10 },
    { name: 'two tiers off', value: report.offByTwo, most: 0.003 },
    { name: 'behind asking the whole bank', value: report.allItems.tierAccuracy - report.tierAccuracy, most: 0.02 },
    { name: 'largest exposure of an item', value: report.maxExposure, most: 0.3 },
    { name: 'cost of wrong parameters', value: report.wrongParameters.cost, most: 0.03 },
    { name: 'calibration error of the confidence', value: report.ece, most: 0.02 },
    { name: 'milliseconds for a choice, bank of 1,000', value: report.millisecondsPerSelection, most: 2 },
  ];
}

export function isReached({ value, most = Infinity, least = -Infinity }: Goal): boolean {
  return value <= most && value >= least;
}
