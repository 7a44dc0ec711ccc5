/**
 * Reads the bank of items. What is wrong is left out and named, item by item and file by file, so that one bad comma
 * does not close the whole house: what remains still plays.
 */
import * as v from 'valibot';
import { sayIssue } from '../../kernel/content/say-issue.ts';
import type { Item } from '../items/item.ts';
import { ItemSchema, ItemsFile } from '../items/schema.ts';
import type { KeyFault } from '../kinds/item-kind.ts';
import { checkKey } from '../kinds/kinds.ts';
import { Id } from './concepts.ts';
import { ContentError, type ContentFault } from './content-error.ts';
import { parseContent, pathOf, readContent } from './read.ts';

/** The items that can be used, and everything that is wrong with the others. */
export interface Bank {
  readonly items: readonly Item[];
  readonly faults: readonly ContentFault[];
}

/** One idea's file of the bank. */
export interface BankFile {
  /** The file's path from the repository's root. */
  readonly file: string;
  /** The idea that all its items are on: the name of its folder. */
  readonly idea: string;
  /** What the file holds; a string is taken for the unread text of the file. */
  readonly value: unknown;
}

/** What is wrong with an item, as path below it and reason: its form, or else its key. */
export function checkItem(item: Item): readonly KeyFault[] {
  const { idea, ...written } = item;
  const faults = checkWritten(written);
  return v.is(Id, idea) ? faults : [['idea', `"${String(idea)}" is no id`], ...faults];
}

function checkWritten(written: unknown): readonly KeyFault[] {
  const result = v.safeParse(ItemSchema, written);
  if (!result.success) return result.issues.map((issue) => [pathOf(issue.path ?? []), sayIssue(issue)]);
  // No idea has a say in what the key may be.
  return checkKey({ ...result.output, idea: '' });
}

/** Reads `levels/bank/<idea>/items.json`. Does not throw: what is wrong is among the faults. */
export function readBankItems(file: string, idea: string, value: unknown): Bank {
  let written: readonly unknown[];
  try {
    written = readContent(file, ItemsFile, typeof value === 'string' ? parseContent(file, value) : value).items;
  } catch (error) {
    if (error instanceof ContentError) return { items: [], faults: error.faults };
    throw error;
  }
  const items: Item[] = [];
  const faults: ContentFault[] = [];
  written.forEach((each, index) => {
    const wrong = checkWritten(each);
    for (const [path, reason] of wrong)
      faults.push({ file, path: pathOf([{ key: 'items' }, { key: index }]) + (path && `.${path}`), reason });
    if (wrong.length === 0) items.push({ ...(each as v.InferOutput<typeof ItemSchema>), idea });
  });
  return withoutRepeated([{ file, items }], faults);
}

/**
 * Reads the files of the whole bank, in the order given. An id that stands in two places is a fault, and the first
 * one keeps it; with `ideas` given, so is a folder of any other name. Does not throw.
 */
export function readBank(files: readonly BankFile[], ideas?: readonly string[]): Bank {
  const faults: ContentFault[] = [];
  const read: { readonly file: string; readonly items: readonly Item[] }[] = [];
  for (const { file, idea, value } of files) {
    if (ideas !== undefined && !ideas.includes(idea)) {
      faults.push({ file, path: '', reason: `"${idea}" is no idea of levels/concepts.json` });
      continue;
    }
    const bank = readBankItems(file, idea, value);
    faults.push(...bank.faults);
    read.push({ file, items: bank.items });
  }
  return withoutRepeated(read, faults);
}

function withoutRepeated(
  read: readonly { readonly file: string; readonly items: readonly Item[] }[],
  faults: readonly ContentFault[],
): Bank {
  const owners = new Map<string, string>();
  const items: Item[] = [];
  const repeated: ContentFault[] = [];
  for (const { file, items: own } of read) {
    for (const item of own) {
      const owner = owners.get(item.id);
      if (owner === undefined) {
        owners.set(item.id, file);
        items.push(item);
      } else repeated.push({ file, path: `items.${item.id}`, reason: `the id is taken already, in ${owner}` });
    }
  }
  return { items, faults: [...faults, ...repeated] };
}
