/** The banks of items as they are in `levels/`: every act that has one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findItemTextFaults,
  parseContent,
  readConcepts,
  readItems,
  scoreResponse,
  TIERS,
  type Item,
} from '../../src/quiz/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const load = (file: string): unknown => parseContent(file, readFileSync(join(ROOT, file), 'utf8'));
const concepts = readConcepts('levels/concepts.json', load('levels/concepts.json'));
const ids = concepts.map(({ id }) => id);
const acts = readdirSync(join(ROOT, 'levels')).filter((act) => existsSync(join(ROOT, 'levels', act, 'items.json')));

type Texts = Readonly<
  Record<string, { stem: string; options: Readonly<Record<string, { text: string; feedback: string }>> }>
>;

describe('levels/concepts.json', () => {
  it('has the sixty ideas in five groups', () => {
    expect(concepts).toHaveLength(60);
    expect([1, 2, 3, 4, 5].map((group) => concepts.filter((concept) => concept.group === group).length)).toEqual([
      14, 10, 19, 10, 7,
    ]);
    expect(concepts.filter(({ kind }) => kind === 'core')).toHaveLength(18);
  });
});

it('finds at least one bank', () => expect(acts).toContain('duck-pond'));

describe.each(acts)('levels/%s', (act) => {
  const { ideas } = load(`levels/${act}/act.json`) as { ideas: readonly string[] };
  const items = readItems(`levels/${act}/items.json`, load(`levels/${act}/items.json`), ideas);
  const english = load(`levels/${act}/en.json`);
  const texts = (english as { items: Texts }).items;

  it('asks for ideas that exist', () => {
    for (const { idea } of items) expect(ids).toContain(idea);
  });

  it('has at least three items of at least two kinds on every idea, and every tier', () => {
    for (const idea of ideas) {
      const own = items.filter((item) => item.idea === idea);
      expect({ idea, enough: own.length >= 3 }).toEqual({ idea, enough: true });
      expect({ idea, mixed: new Set(own.map(({ kind }) => kind)).size >= 2 }).toEqual({ idea, mixed: true });
    }
    expect(new Set(items.map(({ tier }) => tier))).toEqual(new Set(TIERS));
  });

  it('has English texts for every item and option, and no others', () => {
    expect(findItemTextFaults(`levels/${act}/en.json`, english, items)).toEqual([]);
  });

  it('teaches with every option: each feedback is its own, and says more than right or wrong', () => {
    const feedback = items.flatMap(({ id, options }) =>
      options.map((option) => texts[id]?.options[option]?.feedback ?? ''),
    );
    expect(new Set(feedback).size).toBe(feedback.length);
    expect(feedback.filter((text) => text.split(' ').length < 10)).toEqual([]);
  });

  it('praises without shouting', () => {
    for (const { stem, options } of Object.values(texts))
      for (const text of [stem, ...Object.values(options).flatMap((each) => [each.text, each.feedback])])
        expect(text).not.toContain('!');
  });

  describe('cannot be guessed', () => {
    const chosen = items.filter(({ kind }) => kind !== 'ordering');
    const textOf = (item: Item, option: string): string => texts[item.id]?.options[option]?.text ?? '';
    const meanOf = (pick: (item: Item) => number): number =>
      chosen.reduce((sum, item) => sum + pick(item), 0) / chosen.length;
    const scoreOf = (item: Item, option: string): number => scoreResponse(item, [option]).score;
    /** What blind guessing is worth. */
    const chance = meanOf(
      (item) => item.options.reduce((sum, option) => sum + scoreOf(item, option), 0) / item.options.length,
    );
    /** What it is worth always to take the option with most of something; ties are shared. */
    const most = (measure: (text: string, place: number) => number): number =>
      meanOf((item) => {
        const values = item.options.map((option, place) => measure(textOf(item, option), place));
        const best = item.options.filter((_option, place) => values[place] === Math.max(...values));
        return best.reduce((sum, option) => sum + scoreOf(item, option), 0) / best.length;
      });
    const count = (words: RegExp) => (text: string) => text.match(words)?.length ?? 0;
    const hedges =
      /\b(may|might|perhaps|possibly|maybe|probably|usually|often|sometimes|some|a little|a bit|could)\b/gi;
    const absolutes = /\b(all|always|never|nobody|nothing|everybody|anybody|any|only|every|no|beyond doubt)\b/gi;
    const joints = /[,:;]|\band\b/g;

    it.each([
      ['the longest option', (text: string) => text.length],
      ['the shortest option', (text: string) => -text.length],
      ['the most hedged option', count(hedges)],
      ['the least absolute option', (text: string) => -count(absolutes)(text)],
      ['the option with most parts', count(joints)],
      ['the first option of the file', (_text: string, place: number) => -place],
      ['the last option of the file', (_text: string, place: number) => place],
    ])('by taking %s', (_name, measure) => {
      expect(most(measure)).toBeLessThanOrEqual(chance + 1e-9);
    });

    it('would notice: the key itself beats chance', () => {
      expect(meanOf(() => 1)).toBeGreaterThan(chance);
    });
  });
});
