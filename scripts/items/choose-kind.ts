/** Decides which of our kinds a foreign question is, from its credits or its pairs. */
import type { Item } from '../../src/quiz/index.ts';
import { nameUniquely } from './naming.ts';
import { ranksOfCredits, type WordedItem } from './worded-item.ts';

/** What every item has, whatever its kind. */
export type Common = Pick<Item, 'id' | 'idea' | 'tier' | 'situation'>;

/** Decides from the credits which of our kinds a choice is. */
export function judgeCredits(
  common: Common,
  texts: WordedItem['texts'],
  credits: Readonly<Record<string, number>>,
): WordedItem | string {
  const ids = Object.keys(credits);
  const rights = ids.filter((option) => (credits[option] as number) > 0);
  const full = ids.filter((option) => credits[option] === 1);
  const ranks = ranksOfCredits(credits);
  if (ranks !== null) return { item: { ...common, kind: 'graded-judgement', options: ids, key: ranks }, texts };
  if (full.length === 1 && rights.length === 1) {
    return { item: { ...common, kind: 'single-choice', options: ids, key: full[0] as string }, texts };
  }
  if (full.length === 1) return 'some answers have part of the credit, and their parts are not those of the five ranks';
  if (rights.length >= 2 && rights.length < ids.length) {
    return { item: { ...common, kind: 'multiple-response', options: ids, key: rights }, texts };
  }
  return 'no answer is right, or all are';
}

/** Makes a matching of pairs, or a sorting when several things share a place. An empty thing is a place left over. */
export function makePairs(
  common: Common,
  stem: string,
  pairs: readonly (readonly [thing: string, place: string])[],
): WordedItem | string {
  const nameOption = nameUniquely();
  const namePlace = nameUniquely();
  const labels = [...new Set(pairs.map(([, label]) => label))];
  const placeOf = new Map(labels.map((label, index) => [label, namePlace(label, `place-${index + 1}`)]));
  const things = pairs.filter(([thing]) => thing !== '');
  const key: Record<string, string> = {};
  const options: Record<string, { text: string; feedback: string }> = {};
  things.forEach(([text, label], index) => {
    const option = nameOption(text.split(' ').slice(0, 3).join(' '), `option-${index + 1}`);
    options[option] = { text, feedback: '' };
    key[option] = placeOf.get(label) as string;
  });
  const places = [...placeOf.values()];
  const texts = { stem, options, places: Object.fromEntries([...placeOf].map(([label, place]) => [place, label])) };
  const used = new Set(Object.values(key));
  const names = Object.keys(key);
  if (used.size === names.length) {
    return { item: { ...common, kind: 'matching', options: names, places, key }, texts };
  }
  if (used.size !== places.length)
    return 'things share a place and another place stays empty: neither matching nor sorting';
  return { item: { ...common, kind: 'sorting', options: names, places, key }, texts };
}
