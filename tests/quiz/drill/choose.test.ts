import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST, MOST, MOST_NEW } from '../../../src/quiz/drill/choose.ts';
import {
  chooseDrill,
  findDue,
  tierFor,
  TIERS,
  type Cards,
  type DrillMemory,
  type IdeaCard,
  type Item,
} from '../../../src/quiz/index.ts';

const NOW = 1_000_000;
const IDEAS = Array.from({ length: 20 }, (_unused, n) => `idea-${String(n).padStart(2, '0')}`);
/** Six items for each idea, two of each tier. */
const BANK: readonly Item[] = IDEAS.flatMap((idea) =>
  TIERS.flatMap((tier) =>
    ['a', 'b'].map((name): Item => ({
      kind: 'single-choice',
      id: `${idea}-${tier}-${name}`,
      idea,
      tier,
      situation: false,
      options: ['yes', 'no'],
      key: 'yes',
    })),
  ),
);
const card = (over: Partial<IdeaCard>): IdeaCard => ({ due: NOW + 10, lastAt: 5, stability: 1, lastScore: 1, ...over });
const remember = (cards: Cards, over: Partial<DrillMemory> = {}): DrillMemory => ({
  cards,
  history: {},
  played: [],
  ...over,
});
const ideasOf = (items: readonly Item[]): readonly string[] => items.map(({ idea }) => idea);
const cardsOf = (entries: readonly (readonly [number, Partial<IdeaCard>])[]): Cards =>
  Object.fromEntries(entries.map(([n, over]) => [IDEAS[n] as string, card(over)]));

describe('a drill', () => {
  it('is empty for somebody who has met nothing', () => {
    expect(chooseDrill(BANK, remember({}), NOW, 1)).toEqual([]);
  });

  it('asks what is due before anything else, the longest overdue first', () => {
    const cards = cardsOf([
      [0, { due: NOW }],
      [1, { due: NOW - 50 }],
      [2, { due: NOW + 1, lastScore: 0 }],
      [3, { due: NOW - 9 }],
    ]);
    expect(findDue(cards, NOW)).toEqual([IDEAS[1], IDEAS[3], IDEAS[0]]);
    const drill = ideasOf(chooseDrill(BANK, remember(cards, { played: [IDEAS[4] as string] }), NOW, 1));
    expect(drill.slice(0, 5)).toEqual([IDEAS[1], IDEAS[3], IDEAS[0], IDEAS[2], IDEAS[4]]);
  });

  it('is not longer than its longest, however much is due', () => {
    const cards = cardsOf(IDEAS.map((_idea, n) => [n, { due: NOW - n }] as const));
    expect(chooseDrill(BANK, remember(cards), NOW, 1)).toHaveLength(MOST);
  });

  it('brings a beginner few new ideas, and more items on those', () => {
    const drill = chooseDrill(BANK, remember({}, { played: IDEAS.slice(0, 8) }), NOW, 1);
    expect(new Set(ideasOf(drill)).size).toBe(MOST_NEW);
    expect(drill).toHaveLength(FEWEST);
    expect(new Set(drill.map(({ id }) => id)).size).toBe(FEWEST);
  });

  it('asks at the tier that goes with how long the idea is remembered', () => {
    expect(
      [undefined, 3.9, 4, 20, 21].map((days) => tierFor(days === undefined ? days : card({ stability: days }))),
    ).toEqual(['soldier', 'soldier', 'general', 'general', 'marshal']);
    const [first] = chooseDrill(BANK, remember(cardsOf([[0, { due: 0, stability: 30 }]])), NOW, 1);
    expect(first?.tier).toBe('marshal');
  });

  it('asks the item of an idea that was not seen for longest, never the one seen last', () => {
    const seen = (at: number) => ({ tries: 1, lastScore: 1, lastAt: at });
    const cards = cardsOf([[0, { due: 0 }]]);
    const own = BANK.filter(({ idea }) => idea === IDEAS[0]);
    const history = Object.fromEntries(own.map(({ id }, n) => [id, seen(n + 1)]));
    // Both soldier's items were seen; the older one is asked.
    expect(chooseDrill(BANK, remember(cards, { history }), NOW, 1)[0]?.id).toBe(own[0]?.id);
    // One that was never seen comes before it.
    const { [own[1]?.id ?? '']: _, ...rest } = history;
    expect(chooseDrill(BANK, remember(cards, { history: rest }), NOW, 1)[0]?.id).toBe(own[1]?.id);
    // The tier gives way rather than that the last one comes again.
    const only = { [own[0]?.id ?? '']: seen(9) };
    const two = own.filter(({ tier }) => tier !== 'soldier').concat(own.slice(0, 1));
    expect(chooseDrill(two, remember(cards, { history: only }), NOW, 1)[0]?.tier).toBe('general');
  });

  it('holds what it promises for any memory', () => {
    const someCards = fc
      .dictionary(
        fc.constantFrom(...IDEAS),
        fc.record({
          due: fc.integer({ min: NOW - 100, max: NOW + 100 }),
          lastAt: fc.integer({ min: 0, max: NOW }),
          stability: fc.double({ min: 0.1, max: 300, noNaN: true }),
          lastScore: fc.constantFrom(0, 0.5, 1),
        }),
      )
      .map((cards): Cards => cards);
    fc.assert(
      fc.property(someCards, fc.subarray(IDEAS), fc.integer(), (cards, played, seed) => {
        const memory = remember(cards, { played });
        const drill = chooseDrill(BANK, memory, NOW, seed);
        expect(chooseDrill(BANK, memory, NOW, seed)).toEqual(drill);
        expect(new Set(drill.map(({ id }) => id)).size).toBe(drill.length);
        expect(drill.length).toBeLessThanOrEqual(MOST);
        const met = Object.keys(cards).length + played.length;
        expect(drill.length).toBeGreaterThanOrEqual(met > 0 ? FEWEST : 0);
        const due = findDue(cards, NOW).slice(0, MOST);
        expect(ideasOf(drill).slice(0, due.length)).toEqual(due);
        const fresh = new Set(ideasOf(drill).filter((idea) => cards[idea] === undefined));
        expect(fresh.size).toBeLessThanOrEqual(MOST_NEW);
        for (const idea of fresh) expect(played).toContain(idea);
      }),
    );
  });
});
