import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';

import type { Grounds } from '../../../src/server/grounds.ts';
import { eraseOverdue, startRetention, sweepSpent } from '../../../src/server/players/retention.ts';
import type { LiveChange } from '../../../src/wire/team.ts';
import { makePlayer, makeTeam } from '../harness/grounds.ts';
import { openClassroom, type Classroom } from './classroom.ts';
import { Device } from './device.ts';
import { deliver, joinWithHistory, writeHistory } from './history.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = 'Wilhelmine Kästner-Zhōu';

/** Every row of every table, as text. */
async function dump({ db }: Grounds): Promise<Map<string, readonly string[]>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(db);
  const rows = new Map<string, readonly string[]>();
  for (const { name } of tables.rows) {
    const read = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db);
    rows.set(
      name,
      read.rows.map(({ row }) => row),
    );
  }
  return rows;
}

/** Tables that hang on a player by their columns: a new one must be in this test too. */
async function tablesOfPlayers({ db }: Grounds): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'player_id'
  `.execute(db);
  return rows.map(({ name }) => name);
}

async function addStatement({ db, now }: Grounds, player: string): Promise<void> {
  const statement = { actor: { account: { name: player } }, object: { name: NAME } };
  await db
    .insertInto('statement')
    .values({
      id: randomUUID(),
      player_id: player,
      statement: JSON.stringify(statement),
      created_at: now(),
      next_at: now(),
    })
    .execute();
}

/** A player of whom there is a row in every table that can have one, and another who stays. */
async function openFull(): Promise<
  { room: Classroom } & Awaited<ReturnType<typeof joinWithHistory>> & { other: string }
> {
  const room = await openClassroom();
  const one = await joinWithHistory(room, NAME);
  const other = await joinWithHistory(room, 'Stays', 6);
  await one.device.ask('POST', '/api/me/pairings');
  await one.device.ask('GET', '/api/me/export');
  await room.ask('GET', `/api/teams/${room.team}/players/${one.player}/export`);
  await addStatement(room.server.grounds, one.player);
  return { room, ...one, other: other.player };
}

async function expectNothingLeft({
  room,
  player,
  device,
  records,
}: Awaited<ReturnType<typeof openFull>>): Promise<void> {
  const after = await dump(room.server.grounds);
  const traces = [NAME, 'Wilhelmine', player, device.id, ...records.map(({ id }) => id)];
  for (const [table, rows] of after)
    for (const trace of traces)
      expect(
        rows.filter((row) => row.includes(trace)),
        `${table}: ${trace}`,
      ).toEqual([]);
  expect(JSON.stringify(room.server.lines)).not.toContain('Wilhelmine');
}

test('before an erasure there is a row in every table that can have one', async () => {
  const { room, player } = await openFull();
  const before = await dump(room.server.grounds);
  for (const table of await tablesOfPlayers(room.server.grounds))
    expect(
      before.get(table)?.some((row) => row.includes(player)),
      table,
    ).toBe(true);
  for (const table of ['player', 'audit'])
    expect(
      before.get(table)?.some((row) => row.includes(player)),
      table,
    ).toBe(true);
});

describe('after an erasure the name and the ids are nowhere', () => {
  test('by the player', async () => {
    const full = await openFull();
    expect((await full.device.ask('DELETE', '/api/me')).status).toBe(204);
    await expectNothingLeft(full);
    const audit = await full.room.server.grounds.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'erased')
      .execute();
    expect(audit).toMatchObject([{ account_id: null, team_id: full.room.team, subject: null }]);
  });

  test('by the manager', async () => {
    const full = await openFull();
    const { room, player } = full;
    const heard: LiveChange[] = [];
    room.server.grounds.changes.watch(room.team, (change) => heard.push(change));
    expect((await room.ask('DELETE', `/api/teams/${room.team}/players/${player}`)).status).toBe(204);
    await expectNothingLeft(full);
    expect(heard).toContainEqual(expect.objectContaining({ what: 'erased', player, team: room.team }));
    expect((await room.ask('DELETE', `/api/teams/${room.team}/players/${player}`)).status).toBe(404);
    const audit = await room.server.grounds.db.selectFrom('audit').selectAll().where('action', '=', 'erased').execute();
    expect(audit).toMatchObject([{ account_id: room.manager.id, subject: null }]);
  });

  test('by the end of the retention', async () => {
    const full = await openFull();
    const { server } = full.room;
    server.clock.at = new Date(server.clock.at.getTime() + 91 * DAY_MS);
    expect(await eraseOverdue(server.grounds)).toBe(2);
    await expectNothingLeft(full);
  });

  test('and the rest of the team is as if they had never been there', async () => {
    const alone = await openClassroom();
    await joinWithHistory(alone, 'Stays', 6);
    const full = await openFull();
    await full.device.ask('DELETE', '/api/me');
    const read = ({ db }: Grounds) =>
      db.selectFrom('item_option').select(['item', 'option', 'taken']).orderBy('item').orderBy('option').execute();
    expect(await read(full.room.server.grounds)).toEqual(await read(alone.server.grounds));
    expect((await read(alone.server.grounds)).length).toBeGreaterThan(0);
    const left = await full.room.server.grounds.db.selectFrom('player').select('id').execute();
    expect(left).toEqual([{ id: full.other }]);
  });
});

describe('a device that was offline', () => {
  test('is told that it was erased, with every token it has, and keeps nothing on the server', async () => {
    const { room, device, player } = await openFull();
    const late = await writeHistory(room, device);
    await room.ask('DELETE', `/api/teams/${room.team}/players/${player}`);
    for (const answer of [
      await deliver(device, late),
      await device.ask('GET', '/api/me'),
      await device.ask('GET', '/api/records'),
    ])
      expect([answer.status, answer.json]).toEqual([410, { error: 'erased' }]);
    expect(
      await room.server.grounds.db.selectFrom('record').select('id').where('device', '=', device.id).execute(),
    ).toEqual([]);
  });

  test('joins anew, and does not bring back what was erased; new results count', async () => {
    const { room, device, records } = await openFull();
    await device.ask('DELETE', '/api/me');
    room.server.clock.at = new Date(room.server.clock.at.getTime() + DAY_MS);
    const again = new Device(room.server);
    Object.assign(again, { id: device.id });
    expect((await again.join((await room.makeCode()).code, 'Nobody')).status).toBe(201);
    const back = await deliver(again, records);
    expect(back.json.receipts.map((receipt) => ('reason' in receipt ? receipt.reason : receipt.status))).toEqual(
      records.map(() => 'erased'),
    );
    const fresh = await deliver(again, (await writeHistory(room, again)).slice(0, 1));
    expect(fresh.json.receipts).toMatchObject([{ status: 'accepted', counted: true }]);
  });

  test('cannot come back by recovery words or a pairing code', async () => {
    const room = await openClassroom();
    const device = new Device(room.server);
    const { json } = await device.join((await room.makeCode()).code, NAME);
    const { code } = (await device.ask<{ code: string }>('POST', '/api/me/pairings')).json;
    await device.ask('DELETE', '/api/me');
    expect((await new Device(room.server).second({ way: 'words', words: json.recovery })).status).toBe(404);
    expect((await new Device(room.server).second({ way: 'pairing', code })).status).toBe(404);
  });
});

test('a player of another team is neither erased nor shown to be there', async () => {
  const room = await openClassroom();
  const stranger = await makePlayer(room.server.grounds, { team: await makeTeam(room.server.grounds) });
  const path = `/api/teams/${room.team}/players/${stranger.id}`;
  expect((await room.ask('DELETE', path)).json).toEqual({ error: 'notFound' });
  expect((await room.ask('GET', `${path}/export`)).json).toEqual({ error: 'notFound' });
  expect((await room.ask('PATCH', path, { name: 'Mine' })).json).toEqual({ error: 'notFound' });
  expect((await room.ask('POST', `${path}/pairings`)).json).toEqual({ error: 'notFound' });
  expect((await room.ask('DELETE', `${path}/devices/${stranger.device}`)).json).toEqual({ error: 'notFound' });
  expect(await room.server.grounds.db.selectFrom('player').select('name').execute()).toEqual([{ name: 'Ann' }]);
});

test('a team that is removed takes its players, codes and counts along', async () => {
  const full = await openFull();
  const { server, team } = full.room;
  const { eraseTeam } = await import('../../../src/server/players/erase.ts');
  await eraseTeam(server.grounds, team, full.room.manager.id);
  await expectNothingLeft(full);
  for (const table of ['team', 'player', 'join_code', 'item_option', 'team_manager'] as const)
    expect(await server.grounds.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
  expect((await full.device.ask('GET', '/api/me')).json).toEqual({ error: 'erased' });
});

describe('retention', () => {
  test('erases after the team’s days without a sign of life, on the day and not before', async () => {
    const { server, team } = await openClassroom({ retentionDays: 30 });
    const forever = await makeTeam(server.grounds);
    await makePlayer(server.grounds, { team: forever, name: 'Kept' });
    const gone = await makePlayer(server.grounds, { team, name: 'Gone' });
    const active = await makePlayer(server.grounds, { team, name: 'Active' });
    const begin = server.clock.at.getTime();
    server.clock.at = new Date(begin + 20 * DAY_MS);
    await server.house.request('/api/me', { headers: active.headers });
    server.clock.at = new Date(begin + 30 * DAY_MS);
    expect(await eraseOverdue(server.grounds)).toBe(0);
    server.clock.at = new Date(begin + 30 * DAY_MS + 1);
    expect(await eraseOverdue(server.grounds)).toBe(1);
    const left = await server.grounds.db.selectFrom('player').select('name').orderBy('name').execute();
    expect(left).toEqual([{ name: 'Active' }, { name: 'Kept' }]);
    expect((await server.house.request('/api/me', { headers: gone.headers })).status).toBe(410);
  });

  test('on several instances at once erases each player once', async () => {
    const { server, team } = await openClassroom({ retentionDays: 30 });
    for (let i = 0; i < 12; i++) await makePlayer(server.grounds, { team, name: `P${i}` });
    server.clock.at = new Date(server.clock.at.getTime() + 31 * DAY_MS);
    const counts = await Promise.all([1, 2, 3].map(() => eraseOverdue(server.grounds)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    const audit = await server.grounds.db
      .selectFrom('audit')
      .select('action')
      .where('action', '=', 'erasedByRetention')
      .execute();
    expect(audit).toHaveLength(12);
  });

  test('sweeps what has run out and nothing else', async () => {
    const { server, ask, team } = await openClassroom();
    await ask('GET', `/api/teams/${team}/codes`);
    const player = await makePlayer(server.grounds, { team });
    await server.house.request('/api/me/pairings', { method: 'POST', headers: player.headers });
    const count = async (table: 'session' | 'pairing' | 'rate' | 'audit' | 'account'): Promise<number> =>
      (await server.grounds.db.selectFrom(table).selectAll().execute()).length;
    const before = await Promise.all((['session', 'pairing', 'rate', 'audit', 'account'] as const).map(count));
    await sweepSpent(server.grounds);
    expect(await Promise.all((['session', 'pairing', 'rate', 'audit', 'account'] as const).map(count))).toEqual(before);
    expect(Math.min(...before)).toBeGreaterThan(0);
    server.clock.at = new Date(server.clock.at.getTime() + 3 * DAY_MS);
    await sweepSpent(server.grounds);
    expect([await count('session'), await count('pairing'), await count('rate'), await count('account')]).toEqual([
      0, 0, 0, 1,
    ]);
    await server.grounds.db.updateTable('account').set({ disabled_at: server.clock.at }).execute();
    server.clock.at = new Date(server.clock.at.getTime() + 91 * DAY_MS);
    await sweepSpent(server.grounds);
    expect([await count('account'), await count('audit')]).toEqual([0, before[3]]);
  });

  test('the job waits for what it does when it is stopped', async () => {
    const { server } = await openClassroom();
    const stop = startRetention(server.grounds);
    await stop();
    expect(server.lines.filter((line) => line.includes('retention'))).toEqual([]);
  });
});
