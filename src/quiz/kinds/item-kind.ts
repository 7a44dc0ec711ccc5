import type { Item, ItemKind, Response } from '../items/item.ts';
import type { OptionResult } from '../items/scored.ts';

/** The part of an option's result that depends on the kind. */
export type Credit = Pick<OptionResult, 'chosen' | 'credit' | 'rank' | 'place' | 'keyPlace'>;

/** What a kind of item has to say. A new kind is one object of this form, and a line in `kinds.ts`. */
export interface KindRules<Kind extends ItemKind> {
  /** What is wrong with the key, as path below the item and reason; the forms of the fields are checked already. */
  readonly checkKey: (item: ItemOf<Kind>) => readonly (readonly [path: string, reason: string])[];
  /** Why the response does not fit the item, or null when it does. */
  readonly checkResponse: (item: ItemOf<Kind>, response: Response) => string | null;
  /** From 0 to 1. */
  readonly score: (item: ItemOf<Kind>, response: Response) => number;
  readonly credit: (item: ItemOf<Kind>, response: Response, option: string) => Credit;
}

export type ItemOf<Kind extends ItemKind> = Extract<Item, { kind: Kind }>;

/** The check that choice and judgement share: exactly one option, and one of the item's. */
export function checkOneChosen(item: Item, response: Response): string | null {
  if (response.length !== 1) return `one option must be chosen, not ${response.length}`;
  return item.options.includes(response[0] as string) ? null : `there is no option ${response[0]}`;
}
