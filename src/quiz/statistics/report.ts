import type { Item, Rank, Response } from '../items/item.ts';
import { categoryOf } from '../model/categories.ts';
import { priorParameters } from '../model/priors.ts';
import { calibrate, type Calibration } from './calibrate.ts';
import { countChoices, type ChoiceCounts } from './choices.ts';
import { describeItems, type ItemStatistics } from './item-statistics.ts';

/** What one person answered at one time: an examination, a debrief, a drill. Each item at most once. */
export interface Sitting {
  readonly answers: readonly { readonly item: string; readonly response: Response; readonly score: number }[];
  /** The rank it came to; null where none was given. */
  readonly rank: Rank | null;
}

/** All that the answers say about one item. */
export interface ItemReport {
  readonly item: Item;
  readonly statistics: ItemStatistics;
  readonly calibration: Calibration;
  /** Options taken, by rank; empty where no rank is known or the kind's answers are no options. */
  readonly choices: readonly ChoiceCounts[];
}

/** Reports on every item of the bank that was asked, in the bank's order; answers to items it lacks are passed over. */
export function reportItems(bank: readonly Item[], sittings: readonly Sitting[]): readonly ItemReport[] {
  const items = new Map(bank.map((item) => [item.id, item]));
  const known = sittings.map(({ answers, rank }) => ({ rank, answers: answers.filter(({ item }) => items.has(item)) }));
  const statistics = new Map(
    describeItems(known.map(({ answers }) => answers.map(({ item, score }) => ({ item, mark: score, max: 1 })))).map(
      (each) => [each.item, each],
    ),
  );
  const calibrations = calibrate(
    new Map(bank.map((item) => [item.id, priorParameters(item)])),
    known.map(({ answers }) =>
      answers.map(({ item, score }) => ({ item, category: categoryOf(items.get(item) as Item, score) })),
    ),
  );
  const choices = countChoices(
    known.flatMap(({ answers, rank }) => (rank === null ? [] : answers.map((answer) => ({ ...answer, rank })))),
  );
  return bank.flatMap((item) => {
    const own = statistics.get(item.id);
    const calibration = calibrations.get(item.id);
    if (own === undefined || calibration === undefined) return [];
    const options = (choices[item.id] ?? []).filter(({ option }) => item.options.includes(option));
    return [{ item, statistics: own, calibration, choices: item.kind === 'estimate' ? [] : options }];
  });
}
