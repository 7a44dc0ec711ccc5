import { Digest } from '../../kernel/hash.ts';
import type { Item } from '../items/item.ts';
import type { ItemParameters } from '../model/parameters.ts';
import { priorParameters } from '../model/priors.ts';
import { tabulate, type CurveTable } from '../model/tables.ts';

/** An item with what the examination needs to know of it. */
export interface BankEntry {
  readonly item: Item;
  /** Number of its idea's group. */
  readonly group: number;
  readonly parameters: ItemParameters;
  /** Number of its curves in `ExaminationBank.curves`. */
  readonly curve: number;
  /** Number of its kind and tier: equal for items of the same kind and tier. */
  readonly stratum: number;
}

/** A bank made ready for examinations: parameters chosen, curves tabulated. Made once; it never changes. */
export interface ExaminationBank {
  /** Sixteen hexadecimal digits; differs when any item, key, group or parameter differs. */
  readonly fingerprint: string;
  /** By id, so that the order of files does not matter. */
  readonly entries: readonly BankEntry[];
  /** Place of every item in `entries`. */
  readonly places: ReadonlyMap<string, number>;
  readonly curves: readonly CurveTable[];
  /** The groups that have items, by number, each with its share of the items (they add up to 1). */
  readonly groups: readonly { readonly group: number; readonly share: number }[];
  /** The ideas of each group, in the order given. */
  readonly ideas: readonly { readonly id: string; readonly group: number }[];
}

/** Parameters moved by real answers, by item id; they take the place of the priors. */
export type Calibration = Readonly<Record<string, ItemParameters>>;

/**
 * Makes a bank ready. `ideas` gives the group of every idea; an item whose idea is not among them is a `RangeError`, as
 * is an empty bank. Costs about 0.2 ms for each different set of parameters.
 */
export function prepareBank(
  items: readonly Item[],
  ideas: readonly { readonly id: string; readonly group: number }[],
  calibration: Calibration = {},
): ExaminationBank {
  if (items.length === 0) throw new RangeError('a bank needs at least one item');
  const groupOf = new Map(ideas.map(({ id, group }) => [id, group]));
  const curves: CurveTable[] = [];
  const known = new Map<string, number>();
  const strata = [...new Set(items.map(stratumOf))].sort();
  const entries = [...items]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((item): BankEntry => {
      const group = groupOf.get(item.idea);
      if (group === undefined) throw new RangeError(`the item ${item.id} is on an unknown idea, ${item.idea}`);
      const parameters = calibration[item.id] ?? priorParameters(item);
      const name = JSON.stringify(parameters);
      const curve = known.get(name) ?? curves.push(tabulate(parameters)) - 1;
      known.set(name, curve);
      return { item, group, parameters, curve, stratum: strata.indexOf(stratumOf(item)) };
    });
  const groups = [...new Set(entries.map(({ group }) => group))].sort((a, b) => a - b);
  return {
    fingerprint: fingerprintBank(entries),
    entries,
    places: new Map(entries.map(({ item }, place) => [item.id, place])),
    curves,
    groups: groups.map((group) => ({
      group,
      share: entries.filter((entry) => entry.group === group).length / entries.length,
    })),
    ideas: ideas.map(({ id, group }) => ({ id, group })),
  };
}

function stratumOf({ kind, tier }: Item): string {
  return `${kind} ${tier}`;
}

/** The fingerprint of everything that decides what an examination asks and finds: no words, only structure. */
function fingerprintBank(entries: readonly BankEntry[]): string {
  const digest = new Digest().int(entries.length);
  for (const { item, group, parameters } of entries)
    digest.int(group).text(writeSorted(item)).text(writeSorted(parameters));
  return digest.hex();
}

/** JSON with the fields of every object sorted, so that the order in which they were read does not matter. */
function writeSorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
