import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { MOST_EVENTS } from '../../../src/server/kiosk/events.ts';
import { makeJoinCode, markCode } from '../../../src/server/players/codes.ts';
import { makeManager, makePlayer, type TestGrounds } from '../harness/grounds.ts';
import {
  askKioskBoard,
  DAY_MS,
  type Hall,
  makeEvent,
  makeVisit,
  openHall,
  openStand,
  putEvent,
  readBoard,
  send,
  sendRaw,
} from './stand.ts';

let server: TestGrounds;
let hall: Hall;
beforeAll(async () => {
  server = await openStand();
  hall = await openHall(server);
});
afterAll(() => server.close());

const readEvent = (id: string): Promise<unknown> =>
  server.grounds.db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst();

describe('an event', () => {
  test('is made by the first kiosk, and brought up to date by any kiosk of the team', async () => {
    const { team, event } = await openHall(server);
    const second = await makePlayer(server.grounds, { team, kind: 'kiosk', name: 'Hall 2' });
    const before = await readEvent(event.id);
    expect((await putEvent(server, second, event)).status).toBe(204);
    expect(await readEvent(event.id)).toEqual(before);
    const longer = { ...event, name: ' Summer fair ', endsAt: event.endsAt + DAY_MS, keepDays: 30 };
    expect((await putEvent(server, second, longer)).status).toBe(204);
    expect(await readEvent(event.id)).toMatchObject({
      team_id: team,
      name: 'Summer fair',
      ends_at: new Date(longer.endsAt),
      delete_at: new Date(longer.endsAt + 30 * DAY_MS),
    });
    expect((await readBoard(server, event)).name).toBe('Summer fair');
  });

  test('of another team is refused like one that is not there, and stays as it is', async () => {
    const [own, other] = [await openHall(server), await openHall(server)];
    const before = await readEvent(own.event.id);
    const answer = await putEvent(server, other.kiosk, { ...other.event, id: own.event.id, name: 'Taken over' });
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'notFound' }]);
    expect(await readEvent(own.event.id)).toEqual(before);
    const board = await askKioskBoard(server, other.kiosk, own.event.id);
    const none = await askKioskBoard(server, other.kiosk, crypto.randomUUID());
    expect([board.status, await board.text()]).toEqual([none.status, await none.text()]);
    expect(board.status).toBe(404);
    expect(await send(server, { kiosk: other.kiosk, event: own.event }, [await makeVisit(server)])).toEqual(['over']);
  });

  test('has a board’s token of its own', async () => {
    const [own, other] = [await openHall(server), await openHall(server)];
    const spoof = makeEvent(server, { boardToken: own.event.boardToken, name: 'Spoof' });
    const answer = await putEvent(server, other.kiosk, spoof);
    expect([answer.status, await answer.json()]).toMatchObject([409, { error: 'conflict' }]);
    expect((await readBoard(server, own.event)).event).toBe(own.event.id);
  });

  test('that is over is taken without a word, and nothing is made of it', async () => {
    const { kiosk } = await openHall(server);
    const past = makeEvent(server, { endsAt: server.clock.at.getTime() - 8 * DAY_MS });
    expect((await putEvent(server, kiosk, past)).status).toBe(204);
    expect(await readEvent(past.id)).toBeUndefined();
    expect(await send(server, { kiosk, event: past }, [await makeVisit(server)])).toEqual(['over']);
  });

  test('past its deletion does not come back to life', async () => {
    const { kiosk, event } = await openHall(server);
    server.clock.at = new Date(event.endsAt + 7 * DAY_MS);
    const before = await readEvent(event.id);
    expect((await putEvent(server, kiosk, { ...event, keepDays: 90 })).status).toBe(204);
    expect(await readEvent(event.id)).toEqual(before);
    expect((await askKioskBoard(server, kiosk, event.id)).status).toBe(404);
    expect((await server.house.request('/api/board', bearer(event.boardToken))).status).toBe(401);
  });

  test.each([
    { endsAt: Date.UTC(2030, 0, 1) },
    { endsAt: Number.MAX_SAFE_INTEGER },
    { endsAt: -1 },
    { endsAt: 1.5 },
    { keepDays: 0 },
    { keepDays: 91 },
    { name: '  ' },
    { name: 'a\u0000b' },
    { name: 'a\u202Eb' },
    { name: '\uD800' },
    { boardToken: 'short' },
    { id: 'fair' },
    { surprise: 1 },
  ])('with %j is refused', async (wrong) => {
    const fresh = makeEvent(server);
    expect((await putEvent(server, hall.kiosk, { ...fresh, ...wrong })).status).toBe(400);
    expect(await readEvent(fresh.id)).toBeUndefined();
  });

  test('is one of fifty of a team at most', async () => {
    const { team, kiosk, event } = await openHall(server);
    const { db, now } = server.grounds;
    const rest = Array.from({ length: MOST_EVENTS - 1 }, (_, n) => ({
      id: crypto.randomUUID(),
      team_id: team,
      name: 'x',
      ends_at: now(),
      keep_days: 1,
      delete_at: new Date(now().getTime() + DAY_MS),
      board_token: Buffer.from(`${team} ${n}`),
      created_at: now(),
    }));
    await db.insertInto('event').values(rest).execute();
    expect((await putEvent(server, kiosk, makeEvent(server))).status).toBe(409);
    expect((await putEvent(server, kiosk, { ...event, name: 'Still here' })).status).toBe(204);
  });
});

