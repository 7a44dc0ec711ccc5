/** `npm run statements`: what was earned before there was a store. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Item } from '../../../src/quiz/index.ts';
import { makeAfterwards } from '../../../src/server/statements/make-afterwards.ts';
import { openWriter, type Writer } from '../../../src/server/statements/write-statements.ts';
import { makePlayer, makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, makeDevice, playAttempt, sitExamination } from '../records/device.ts';
import { sendWords } from '../records/send.ts';
import { findFaults } from './xapi-rules.ts';

const FROM = new Date('2026-01-01T00:00:00Z');

let room: TestGrounds;
let live: TestGrounds;
let writer: Writer;
beforeAll(async () => {
  room = await openTestGrounds();
  const { library } = room.grounds;
  writer = await openWriter({ library, origin: 'https://play.example.org', names: false });
  live = await openTestGrounds({ database: room.database, parts: { writeStatements: writer.write, library } });
});
afterAll(async () => {
  await live.close();
  await room.close();
});

async function readAll(player: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await room.grounds.db
    .selectFrom('statement')
    .select(['id', 'statement'])
    .where('player_id', '=', player)
    .execute();
  return new Map(rows.map(({ id, statement }) => [id, statement]));
}

/** A player with one of everything, delivered to a server with or without a store. */
async function earn(where: TestGrounds): Promise<string> {
  const { grounds, clock } = where;
  const player = await makePlayer(grounds, { team: await makeTeam(grounds) });
  const device = makeDevice(grounds.now, player.device);
  const at = clock.at.getTime() - 5000;
  const seed = Math.floor(Math.random() * 1e9);
  const items = [...grounds.library.items.values()].slice(0, 60) as readonly Item[];
  const records = [
    device.write({ type: 'bet', payload: { act: 'duck-pond', question: 'bet', choice: 'shooter' } }, at),
    device.write(
      { type: 'attempt', payload: await playAttempt({ act: 'duck-pond', seed, bet: 'equal', now: at }) },
      at,
    ),
    device.write({ type: 'poll', payload: { question: 'role', choice: 'hunter' } }, at),
    device.write({ type: 'examination', payload: sitExamination(grounds.library.bank, seed, (n) => n % 2 === 0) }, at),
    ...items.map((item, i) =>
      device.write({ type: 'answer', payload: answerItem(item, { right: i % 2 === 0 }) }, at + i),
    ),
  ];
  for (let from = 0; from < records.length; from += 20)
    expect(new Set(await sendWords(where, player, records.slice(from, from + 20)))).toEqual(new Set(['counted']));
  return player.id;
}

describe('statements made afterwards', () => {
  test('are those that the delivery would have made, to the letter', async () => {
    const player = await earn(live);
    const before = await readAll(player);
    expect(before.size).toBeGreaterThan(70);
    await room.grounds.db.deleteFrom('statement').where('player_id', '=', player).execute();
    const made = await makeAfterwards(room.grounds.db, writer, { from: FROM, again: false, now: room.grounds.now });
    expect(made).toBe(before.size);
    expect(await readAll(player)).toEqual(before);
    for (const statement of before.values()) expect(findFaults(statement, room.grounds.now())).toEqual([]);
  });

  test('are made once, however often they are asked for', async () => {
    const player = await earn(room);
    expect((await readAll(player)).size).toBe(0);
    const wishes = { from: FROM, again: false, now: room.grounds.now };
    const [one, other] = [
      await makeAfterwards(room.grounds.db, writer, wishes),
      await makeAfterwards(room.grounds.db, writer, wishes),
    ];
    expect(one).toBe((await readAll(player)).size);
    expect(one).toBeGreaterThan(70);
    expect(other).toBe(0);
  });

  test('leave alone what came before the day that was given', async () => {
    const player = await earn(room);
    const from = new Date(room.clock.at.getTime() + 1);
    await makeAfterwards(room.grounds.db, writer, { from, again: false, now: room.grounds.now });
    expect((await readAll(player)).size).toBe(0);
  });

  test('of what was sent or set aside wait again only when that is wished', async () => {
    const { db, now } = room.grounds;
    const player = await earn(live);
    const all = await readAll(player);
    const [sent = '', aside = ''] = [...all.keys()];
    await db.updateTable('statement').set({ sent_at: now(), statement: '{}' }).where('id', '=', sent).execute();
    await db.updateTable('statement').set({ fault: '400 no', tries: 3 }).where('id', '=', aside).execute();
    await makeAfterwards(db, writer, { from: FROM, again: false, now });
    expect((await readAll(player)).get(sent)).toEqual({});
    expect(await makeAfterwards(db, writer, { from: FROM, again: true, now })).toBeGreaterThanOrEqual(2);
    expect(await readAll(player)).toEqual(all);
    const rows = await db
      .selectFrom('statement')
      .select(['sent_at', 'fault', 'tries'])
      .where('id', 'in', [sent, aside])
      .execute();
    expect(rows).toEqual([1, 2].map(() => ({ sent_at: null, fault: null, tries: 0 })));
  });
});
