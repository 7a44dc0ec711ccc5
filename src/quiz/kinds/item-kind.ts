import type { TextRef } from '../../kernel/act.ts';
import type { Item, ItemKind, Response } from '../items/item.ts';
import type { OptionResult, Scored } from '../items/scored.ts';

/** The part of an option's result that depends on the kind; `text` only where it is not the option's own. */
export type Credit = Omit<OptionResult, 'option' | 'text' | 'feedback'> & { readonly text?: TextRef };

/** What is wrong, as path below the item and reason. */
export type KeyFault = readonly [path: string, reason: string];

/**
 * What a kind of item has to say. A new kind is one object of this form, and a line in `kinds.ts`.
 * The functions may take for granted that the forms of the fields are checked; `score`, `credit` and `details` also
 * that `checkResponse` found nothing.
 */
export interface KindRules<Kind extends ItemKind> {
  /** Everything that is wrong with the key, and with what it refers to. */
  readonly checkKey: (item: ItemOf<Kind>) => readonly KeyFault[];
  /** Why the response does not fit the item, or null when it does. */
  readonly checkResponse: (item: ItemOf<Kind>, response: Response) => string | null;
  /** The response that earns full credit. */
  readonly keyResponse: (item: ItemOf<Kind>) => Response;
  /** From 0 to 1. */
  readonly score: (item: ItemOf<Kind>, response: Response) => number;
  readonly credit: (item: ItemOf<Kind>, response: Response, option: string) => Credit;
  /** The options that the result speaks of, when they are not simply those shown. */
  readonly inOrder?: (item: ItemOf<Kind>, response: Response) => readonly string[];
  /** What only this kind tells about an answer. */
  readonly details?: (item: ItemOf<Kind>, response: Response) => Pick<Scored, 'gaps' | 'verdict' | 'estimate'>;
}

export type ItemOf<Kind extends ItemKind> = Extract<Item, { kind: Kind }>;

/** The check that choice and judgement share: exactly one option, and one of the item's. */
export function checkOneChosen(item: Item, response: Response): string | null {
  if (response.length !== 1) return `one option must be chosen, not ${response.length}`;
  return item.options.includes(response[0] as string) ? null : `there is no option ${response[0]}`;
}

/** Faults of a key that names one of `values` for every one of `names`: names without one, strangers among either. */
export function checkAssigned(
  key: Readonly<Record<string, string>>,
  names: readonly string[],
  values: readonly string[],
  words: { readonly name: string; readonly value: string },
): KeyFault[] {
  const faults: KeyFault[] = [];
  for (const name of names)
    if (!Object.hasOwn(key, name)) faults.push([`key.${name}`, `the ${words.name} has no ${words.value}`]);
  for (const [name, value] of Object.entries(key)) {
    if (!names.includes(name)) faults.push([`key.${name}`, `is none of the ${words.name}s`]);
    if (!values.includes(value)) faults.push([`key.${name}`, `"${value}" is none of the ${words.value}s`]);
  }
  return faults;
}

/** Faults of a key in which no value may stand twice. */
export function checkOnce(key: Readonly<Record<string, string>>, word: string): KeyFault[] {
  const taken = new Set<string>();
  return Object.entries(key).flatMap(([name, value]): KeyFault[] => {
    if (!taken.has(value)) {
      taken.add(value);
      return [];
    }
    return [[`key.${name}`, `the ${word} "${value}" is taken twice`]];
  });
}