const bearer = (token: string): RequestInit => ({ headers: { Authorization: `Bearer ${token}` } });

describe('a kiosk', () => {
  test('whose device was revoked can do nothing any more', async () => {
    const { team, kiosk, event } = await openHall(server);
    const visit = await makeVisit(server);
    const manager = await makeManager(server.grounds, { teams: [team] });
    const path = `/api/teams/${team}/players/${kiosk.id}/devices/${kiosk.device}`;
    expect((await server.house.request(path, { method: 'DELETE', headers: manager.headers })).status).toBe(204);
    const answers = [
      await putEvent(server, kiosk, event),
      await sendRaw(server, kiosk, event.id, [visit]),
      await askKioskBoard(server, kiosk, event.id),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    // The big screen has a token of its own, and goes on.
    expect((await readBoard(server, event)).visitors).toEqual({});
  });

  test('that was erased is told so, and what it delivered is gone', async () => {
    const { team, kiosk, event } = await openHall(server);
    expect(await send(server, { kiosk, event }, [await makeVisit(server)])).toEqual(['accepted']);
    expect((await readBoard(server, event)).visitors).toEqual({ 'duck-pond': 1 });
    const manager = await makeManager(server.grounds, { teams: [team] });
    const path = `/api/teams/${team}/players/${kiosk.id}`;
    expect((await server.house.request(path, { method: 'DELETE', headers: manager.headers })).status).toBe(204);
    expect((await sendRaw(server, kiosk, event.id, [await makeVisit(server)])).status).toBe(410);
    expect((await readBoard(server, event)).visitors).toEqual({});
    const left = await server.grounds.db.selectFrom('visit').select('id').where('event_id', '=', event.id).execute();
    expect(left).toEqual([]);
  });

  test('cannot be set up any more by a code that was revoked', async () => {
    const { team } = await openHall(server);
    const { db, keys, now } = server.grounds;
    const [id, code] = [crypto.randomUUID(), makeJoinCode()];
    const at = now();
    const row = {
      id,
      team_id: team,
      kind: 'kiosk' as const,
      code: markCode(keys, 'join', code),
      sealed: Buffer.from('x'),
    };
    await db
      .insertInto('join_code')
      .values({ ...row, most_uses: 9, created_at: at, expires_at: new Date(at.getTime() + DAY_MS) })
      .execute();
    const join = (): Promise<Response> | Response =>
      server.house.request('/api/join', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code, name: 'Hall 9', device: crypto.randomUUID() }),
      });
    const joined = (await (await join()).json()) as { readonly token: string };
    const kiosk = { headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${joined.token}` } };
    expect((await putEvent(server, kiosk, makeEvent(server))).status).toBe(204);
    await db.updateTable('join_code').set({ revoked_at: at }).where('id', '=', id).execute();
    expect((await join()).status).toBe(404);
  });

  test('is held to a pace', async () => {
    const { kiosk, event } = await openHall(server);
    const past = makeEvent(server);
    const statuses: number[] = [];
    for (let n = 0; n < 31; n++) statuses.push((await sendRaw(server, kiosk, past.id, [{}])).status);
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true);
    const refused = await sendRaw(server, kiosk, event.id, [{}]);
    expect([statuses[30], refused.status]).toEqual([429, 429]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
