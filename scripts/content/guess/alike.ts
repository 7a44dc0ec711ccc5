/** Items that say the same: found by the runs of words that they share, and by what they are about. */
import type { Language } from '../../../src/i18n/languages.ts';
import { wantedTexts, type Item } from '../../../src/quiz/index.ts';
import type { BankTexts } from '../read-bank.ts';
import { matterOf, wordsOf } from './words.ts';

/** Two items with much in common. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  /** How much, from 0 to 1, and of what: the same words in a row, or the same matter. */
  readonly shared: number;
  readonly of: 'runs' | 'matter';
}

/** Words in a run; in Chinese, characters. */
const RUN: Readonly<Record<Language, number>> = { en: 3, ru: 3, 'zh-Hans': 5, 'zh-Hant': 5 };

/**
 * From this share on two items are taken for one: runs of the shorter item that the longer has too (w-shingling with
 * the measure of containment, Broder 1997). Two items that sort by the same two words share up to 0.09.
 */
const SAME_RUNS = 0.12;

/**
 * From this cosine on two items are taken for one, rare words counting most (inverse document frequency, Spärck Jones
 * 1972). Two items on the same saying, with other people in them, reach 0.27.
 */
const SAME_MATTER = 0.4;

/** Pairs that are alike in stem, passage, options and places (not in feedback), those most alike first. */
export function findAlike(items: readonly Item[], language: Language, texts: BankTexts): readonly Pair[] {
  const read = items.map((item) => ({ id: item.id, ...readItem(item, language, texts) }));
  const weightOf = weigh(read.map(({ matter }) => matter));
  const normOf = (matter: ReadonlySet<string>): number => Math.sqrt(sumSquares(matter, weightOf));
  const measured = read.map((each) => ({
    id: each.id,
    runs: each.runs,
    matter: each.matter,
    norm: normOf(each.matter),
  }));
  const pairs: Pair[] = [];
  measured.forEach((a, at) => {
    for (const b of measured.slice(at + 1)) {
      const runs = shareOf(a.runs, b.runs);
      const norms = a.norm * b.norm;
      const matter =
        norms === 0
          ? 0
          : sumSquares(
              [...a.matter].filter((word) => b.matter.has(word)),
              weightOf,
            ) / norms;
      if (runs >= SAME_RUNS) pairs.push({ first: a.id, second: b.id, shared: runs, of: 'runs' });
      else if (matter >= SAME_MATTER) pairs.push({ first: a.id, second: b.id, shared: matter, of: 'matter' });
    }
  });
  return pairs.toSorted((a, b) => b.shared - a.shared);
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  return fewer.size === 0 ? 0 : [...fewer].filter((run) => more.has(run)).length / fewer.size;
}

/** The weight of a word: nothing when every item has it. */
function weigh(items: readonly ReadonlySet<string>[]): (word: string) => number {
  const written = items.filter((matter) => matter.size > 0);
  const having = new Map<string, number>();
  for (const matter of written) for (const word of matter) having.set(word, (having.get(word) ?? 0) + 1);
  return (word) => Math.log(written.length / (having.get(word) ?? 1));
}

function sumSquares(words: Iterable<string>, weightOf: (word: string) => number): number {
  let sum = 0;
  for (const word of words) sum += weightOf(word) * weightOf(word);
  return sum;
}

function readItem(
  item: Item,
  language: Language,
  texts: BankTexts,
): { readonly runs: ReadonlySet<string>; readonly matter: ReadonlySet<string> } {
  const runs = new Set<string>();
  const matter = new Set<string>();
  for (const key of wantedTexts(item).keys()) {
    if (key.endsWith('.feedback')) continue;
    const text = texts.get(key) ?? '';
    const words = wordsOf(text, language);
    for (let at = 0; at + RUN[language] <= words.length; at++) runs.add(words.slice(at, at + RUN[language]).join(' '));
    for (const word of matterOf(text, language)) matter.add(word);
  }
  return { runs, matter };
}
