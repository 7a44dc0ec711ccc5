import { describe, expect, it } from 'vitest';
import { gatherSittings, writeReport } from '../../scripts/items/statistics.ts';
import type { LogRecord } from '../../src/wire/records/records.ts';
import { RANKS, type Item } from '../../src/quiz/index.ts';
import { reportItems, type Sitting } from '../../src/quiz/statistics/report.ts';

const ITEMS: readonly Item[] = ['one', 'two', 'three'].map((id) => ({
  id,
  idea: 'push-pull',
  tier: 'soldier',
  situation: true,
  kind: 'single-choice',
  options: ['a', 'b', 'c'],
  key: 'a',
}));

function answer(device: string, at: number, item: string, score: number, round: 1 | 2 = 1): LogRecord {
  const payload = {
    way: 'drill',
    act: null,
    item,
    idea: 'push-pull',
    kind: 'single-choice',
    shown: [],
    tookMs: 1,
  } as const;
  const id = `${device} ${at} ${item} ${round}`;
  const response = [score === 1 ? 'a' : 'b'];
  return {
    id,
    device,
    seq: 1,
    type: 'answer',
    schema: 2,
    payloadHash: '',
    at,
    payload: { ...payload, response, score, round },
  };
}

describe('item reports', () => {
  it('makes a sitting of each person’s day, of first answers only', () => {
    const day = 86_400_000;
    const sittings = gatherSittings([
      answer('x', 1, 'one', 0),
      answer('x', 2, 'one', 1, 2),
      answer('x', 3, 'two', 1),
      answer('y', 4, 'one', 1),
      answer('x', day + 1, 'one', 1),
    ]);
    expect(sittings.map(({ answers }) => answers.map(({ item, score }) => [item, score]))).toEqual([
      [
        ['one', 0],
        ['two', 1],
      ],
      [['one', 1]],
      [['one', 1]],
    ]);
  });

  it('says how hard an item proved, who took which option, and passes over items that are gone', () => {
    const sittings: Sitting[] = Array.from({ length: 200 }, (_, i) => ({
      rank: RANKS[i % 5] ?? null,
      answers: [
        { item: 'one', response: ['b'], score: 0 },
        { item: 'two', response: [i % 2 === 0 ? 'a' : 'c'], score: i % 2 === 0 ? 1 : 0 },
        { item: 'gone', response: ['a'], score: 1 },
      ],
    }));
    const reports = reportItems(ITEMS, sittings);
    expect(reports.map(({ item }) => item.id)).toEqual(['one', 'two']);
    const [one, two] = reports;
    expect(one?.statistics.facility).toBe(0);
    expect(one?.calibration.shift).toBeGreaterThan(1);
    expect(two?.statistics.facility).toBe(0.5);
    expect(one?.choices).toEqual([{ option: 'b', byRank: [40, 40, 40, 40, 40], total: 200 }]);
    const table = writeReport(reports);
    expect(table).toMatch(/^one +200 +100\.0 % +0\.0 % +–/m);
    expect(table).toMatch(/^ {2}b +40 +40 +40 +40 +40$/m);
  });
});
