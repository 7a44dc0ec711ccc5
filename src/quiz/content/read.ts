/**
 * Reads content files: the same functions serve the build's checks, the tests and the app. Each takes the file's name
 * only to name it when something is wrong.
 */
import * as v from 'valibot';
import type { Item } from '../items/item.ts';
import { ItemsFile } from '../items/schema.ts';
import { optionFeedback, optionText, stemText } from '../items/texts.ts';
import { checkKey } from '../kinds/kinds.ts';
import { ConceptsFile, type Concept } from './concepts.ts';
import { ContentError, type ContentFault } from './content-error.ts';

/** Parses the text of a JSON file. Throws `ContentError`. */
export function parseContent(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ContentError([{ file, path: '', reason: error instanceof Error ? error.message : String(error) }]);
  }
}

/** Checks a value against a schema. Throws `ContentError` with every fault, not only the first. */
export function readContent<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new ContentError(
    result.issues.map((issue) => ({ file, path: pathOf(issue.path ?? []), reason: issue.message })),
  );
}

/** Writes a path as in `items[3].key`. */
export function pathOf(steps: readonly { readonly key: unknown }[]): string {
  return steps
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** `levels/concepts.json`. Throws `ContentError`. */
export function readConcepts(file: string, value: unknown): readonly Concept[] {
  const { concepts } = readContent(file, ConceptsFile, value);
  throwIfAny(repeated(file, 'concepts', concepts));
  return concepts;
}

/**
 * `levels/<act>/items.json`. With `ideas` given, an item on any other idea is a fault. Throws `ContentError`.
 */
export function readItems(file: string, value: unknown, ideas?: readonly string[]): readonly Item[] {
  const { items } = readContent(file, ItemsFile, value);
  const faults = repeated(file, 'items', items);
  items.forEach((item, index) => {
    for (const [path, reason] of checkKey(item)) faults.push({ file, path: `items[${index}].${path}`, reason });
    if (ideas !== undefined && !ideas.includes(item.idea))
      faults.push({ file, path: `items[${index}].idea`, reason: `"${item.idea}" is no idea of this act` });
  });
  throwIfAny(faults);
  return items;
}

/**
 * What the texts of the items lack, or have too many of, in one language file of the act. `texts` is the whole file;
 * only its section `items` is looked at.
 */
export function findItemTextFaults(file: string, texts: unknown, items: readonly Item[]): readonly ContentFault[] {
  const wanted = new Set(
    items.flatMap((item) => [
      stemText(item).key,
      ...item.options.flatMap((option) => [optionText(item, option).key, optionFeedback(item, option).key]),
    ]),
  );
  const found = new Map<string, unknown>();
  const section = isRecord(texts) ? texts['items'] : undefined;
  collectLeaves('items', section ?? {}, found);
  const faults: ContentFault[] = [];
  for (const path of wanted)
    if (typeof found.get(path) !== 'string' || found.get(path) === '')
      faults.push({ file, path, reason: 'the text is missing' });
  for (const path of found.keys())
    if (!wanted.has(path)) faults.push({ file, path, reason: 'belongs to no item or option' });
  return faults;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectLeaves(path: string, value: unknown, into: Map<string, unknown>): void {
  if (!isRecord(value)) into.set(path, value);
  else for (const [key, inner] of Object.entries(value)) collectLeaves(`${path}.${key}`, inner, into);
}

function repeated(file: string, list: string, entries: readonly { readonly id: string }[]): ContentFault[] {
  const ids = entries.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ file, path: `${list}[${index}].id`, reason: `"${id}" is there already` }],
  );
}

function throwIfAny(faults: readonly ContentFault[]): void {
  if (faults.length > 0) throw new ContentError(faults);
}
