import { drawBelow, seedRandom, type RandomState } from '../../src/kernel/random.ts';
import type { BankTexts } from '../../scripts/content/read-bank.ts';
import type { Item, SingleChoice } from '../../src/quiz/index.ts';

const WORDS = 'lamp screen drum horse river market carpet bread ladder window winter barrel copper garden'.split(' ');

function sentence(random: RandomState, length: number): string {
  const words = Array.from({ length }, () => WORDS[drawBelow(random, WORDS.length)] ?? '');
  return `${words.join(' ')}.`;
}

/** What a made bank may give away: the words of an option, by whether it is the key. */
export type Write = (isKey: boolean, random: RandomState) => string;

/** Options of six to fourteen words, whether right or wrong. */
export const writeFairly: Write = (_isKey, random) => sentence(random, 6 + drawBelow(random, 9));

/** Options of eight words, the key with more at its end. */
export const writeWith =
  (ending: string): Write =>
  (isKey, random) =>
    sentence(random, 8) + (isKey ? ` ${ending}` : '');

/** A bank of plain choices in words drawn by a seed. */
export function makeWorded(count: number, seed: number, write: Write): { items: readonly Item[]; texts: BankTexts } {
  const random = seedRandom(seed);
  const texts = new Map<string, string>();
  const items = Array.from({ length: count }, (_unused, n): SingleChoice => {
    const options = ['a', 'b', 'c', 'd'];
    const key = options[drawBelow(random, options.length)] ?? 'a';
    const id = `item-${n}`;
    texts.set(`items.${id}.stem`, sentence(random, 20));
    for (const option of options) {
      texts.set(`items.${id}.options.${option}.text`, write(option === key, random));
      texts.set(`items.${id}.options.${option}.feedback`, sentence(random, 15));
    }
    return { id, kind: 'single-choice', idea: 'iceberg', tier: 'soldier', situation: n % 2 === 0, options, key };
  });
  return { items, texts };
}
