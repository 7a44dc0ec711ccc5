/** The bank as it lies in `levels/bank`: whole, in every language, and not to be guessed. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeBank } from '../../scripts/content/guess/judge-bank.ts';
import { readBankOnDisk } from '../../scripts/content/read-bank.ts';
import { NEEDED, readIdeasOfActs, reportIdeas } from '../../scripts/content/report-bank.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { ITEM_KINDS, keyResponse, scoreResponse, TIERS } from '../../src/quiz/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const bank = readBankOnDisk(ROOT);
const ideas = reportIdeas(bank, readIdeasOfActs(ROOT));

describe('levels/concepts.json', () => {
  it('has the sixty ideas in five groups', () => {
    const sizes = [1, 2, 3, 4, 5].map((group) => bank.concepts.filter((concept) => concept.group === group).length);
    expect(sizes).toEqual([14, 10, 19, 10, 7]);
    expect(bank.concepts.filter(({ kind }) => kind === 'core')).toHaveLength(18);
  });
});

describe('the bank', () => {
  it('can be read without a fault', () => expect(bank.faults).toEqual([]));

  it('has enough items, of every kind and tier', () => {
    expect(bank.items.length).toBeGreaterThanOrEqual(NEEDED.inAll);
    expect(new Set(bank.items.map(({ kind }) => kind))).toEqual(new Set(ITEM_KINDS));
    expect(new Set(bank.items.map(({ tier }) => tier))).toEqual(new Set(TIERS));
  });

  it('lacks nothing on any idea', () => {
    expect(ideas).toHaveLength(60);
    expect(ideas.filter(({ missing }) => missing.length > 0).map(({ id, missing }) => ({ id, missing }))).toEqual([]);
  });

  it('gives full credit for the key of every item', () => {
    for (const item of bank.items)
      expect({ id: item.id, score: scoreResponse(item, keyResponse(item)).score }).toEqual({ id: item.id, score: 1 });
  });

  it('has three items and more for the debrief of every act', () => {
    for (const [act, own] of readIdeasOfActs(ROOT))
      expect({ act, enough: bank.items.filter(({ idea }) => own.includes(idea)).length >= 3 }).toEqual({
        act,
        enough: true,
      });
  });
});

describe.each(LANGUAGES)('the words of the bank in %s', (language) => {
  const texts = [...bank.texts[language]];

  it('are all there, and no others', () => expect(bank.textFaults[language]).toEqual([]));

  it('teach with every option: each feedback is its own, and says more than right or wrong', () => {
    const feedback = texts.filter(([key]) => key.endsWith('.feedback'));
    const seen = new Map<string, string>();
    const repeated = feedback.filter(([key, text]) => {
      const isRepeated = seen.has(text);
      seen.set(text, key);
      return isRepeated;
    });
    expect(repeated).toEqual([]);
    const isShort = (text: string): boolean =>
      language.startsWith('zh-') ? [...text].length < 12 : text.split(/\s+/).length < 7;
    expect(feedback.filter(([, text]) => isShort(text))).toEqual([]);
  });

  it('praise without shouting', () => {
    expect(texts.filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });

  it('let no blind guesser beat chance, and no two items say the same', () => {
    expect(judgeBank(bank, language).problems).toEqual([]);
  });
});
