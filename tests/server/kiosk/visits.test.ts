import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { MOST_VISITS_OF_EVENT } from '../../../src/server/kiosk/take-visits.ts';
import { Refusal } from '../../../src/server/routing/refusal.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import type { Attempt } from '../../../src/wire/records/records.ts';
import type { Visit } from '../../../src/wire/kiosk.ts';
import { makePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, makeDevice } from '../records/device.ts';
import {
  addVisits,
  DAY_MS,
  makeCode,
  makeVisit,
  openHall,
  openStand,
  playCut,
  readBoard,
  readMarks,
  scoreOf,
  send,
  sendRaw,
  sitShort,
  takeHome,
  visitorsDevice,
} from './stand.ts';

let server: TestGrounds;
/** What befalls the next checks of runs; null for nothing. */
let faults: (Error | null)[] = [];
beforeAll(async () => {
  server = await openStand((real) => ({
    checkAttempt: async (attempt, asker) => {
      const fault = faults.shift() ?? null;
      if (fault !== null) throw fault;
      return real.checkAttempt(attempt, asker);
    },
  }));
});
afterAll(() => server.close());

describe('a visit', () => {
  test('is played again, stands on the board, and is kept as it came', async () => {
    const hall = await openHall(server);
    const device = visitorsDevice(server);
    const records = [
      await playCut(device, { act: 'duck-pond', bot: 'scatterAndGlue' }),
      await playCut(device, { act: 'blind-and-lame', bot: 'carriedReporting', way: { hands: 2 } }),
      sitShort(server, device),
    ];
    const visit = await makeVisit(server, { records, claim: makeCode() });
    expect(await send(server, hall, [visit])).toEqual(['accepted']);
    const board = await readBoard(server, hall.event);
    expect(board).toMatchObject({ event: hall.event.id, name: 'Spring fair' });
    expect(board.visitors).toEqual({ 'duck-pond': 1, 'blind-and-lame': 1 });
    expect(board.acts['duck-pond']).toEqual([
      {
        visit: visit.id,
        name: visit.name,
        act: 'duck-pond',
        score: scoreOf(records[0] as StoredRecord),
        place: 1,
        at: server.clock.at.getTime(),
      },
    ]);
    const kept = await takeHome(server, visit);
    expect(kept.map(({ id, payload, payloadHash }) => ({ id, payload, payloadHash }))).toEqual(
      records.map(({ id, payload, payloadHash }) => ({ id, payload, payloadHash })),
    );
  });

  test('sent again changes nothing, whether or not the answer arrived; another one under its id is refused', async () => {
    const hall = await openHall(server);
    const visit = await makeVisit(server);
    expect(await send(server, hall, [visit, visit])).toEqual(['accepted', 'accepted']);
    const before = await readBoard(server, hall.event);
    expect(await send(server, hall, [visit])).toEqual(['accepted']);
    const other = await playCut(visitorsDevice(server));
    const changes: readonly Partial<Visit>[] = [
      { records: [other] },
      { name: { ...visit.name, second: 8 } },
      { claim: makeCode() },
      { endedAt: visit.endedAt + 1 },
    ];
    for (const change of changes) expect(await send(server, hall, [{ ...visit, ...change }])).toEqual(['refused']);
    expect(await readBoard(server, hall.event)).toEqual(before);
    const elsewhere = await openHall(server);
    expect(await send(server, elsewhere, [visit])).toEqual(['refused']);
    expect((await readBoard(server, elsewhere.event)).visitors).toEqual({});
  });

  test('that two kiosks or two tabs bring at once is kept once', async () => {
    const hall = await openHall(server);
    const visits = await Promise.all(Array.from({ length: 3 }, () => makeVisit(server)));
    const all = await Promise.all(Array.from({ length: 4 }, () => send(server, hall, visits)));
    expect(all).toEqual(Array.from({ length: 4 }, () => ['accepted', 'accepted', 'accepted']));
    expect((await readBoard(server, hall.event)).visitors).toEqual({ 'duck-pond': 3 });
  });

  test('may have no records at all', async () => {
    const hall = await openHall(server);
    const visit = await makeVisit(server, { records: [], claim: makeCode() });
    expect(await send(server, hall, [visit])).toEqual(['accepted']);
    expect(await takeHome(server, visit)).toEqual([]);
  });
});

