import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { SHEETS } from '../../../src/server/players/export/sheets.ts';
import { openClassroom } from './classroom.ts';
import { joinWithHistory } from './history.ts';
import { Device } from './device.ts';

interface Exported {
  readonly format: string;
  readonly version: number;
  readonly player: { readonly id: string; readonly name: string; readonly team: string };
  readonly devices: readonly { readonly id: string }[];
  readonly records: readonly {
    readonly id: string;
    readonly payloadHash: string;
    readonly payload: unknown;
    readonly mark: null;
  }[];
  readonly [part: string]: unknown;
}

test('an export has everything, and nothing of anybody else', async () => {
  const room = await openClassroom();
  const { device, player, records } = await joinWithHistory(room, '李伟');
  const other = await joinWithHistory(room, 'Bob', 6);
  const { status, json } = await device.ask<Exported>('GET', '/api/me/export');
  expect(status).toBe(200);
  expect(json).toMatchObject({
    format: 'marshals-baton-player',
    version: 1,
    exportedAt: '2026-11-22T12:00:00.000Z',
    player: { id: player, kind: 'player', name: '李伟', team: 'North', retentionDays: 90 },
    devices: [{ id: device.id }],
  });
  expect(json.records.map(({ id, payloadHash, payload }) => ({ id, payloadHash, payload }))).toEqual(
    records.map(({ id, payloadHash, payload }) => ({ id, payloadHash, payload })),
  );
  const sizes = Object.fromEntries(
    Object.entries(json).flatMap(([part, value]) => (Array.isArray(value) ? [[part, value.length]] : [])),
  );
  expect(sizes).toMatchObject({ attempts: 1, examinations: 1, bets: 1, acts: 1, days: 1, records: 5, statements: 0 });
  for (const part of ['answers', 'items']) expect(sizes[part]).toBeGreaterThan(1);
  const text = JSON.stringify(json);
  for (const strange of [other.player, other.device.id, 'Bob', device.token ?? '']) expect(text).not.toContain(strange);
});

test('the manager gets the same, for their team’s players', async () => {
  const room = await openClassroom();
  const { device, player } = await joinWithHistory(room, 'Ann');
  const own = (await device.ask<Exported>('GET', '/api/me/export')).json;
  const path = `/api/teams/${room.team}/players/${player}/export`;
  expect((await room.ask<Exported>('GET', path)).json).toEqual(own);
  const audit = await room.server.grounds.db
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', 'exported')
    .orderBy('id')
    .execute();
  expect(audit).toMatchObject([
    { account_id: null, subject: player },
    { account_id: room.manager.id, subject: player },
  ]);
});

test('attempts and answers come as tables', async () => {
  const room = await openClassroom();
  const { device, player, records } = await joinWithHistory(room, 'Ann');
  const attempts = (await device.ask('GET', '/api/me/export/attempts')).text.split('\r\n');
  expect(attempts[0]?.replace('\uFEFF', '')).toBe('record,at,act,rules,score,seconds,bet,bet_right');
  expect(attempts.slice(1)).toEqual([
    expect.stringMatching(new RegExp(`^${records[2]?.id},2026-11-22T12:00:00.000Z,duck-pond,`)),
    '',
  ]);
  const answers = (await device.ask('GET', `/api/me/export/answers`)).text.split('\r\n');
  expect(answers[0]?.replace('\uFEFF', '')).toBe('record,place,at,way,act,item,idea,response,score,round,took_ms');
  const { rows } = {
    rows: await room.server.grounds.db.selectFrom('answer').select('item').where('player_id', '=', player).execute(),
  };
  expect(answers).toHaveLength(rows.length + 2);
});

test('docs/data.md describes every field and column', async () => {
  const room = await openClassroom();
  const { device } = await joinWithHistory(room, 'Ann');
  const text = await readFile(join(import.meta.dirname, '../../../docs/data.md'), 'utf8');
  const told = new Set([...text.matchAll(/`([a-zA-Z_]+)`/g)].map(([, name]) => name));
  const { json } = await device.ask<Exported>('GET', '/api/me/export');
  const fields = new Set(Object.keys(json));
  for (const value of Object.values(json))
    for (const row of Array.isArray(value) ? value : [value])
      if (typeof row === 'object' && row !== null) for (const field of Object.keys(row)) fields.add(field);
  for (const { columns } of Object.values(SHEETS)) for (const column of columns) fields.add(column);
  expect([...fields].filter((field) => !told.has(field))).toEqual([]);
  expect(fields.size).toBeGreaterThan(50);
});

test('more records than lie in memory at once all come, in their order', async () => {
  const room = await openClassroom();
  const { device, player } = await joinWithHistory(room, 'Ann');
  const { db, now } = room.server.grounds;
  await db
    .insertInto('record')
    .values(
      Array.from({ length: 130 }, (_, i) => ({
        player_id: player,
        id: `many-${i}`,
        device: 'other',
        seq: i + 1,
        type: 'poll' as const,
        schema: 1,
        payload: '{}',
        payload_hash: 'x',
        written_at: now(),
        received_at: now(),
        mark: null,
      })),
    )
    .execute();
  const items = Array.from({ length: 1100 }, (_, i) => `~many-${String(i).padStart(4, '0')}`);
  await db
    .insertInto('player_item')
    .values(
      items.map((item) => ({
        player_id: player,
        item,
        idea: 'x',
        team_id: room.team,
        answers: 1,
        first_score: 1,
        last_score: 1,
        last_at: now(),
      })),
    )
    .execute();
  const { json } = await device.ask<Exported>('GET', '/api/me/export');
  expect(json.records.slice(5).map(({ id }) => id)).toEqual(Array.from({ length: 130 }, (_, i) => `many-${i}`));
  const shown = (json as unknown as { items: readonly { item: string }[] }).items.map(({ item }) => item);
  expect(shown.filter((item) => item.startsWith('~many')).toSorted()).toEqual(items);
});

test('six exports of a file a day', async () => {
  const room = await openClassroom();
  const device = new Device(room.server);
  await device.join((await room.makeCode()).code, 'Ann');
  for (let i = 0; i < 6; i++) expect((await device.ask('GET', '/api/me/export')).status).toBe(200);
  expect((await device.ask('GET', '/api/me/export')).json).toEqual({ error: 'tooMany', retryAfter: 12 * 3600 });
  expect((await device.ask('GET', '/api/me/export/answers')).status).toBe(200);
});
