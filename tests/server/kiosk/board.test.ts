import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { BOARD_LENGTH, type Board } from '../../../src/wire/kiosk.ts';
import { makeManager, makePlayer, type TestGrounds } from '../harness/grounds.ts';
import { addVisits, askKioskBoard, hide, openHall, openStand, readBoard } from './stand.ts';

let server: TestGrounds;
beforeAll(async () => {
  server = await openStand();
});
afterAll(() => server.close());

const ask = (headers: Readonly<Record<string, string>>): Promise<Response> =>
  Promise.resolve(server.house.request('/api/board', { headers }));

describe('the board', () => {
  test('is empty at first', async () => {
    const { event } = await openHall(server);
    expect(await readBoard(server, event)).toEqual({ event: event.id, name: event.name, acts: {}, visitors: {} });
  });

  test('lets equal scores share a place, with the earlier one first, and goes on behind them', async () => {
    const hall = await openHall(server);
    const at = server.clock.at.getTime();
    const runs = [
      { score: 10, at: at - 1000 },
      { score: 30, at: at - 1000 },
      { score: 20, at: at - 1000 },
      { score: 20, at: at - 3000 },
      { score: 20, at: at - 2000 },
      { score: 0, at },
    ];
    const ids = await addVisits(server, hall, [...runs, { act: 'blind-and-lame', score: -0.5 }]);
    const { acts, visitors } = await readBoard(server, hall.event);
    const order = [1, 3, 4, 2, 0, 5];
    expect(acts['duck-pond']?.map(({ visit, score, place, at: when }) => [visit, score, place, when])).toEqual(
      order.map((n, i) => [ids[n], runs[n]?.score, [1, 2, 2, 2, 5, 6][i], runs[n]?.at]),
    );
    expect(acts['blind-and-lame']?.map(({ place, score }) => [place, score])).toEqual([[1, -0.5]]);
    expect(visitors).toEqual({ 'duck-pond': 6, 'blind-and-lame': 1 });
    expect(acts['duck-pond']?.[0]?.name).toEqual({ language: 'ru', first: 1, second: 2 });
  });

  test('has the best twenty of each act, and counts all', async () => {
    const hall = await openHall(server);
    await addVisits(
      server,
      hall,
      Array.from({ length: BOARD_LENGTH + 5 }, (_, n) => ({ score: (n * 7) % 25 })),
    );
    const { acts, visitors } = await readBoard(server, hall.event);
    expect(acts['duck-pond']?.map(({ score }) => score)).toEqual(Array.from({ length: 20 }, (_, n) => 24 - n));
    expect(visitors).toEqual({ 'duck-pond': 25 });
  });

  test('loses what staff hide, once or twice told, and those behind move up', async () => {
    const hall = await openHall(server);
    const [best = '', next = ''] = await addVisits(server, hall, [{ score: 9 }, { score: 8 }]);
    for (let n = 0; n < 2; n++) expect((await hide(server, hall.kiosk, hall.event.id, best)).status).toBe(204);
    const { acts, visitors } = await readBoard(server, hall.event);
    expect(acts['duck-pond']?.map(({ visit, place }) => [visit, place])).toEqual([[next, 1]]);
    expect(visitors).toEqual({ 'duck-pond': 2 });
    expect((await hide(server, hall.kiosk, hall.event.id, next)).status).toBe(204);
    expect(await readBoard(server, hall.event)).toMatchObject({
      acts: { 'duck-pond': [] },
      visitors: { 'duck-pond': 2 },
    });
  });

  test('of another team, or of another event, loses nothing', async () => {
    const [own, other] = [await openHall(server), await openHall(server)];
    const [visit = ''] = await addVisits(server, own, [{ score: 9 }]);
    const answers = [
      await hide(server, other.kiosk, own.event.id, visit),
      await hide(server, other.kiosk, other.event.id, visit),
      await hide(server, own.kiosk, other.event.id, visit),
      await hide(server, own.kiosk, own.event.id, crypto.randomUUID()),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await readBoard(server, own.event)).acts['duck-pond']).toHaveLength(1);
  });

  test('is the same for a kiosk of the team as for the big screen', async () => {
    const hall = await openHall(server);
    await addVisits(server, hall, [{ score: 9 }]);
    const answer = await askKioskBoard(server, hall.kiosk, hall.event.id.toUpperCase());
    expect((await answer.json()) as Board).toEqual(await readBoard(server, hall.event));
    for (const event of ['', 'fair', "'", crypto.randomUUID()])
      expect((await askKioskBoard(server, hall.kiosk, event)).status, event).toBe(404);
  });
});

describe('the token of a board', () => {
  test('opens the board and nothing else; nothing else opens the board', async () => {
    const hall = await openHall(server);
    const player = await makePlayer(server.grounds, { team: hall.team });
    const { headers: cookies } = await makeManager(server.grounds, { teams: [hall.team] });
    const token = { Authorization: `Bearer ${hall.event.boardToken}` };
    // A manager's browser may show the board too: the token counts, and not who is signed in.
    for (const headers of [token, { ...cookies, ...token }]) expect((await ask(headers)).status).toBe(200);
    const wrong = [
      {},
      { Authorization: `Bearer ${hall.event.boardToken.slice(0, -1)}` },
      { Authorization: `Bearer ${hall.event.boardToken.slice(0, -1)}_` },
      { Authorization: hall.event.boardToken },
      { Authorization: `Bearer ${hall.event.id}` },
      { Authorization: "Bearer ' or 1=1" },
    ];
    for (const headers of wrong) expect((await ask(headers)).status).toBe(401);
    for (const headers of [cookies, player.headers, hall.kiosk.headers]) expect((await ask(headers)).status).toBe(403);
    for (const path of [`/api/kiosk/board?event=${hall.event.id}`, '/api/me', '/api/records'])
      expect((await server.house.request(path, { headers: token })).status, path).toBe(401);
  });

  test('is kept as a hash only, and is held to a pace', async () => {
    const { event } = await openHall(server);
    const { rows } = await sql<{ row: string }>`select event::text as row from event where id = ${event.id}`.execute(
      server.grounds.db,
    );
    expect(rows[0]?.row).toContain(event.name);
    expect(rows[0]?.row).not.toContain(event.boardToken);
    expect(rows[0]?.row).not.toContain(Buffer.from(event.boardToken).toString('hex'));
    let refused = 0;
    for (let n = 0; n < 125; n++) if ((await ask({ Authorization: 'Bearer x' })).status === 429) refused++;
    expect(refused).toBeGreaterThan(0);
  });
});