describe('a broken visit', () => {
  test('is refused, and holds up none of the others', async () => {
    const hall = await openHall(server);
    const good = await makeVisit(server);
    const deep = `{"id":"${randomUUID()}","records":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const broken = [
      null,
      7,
      'x'.split(''),
      {},
      { ...good, id: 'me' },
      { ...good, id: randomUUID(), name: { language: 'de', first: 1, second: 1 } },
      { ...good, id: randomUUID(), name: { language: 'en', first: 200, second: 1 } },
    ];
    expect(await send(server, hall, [...broken, good])).toEqual([...broken.map(() => 'refused'), 'accepted']);
    const more = [
      deep,
      { ...good, id: randomUUID(), claim: 'ILOU000000' },
      { ...good, id: randomUUID(), name: 'Ann' },
      { ...good, id: randomUUID(), note: 'a free text' },
      { ...good, id: randomUUID(), records: Array.from({ length: 9 }, () => good.records[0]) },
      { ...good, id: randomUUID(), endedAt: -1 },
    ];
    expect(await send(server, hall, more)).toEqual(more.map(() => 'refused'));
    expect((await sendRaw(server, hall.kiosk, hall.event.id, [])).status).toBe(400);
    expect((await sendRaw(server, hall.kiosk, 'fair', [good])).status).toBe(400);
    expect(
      (
        await sendRaw(
          server,
          hall.kiosk,
          hall.event.id,
          Array.from({ length: 11 }, () => good),
        )
      ).status,
    ).toBe(400);
    const large = { ...good, records: Array.from({ length: 6 }, () => 'x'.repeat(50_000)) };
    expect((await sendRaw(server, hall.kiosk, hall.event.id, [large])).status).toBe(413);
  });

  test('in one of its records loses only that one', async () => {
    const hall = await openHall(server);
    const device = visitorsDevice(server);
    const good = await playCut(device);
    const broken = [
      'text',
      { ...(await playCut(device)), payloadHash: '0'.repeat(16) },
      { ...good, seq: 99 },
      device.write({ type: 'poll', payload: { question: 'q', choice: 'c' } }),
      device.write({ type: 'answer', payload: answerItem(itemOf(server.grounds.library.bank, 1)) }),
    ];
    const visit = await makeVisit(server, { records: [good, ...broken], claim: makeCode() });
    expect(await send(server, hall, [visit])).toEqual(['accepted']);
    expect((await takeHome(server, visit)).map(({ id }) => id)).toEqual([good.id]);
    const hopeless = await makeVisit(server, { records: broken.filter((each) => each !== broken[2]) });
    expect(await send(server, hall, [hopeless])).toEqual(['refused']);
  });

  test('of a newer game waits at the kiosk', async () => {
    const hall = await openHall(server);
    const visit = await makeVisit(server);
    const newer = { ...(visit.records[0] as StoredRecord), schema: 9 };
    expect(await send(server, hall, [{ ...visit, records: [newer] }, visit])).toEqual(['later', 'accepted']);
  });

  test('of other rules is not on the board, but can be taken home', async () => {
    const hall = await openHall(server);
    const run = await playCut(visitorsDevice(server));
    const { replay, ...rest } = run.payload as Attempt;
    const old = visitorsDevice(server).writeAny('attempt', { ...rest, replay: { ...replay, rules: 999 } });
    const visit = await makeVisit(server, { records: [old], claim: makeCode() });
    expect(await send(server, hall, [visit])).toEqual(['accepted']);
    expect(await readMarks(server, visit)).toEqual(['otherRules']);
    expect((await readBoard(server, hall.event)).visitors).toEqual({});
    expect(await takeHome(server, visit)).toHaveLength(1);
  });
});

describe('the clock of the server decides', () => {
  test('that visits are taken until a day after the end, and none later', async () => {
    const hall = await openHall(server);
    const [early, late, wrong] = [await makeVisit(server), await makeVisit(server), await makeVisit(server)];
    server.clock.at = new Date(hall.event.endsAt + DAY_MS);
    // The kiosk's own clock is years away.
    expect(await send(server, hall, [{ ...early, startedAt: 0, endedAt: 5 }])).toEqual(['accepted']);
    server.clock.at = new Date(hall.event.endsAt + DAY_MS + 1);
    const claims = { ...wrong, startedAt: hall.event.endsAt - 10, endedAt: hall.event.endsAt };
    expect(await send(server, hall, [late, claims])).toEqual(['over', 'over']);
    // What was taken once stays taken.
    expect(await send(server, hall, [{ ...early, startedAt: 0, endedAt: 5 }])).toEqual(['accepted']);
  });

  test('when a run was, where the kiosk’s clock cannot be right', async () => {
    const hall = await openHall(server);
    const now = server.clock.at.getTime();
    const device = visitorsDevice(server);
    const times = [now - 60_000, now + DAY_MS, 0, 8.64e15, 9e15];
    const visits = await Promise.all(
      times.map(async (at) => {
        const payload = (await playCut(device)).payload as Attempt;
        const end = Math.min(at, Number.MAX_SAFE_INTEGER);
        return makeVisit(server, {
          records: [{ ...device.write({ type: 'attempt', payload }), at }],
          startedAt: end,
          endedAt: end,
        });
      }),
    );
    expect(await send(server, hall, visits)).toEqual(times.map(() => 'accepted'));
    const entries = (await readBoard(server, hall.event)).acts['duck-pond'] ?? [];
    const seen = visits.map(({ id }) => entries.find(({ visit }) => visit === id)?.at);
    expect(seen).toEqual([now - 60_000, now, now, now, now]);
  });
});

describe('when too much waits to be checked', () => {
  test('the rest of the batch comes again, and nothing is lost or doubled', async () => {
    const hall = await openHall(server);
    const visits = await Promise.all([1, 2, 3].map(() => makeVisit(server)));
    faults = [null, new Refusal('tooMany', 'too much waits', 3)];
    expect(await send(server, hall, visits)).toEqual(['accepted', 'later', 'later']);
    expect(await send(server, hall, visits)).toEqual(['accepted', 'accepted', 'accepted']);
    expect((await readBoard(server, hall.event)).visitors).toEqual({ 'duck-pond': 3 });
  });

  test('or the checks cannot work, the kiosk keeps everything', async () => {
    const hall = await openHall(server);
    const visit = await makeVisit(server);
    faults = [new Error('a checking thread ended by itself')];
    expect((await sendRaw(server, hall.kiosk, hall.event.id, [visit])).status).toBe(500);
    expect(await send(server, hall, [visit])).toEqual(['accepted']);
  });
});

test('an event has so many visits and no more', async () => {
  const hall = await openHall(server);
  await addVisits(server, hall, [{ score: 1 }]);
  await sql`
    insert into visit (id, event_id, kiosk_id, name, fingerprint, records, started_at, ended_at, received_at)
    select gen_random_uuid(), event_id, kiosk_id, name, fingerprint, records, started_at, ended_at, received_at
    from visit, generate_series(2, ${MOST_VISITS_OF_EVENT - 1}::integer) where event_id = ${hall.event.id}
  `.execute(server.grounds.db);
  const visits = [await makeVisit(server), await makeVisit(server)];
  expect(await send(server, hall, visits)).toEqual(['accepted', 'refused']);
});

test('a player cannot deliver visits, and a kiosk’s visits are nobody’s records', async () => {
  const hall = await openHall(server);
  const player = await makePlayer(server.grounds, { team: hall.team });
  const visit = await makeVisit(server);
  expect((await sendRaw(server, player, hall.event.id, [visit])).status).toBe(403);
  expect(await send(server, hall, [visit])).toEqual(['accepted']);
  const { db } = server.grounds;
  for (const table of ['record', 'attempt', 'examination', 'player_act', 'player_day', 'statement'] as const)
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
});

test('a kiosk’s own device may be in a visit’s records: it is taken out when they are handed out', async () => {
  const hall = await openHall(server);
  const device = makeDevice(server.grounds.now, hall.kiosk.device);
  const visit = await makeVisit(server, {
    records: [await playCut(device), sitShort(server, device)],
    claim: makeCode(),
  });
  expect(await send(server, hall, [visit])).toEqual(['accepted']);
  const kept = await takeHome(server, visit);
  expect(kept.map(({ device: of, seq }) => [of, seq])).toEqual([
    [visit.id, 1],
    [visit.id, 2],
  ]);
});
