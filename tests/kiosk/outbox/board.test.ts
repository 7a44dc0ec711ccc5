import { describe, expect, it } from 'vitest';
import { BOARD_LENGTH, type Board } from '../../../src/wire/kiosk.ts';
import { findStanding, mergeBoard, placeRuns, type BoardParts } from '../../../src/kiosk/outbox/merge-board.ts';
import { keepAll, KioskDevice, makeId, makeVisit } from './kiosk-device.ts';

const NAME = { language: 'en', first: 1, second: 2 } as const;
const EVENT = 'event';

function own(visit: string, score: number, at: number, delivered: number | null = null): BoardParts['own'][number] {
  return { visit, event: EVENT, name: NAME, runs: [{ act: 'pond', score, at }], delivered };
}

function boardOf(scores: readonly number[], visitors = scores.length): Board {
  const runs = scores.map((score, place) => ({ visit: `s${place}`, name: NAME, act: 'pond', score, at: place }));
  return { event: EVENT, name: 'Days', acts: { pond: placeRuns(runs) }, visitors: { pond: visitors } };
}

function partsOf(over: Partial<BoardParts>): BoardParts {
  return { event: EVENT, name: 'Days', own: [], seen: null, hidden: new Set(), ...over };
}

const linesOf = (parts: BoardParts): readonly (readonly [string, number, number])[] =>
  (mergeBoard(parts).acts['pond'] ?? []).map(({ visit, score, place }) => [visit, score, place] as const);

describe('the board of a kiosk', () => {
  it('lets equal scores share a place, the earlier first, and counts them all for the next', () => {
    const parts = partsOf({ own: [own('a', 5, 30), own('b', 9, 10), own('c', 9, 5), own('d', 5, 20), own('e', 1, 1)] });
    expect(linesOf(parts)).toEqual([
      ['c', 9, 1],
      ['b', 9, 1],
      ['d', 5, 3],
      ['a', 5, 3],
      ['e', 1, 5],
    ]);
  });

  it("takes the server's entry of a visit over its own, and adds what the server has not got", () => {
    const seen = {
      board: {
        ...boardOf([8, 3]),
        acts: { pond: placeRuns([{ visit: 'a', name: NAME, act: 'pond', score: 8, at: 1 }]) },
      },
      at: 100,
    };
    expect(linesOf(partsOf({ own: [own('a', 9, 1, 50), own('b', 4, 2)], seen }))).toEqual([
      ['a', 8, 1],
      ['b', 4, 2],
    ]);
  });

  it('leaves out what the server had and does not count', () => {
    const seen = { board: boardOf([8]), at: 100 };
    expect(linesOf(partsOf({ own: [own('gone', 9, 1, 50), own('fresh', 7, 2, 150)], seen }))).toEqual([
      ['s0', 8, 1],
      ['fresh', 7, 2],
    ]);
  });

  it('shows no more than the best, and nothing that staff took off', () => {
    const many = Array.from({ length: 30 }, (_, place) => own(`v${place}`, 100 - place, place));
    const lines = linesOf(partsOf({ own: many, hidden: new Set(['v0', 'v3']) }));
    expect(lines).toHaveLength(BOARD_LENGTH);
    expect(lines[0]).toEqual(['v1', 99, 1]);
    expect(lines.map(([visit]) => visit)).not.toContain('v3');
  });

  it('knows where a score stands, and says when it cannot be sure', () => {
    const alone = partsOf({ own: [own('a', 5, 1), own('b', 5, 2), own('c', 9, 3)] });
    expect(findStanding(alone, 'pond', 5)).toEqual({ place: 2, of: 3, sure: true });
    expect(findStanding(alone, 'pond', 4)).toEqual({ place: 4, of: 4, sure: true });
    expect(findStanding(alone, 'kite', 4)).toEqual({ place: 1, of: 1, sure: true });
    const full = boardOf(
      Array.from({ length: BOARD_LENGTH }, (_, place) => 100 - place),
      57,
    );
    const among = partsOf({ own: [own('a', 90, 1)], seen: { board: full, at: 100 } });
    expect(findStanding(among, 'pond', 90)).toEqual({ place: 11, of: 58, sure: true });
    expect(findStanding(among, 'pond', 50)).toMatchObject({ sure: false });
  });

  it('comes from the book, with the best run of each visit, and from the server when it has been asked', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    const other = await new KioskDevice().setUp();
    expect(await other.placeOf('counting', 3)).toEqual({ place: 1, of: 1, sure: true });
    await keepAll(book, [makeVisit(1, [3, 8, 5]), makeVisit(2, [6])]);
    expect(await book.placeOf('counting', 6)).toEqual({ place: 2, of: 2, sure: true });
    device.server.visits.set(makeId(900), makeVisit(900, [7]));
    await device.deliver(book);
    const board = await book.readBoard();
    expect(board.acts['counting']?.map(({ score, place }) => [score, place])).toEqual([
      [8, 1],
      [7, 2],
      [6, 3],
    ]);
    expect(board.visitors).toEqual({ counting: 3 });
    expect(await book.placeOf('counting', 6)).toEqual({ place: 3, of: 3, sure: true });
  });

  it('counts everybody once when the clock is set back by hours, or forward, as the network comes', async () => {
    for (const hours of [-8, 8]) {
      const device = new KioskDevice();
      const book = await device.setUp();
      await keepAll(book, [makeVisit(1), makeVisit(2)]);
      // Taken by the server, but no board came: the line broke. Then the clock is set.
      device.server.faults = [null, null, 'dropRequest'];
      await device.deliver(book);
      device.clock += hours * 3_600_000;
      await device.deliver(book);
      expect(await book.placeOf('counting', 0), `${hours} hours`).toMatchObject({ place: 3, of: 3 });
      expect((await book.readBoard()).visitors).toEqual({ counting: 2 });
      // And back: whoever comes then is not on that board yet.
      device.clock -= hours * 3_600_000;
      await keepAll(book, [makeVisit(3)]);
      device.server.faults = [null, null, 'dropRequest'];
      await device.deliver(book);
      expect((await book.readBoard()).visitors, `${hours} hours and back`).toEqual({ counting: 3 });
    }
  });

  it('is empty, and no error, on a device that was never set up', async () => {
    const book = new KioskDevice().openBook();
    expect(await book.readBoard()).toEqual({ event: '', name: '', acts: {}, visitors: {} });
  });
});
