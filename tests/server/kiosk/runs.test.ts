/** Which runs of a visit stand on the board. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import type { Attempt } from '../../../src/wire/records/records.ts';
import type { TestGrounds } from '../harness/grounds.ts';
import { playAttempt, readAct } from '../records/device.ts';
import {
  makeCode,
  makeVisit,
  openHall,
  openStand,
  playCut,
  readBoard,
  readMarks,
  scoreOf,
  send,
  takeHome,
  visitorsDevice,
} from './stand.ts';

let server: TestGrounds;
beforeAll(async () => {
  server = await openStand();
});
afterAll(() => server.close());

describe('a visit', () => {
  test('shows its best run of an act, and counts as one visitor', async () => {
    const hall = await openHall(server);
    const device = visitorsDevice(server);
    const records = [
      await playCut(device, { bot: 'shooter', seed: 31_001 }),
      await playCut(device, { bot: 'fullCycle', seed: 31_002 }),
      await playCut(device, { bot: 'random', seed: 31_003 }),
    ];
    expect(await send(server, hall, [await makeVisit(server, { records })])).toEqual(['accepted']);
    const board = await readBoard(server, hall.event);
    expect(board.visitors).toEqual({ 'duck-pond': 1 });
    expect(board.acts['duck-pond']?.map(({ score }) => score)).toEqual([Math.max(...records.map(scoreOf))]);
  });

  test('of every act in every way of its kiosk’s cut counts, and a whole act does not', async () => {
    const hall = await openHall(server);
    for (const act of server.grounds.library.acts) {
      const { file } = await readAct(act);
      const device = visitorsDevice(server);
      const ways = [{}, ...(file.ways ?? []).map(({ parameters }) => parameters)];
      const records = await Promise.all(ways.map((way, n) => playCut(device, { act, way, seed: 40_000 + n })));
      const whole = device.write({ type: 'attempt', payload: await playAttempt({ act, seed: 41_000 }) });
      const visit = await makeVisit(server, { records: [...records, whole] });
      expect(await send(server, hall, [visit])).toEqual(['accepted']);
      expect(await readMarks(server, visit), act).toEqual([...ways.map(() => null), 'impossible']);
    }
  });

  test('with somebody else’s run does not count; seeds of their own keep idle visitors apart', async () => {
    const hall = await openHall(server);
    const first = await makeVisit(server, { claim: makeCode() });
    const played = (first.records[0] as StoredRecord).payload as Attempt;
    const device = visitorsDevice(server);
    const again = device.write({ type: 'attempt', payload: played });
    const disguised = { ...played, replay: { ...played.replay, seed: played.replay.seed + 0.001 } };
    const second = await makeVisit(server, {
      records: [again, device.write({ type: 'attempt', payload: disguised })],
      claim: makeCode(),
    });
    expect(await send(server, hall, [first, second])).toEqual(['accepted', 'accepted']);
    expect(await readMarks(server, second)).toEqual(['copied', 'copied']);
    // Also in another team's event, and twice in one visit.
    const elsewhere = await openHall(server);
    const third = await makeVisit(server, { records: [again] });
    const own = await playCut(device);
    const fourth = await makeVisit(server, {
      records: [own, device.write({ type: 'attempt', payload: own.payload as Attempt })],
    });
    expect(await send(server, elsewhere, [third, fourth])).toEqual(['accepted', 'accepted']);
    expect(await readMarks(server, third)).toEqual(['copied']);
    expect(await readMarks(server, fourth)).toEqual([null, 'copied']);
    expect((await readBoard(server, hall.event)).visitors).toEqual({ 'duck-pond': 1 });
    // What was taken from somebody else is not handed out.
    expect(await takeHome(server, second)).toEqual([]);
    expect(await takeHome(server, first)).toHaveLength(1);
    const idle = await Promise.all(
      [1, 2, 3].map(async () => playCut(device, { act: 'air-before-infantry', bot: 'idle' })),
    );
    const visits = await Promise.all(idle.map((record) => makeVisit(server, { records: [record] })));
    await send(server, hall, visits);
    expect((await readBoard(server, hall.event)).visitors['air-before-infantry']).toBe(3);
  });

  test('of two kiosks that bring the same run at once, one counts', async () => {
    const hall = await openHall(server);
    const record = await playCut(visitorsDevice(server));
    const visits = await Promise.all([1, 2, 3].map(() => makeVisit(server, { records: [record] })));
    await Promise.all(visits.map((visit) => send(server, hall, [visit])));
    const marks = (await Promise.all(visits.map((visit) => readMarks(server, visit)))).flat();
    expect(marks.filter((mark) => mark === null)).toHaveLength(1);
    expect(marks.filter((mark) => mark === 'copied')).toHaveLength(2);
  });
});
