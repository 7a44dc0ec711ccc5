/** An item with its words in one language: what goes in and out of the foreign formats. */
import type { Item, Rank } from '../../src/quiz/index.ts';

/** An item's section of a language file. */
export interface ItemTexts {
  readonly stem: string;
  /** Cloze: the passage with its gaps. */
  readonly passage?: string;
  /** Estimate: how the number is read out. */
  readonly unit?: string;
  readonly options: Readonly<Record<string, { readonly text?: string; readonly feedback?: string }>>;
  /** Matching and sorting: the labels of the places. */
  readonly places?: Readonly<Record<string, string>>;
}

export interface WordedItem {
  readonly item: Item;
  readonly texts: ItemTexts;
}

/** Something that the other format, or ours, could not carry. */
export interface Loss {
  /** The item's id or title; for an import that has neither, its place in the file. */
  readonly item: string;
  /** `left out`: the item did not pass at all; `partly`: it passed without this. */
  readonly what: 'left out' | 'partly';
  readonly reason: string;
}

/** What an import has to be told, since the foreign formats do not know it. */
export interface ImportSetting {
  readonly idea: string;
  readonly tier: Item['tier'];
}

/** What came out of an import. */
export interface Imported {
  readonly items: readonly WordedItem[];
  readonly losses: readonly Loss[];
}

/** Credit of each rank, as scored (`src/quiz/kinds/graded-judgement.ts`), lowest first. */
export const QUARTERS: readonly (readonly [number, Rank])[] = [
  [0, 'low-soldier'],
  [0.25, 'common-soldier'],
  [0.5, 'senior-soldier'],
  [0.75, 'general'],
  [1, 'marshal'],
];

/** The ranks that credits stand for, when they are a graded judgement's: all different quarters, the best one full. */
export function ranksOfCredits(credits: Readonly<Record<string, number>>): Record<string, Rank> | null {
  const values = Object.values(credits);
  if (values.length < 4 || values.length > 5 || new Set(values).size !== values.length) return null;
  if (Math.max(...values) !== 1) return null;
  const ranks: Record<string, Rank> = {};
  for (const [option, credit] of Object.entries(credits)) {
    const rank = QUARTERS.find(([value]) => Math.abs(value - credit) < 1e-6)?.[1];
    if (rank === undefined) return null;
    ranks[option] = rank;
  }
  return ranks;
}

/** Says which texts the bank asks for and the file did not bring. */
export function findMissingWords({ item, texts }: WordedItem): Loss[] {
  const silent = item.options.filter((option) => !texts.options[option]?.feedback);
  if (silent.length === 0) return [];
  return [{ item: item.id, what: 'partly', reason: `no feedback for ${silent.join(', ')}: to be written` }];
}
