/** Holds the words of the items to their structure: what a language file lacks, and what it has too many of. */
import type { TextRef } from '../../kernel/act.ts';
import type { Item } from '../items/item.ts';
import { optionFeedback, optionText, passageText, placeText, stemText, unitText } from '../items/texts.ts';
import type { ContentFault } from './content-error.ts';

/** Every text of an item by its key, with the placeholders that it must have: once each, and no others. */
export function wantedTexts(item: Item): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map<string, readonly string[]>();
  const want = ({ key }: TextRef, placeholders: readonly string[] = []): void => {
    wanted.set(key, placeholders);
  };
  want(stemText(item));
  if (item.kind === 'estimate') want(unitText(item, 0), ['count']);
  if (item.kind === 'cloze') want(passageText(item), item.gaps);
  if (item.kind === 'matching' || item.kind === 'sorting')
    for (const place of item.places) want(placeText(item, place));
  for (const option of item.options) {
    if (item.kind !== 'estimate') want(optionText(item, option));
    want(optionFeedback(item, option));
  }
  return wanted;
}

/**
 * What is wrong with the texts of the items in one language file. `texts` is the whole file; only its section `items`
 * is looked at. A placeholder that is missing, strange or repeated is a fault too.
 */
export function findItemTextFaults(file: string, texts: unknown, items: readonly Item[]): readonly ContentFault[] {
  const wanted = new Map(items.flatMap((item) => [...wantedTexts(item)]));
  const found = new Map<string, unknown>();
  collectLeaves('items', (isRecord(texts) ? texts['items'] : undefined) ?? {}, found);
  const faults: ContentFault[] = [];
  for (const [path, placeholders] of wanted) {
    const text = found.get(path);
    if (typeof text !== 'string' || text === '') faults.push({ file, path, reason: 'the text is missing' });
    else for (const reason of comparePlaceholders(text, placeholders)) faults.push({ file, path, reason });
  }
  for (const path of found.keys())
    if (!wanted.has(path)) faults.push({ file, path, reason: 'belongs to no item or option' });
  return faults;
}

function comparePlaceholders(text: string, wanted: readonly string[]): readonly string[] {
  const given = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => match[1] ?? '');
  const reasons: string[] = [];
  for (const name of wanted) {
    const times = given.filter((each) => each === name).length;
    if (times === 0) reasons.push(`lacks {{${name}}}`);
    if (times > 1) reasons.push(`has {{${name}}} ${times} times`);
  }
  for (const name of new Set(given)) if (!wanted.includes(name)) reasons.push(`has {{${name}}}, which nothing fills`);
  return reasons;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectLeaves(path: string, value: unknown, into: Map<string, unknown>): void {
  if (!isRecord(value)) into.set(path, value);
  else for (const [key, inner] of Object.entries(value)) collectLeaves(`${path}.${key}`, inner, into);
}
