import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { erase } from '../../../src/server/players/erase.ts';
import { recount } from '../../../src/server/records/recount.ts';
import { MOST_BATCH_BYTES, MOST_RECORDS } from '../../../src/wire/delivery.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import type { LiveChange } from '../../../src/wire/team.ts';
import { makePlayer, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import {
  answerItem,
  itemOf,
  makeDevice,
  playAttempt,
  readAct,
  sitExamination,
  there,
  wrongResponse,
  type TestDevice,
} from './device.ts';
import { readSums } from './read-sums.ts';
import { send, sendRaw, sendWords, wordOf } from './send.ts';
import { openStand, poll, welcome, type Stand } from './stand.ts';

let stand: Stand;
let test: TestGrounds;
let team: string;
let player: MadePlayer;
let device: TestDevice;
beforeAll(async () => {
  stand = await openStand();
  test = stand.test;
});
beforeEach(async () => {
  ({ team, player, device } = await welcome(stand));
});
afterAll(() => test.close());

const itemAt = (place: number) => itemOf(test.grounds.library.bank, place);
const statedFor = () => stand.stated.filter((wanted) => wanted.player === player.id);
const rowsOf = (table: 'attempt' | 'answer' | 'examination' | 'bet' | 'record') =>
  test.grounds.db.selectFrom(table).selectAll().where('player_id', '=', player.id).execute();

describe('a delivery', () => {
  it('counts every kind of honest record, by what the server finds', async () => {
    const { library } = test.grounds;
    const bet = { act: 'duck-pond', question: 'bet', choice: 'shooter' };
    const attempt = await playAttempt({ act: 'duck-pond', seed: 5, bot: 'scatterAndGlue', bet: 'scatterAndGlue' });
    const sat = sitExamination(library.bank, 9, (number) => number % 2 === 0);
    const records = [
      poll(device, 'alone'),
      device.write({ type: 'bet', payload: bet }),
      // What a device says of its bet is not asked.
      device.write({ type: 'attempt', payload: { ...attempt, bet: { ...there(attempt.bet), right: false } } }),
      device.write({ type: 'answer', payload: answerItem(itemAt(0), { act: 'duck-pond' }) }),
      device.write({ type: 'examination', payload: sat }),
    ];
    const { receipts, rules } = await send(test, player, records);
    expect(receipts).toEqual(
      records.map(({ id, payloadHash }) => ({ id, payloadHash, status: 'accepted', counted: true })),
    );
    expect(rules).toEqual(test.grounds.verifier.rules);
    expect(await rowsOf('attempt')).toMatchObject([
      {
        act: 'duck-pond',
        score: attempt.outcome.score,
        series: attempt.outcome.series,
        bet_right: true,
        bet: 'scatterAndGlue',
      },
    ]);
    expect(await rowsOf('examination')).toMatchObject([{ rank: sat.result.rank, estimate: sat.result.estimate }]);
    expect(await rowsOf('answer')).toHaveLength(1 + sat.answers.length);
    expect(await rowsOf('bet')).toMatchObject([{ choice: 'shooter' }]);
    expect(statedFor().flatMap(({ counted }) => counted.map(({ record }) => record.type))).toEqual(
      records.map(({ type }) => type),
    );
  });

  it('takes the same records again as if they had come once', async () => {
    const records = [
      poll(device, 'team'),
      device.write({ type: 'attempt', payload: await playAttempt({ act: 'blind-and-lame', seed: 8 }) }),
      device.write({ type: 'answer', payload: answerItem(itemAt(3)) }),
    ];
    const first = await send(test, player, records);
    const second = await send(test, player, records);
    expect(second).toEqual(first);
    // In another order, twice in one batch, and in part.
    expect(await sendWords(test, player, [...records, ...records].toReversed())).toEqual(Array(6).fill('counted'));
    expect(await rowsOf('record')).toHaveLength(3);
    expect(await rowsOf('attempt')).toHaveLength(1);
    expect(statedFor()).toHaveLength(1);
    const [act] = await test.grounds.db
      .selectFrom('player_act')
      .selectAll()
      .where('player_id', '=', player.id)
      .execute();
    expect(act).toMatchObject({ attempts: 1 });
  });

  it('gives receipts for later records, whose answers were lost', async () => {
    const records = Array.from({ length: 6 }, (_, n) => poll(device, String(n)));
    await send(test, player, records.slice(2));
    const { receipts } = await send(test, player, records.slice(0, 2));
    expect(receipts.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(receipts.every((receipt) => wordOf(receipt) === 'counted')).toBe(true);
  });

  it('refuses another record under a known id or number, and keeps the first', async () => {
    const [one, other] = [poll(device, 'one'), poll(device, 'other')];
    expect(await sendWords(test, player, [one])).toEqual(['counted']);
    expect(await sendWords(test, player, [{ ...other, id: one.id }])).toEqual(['conflict']);
    expect(await sendWords(test, player, [{ ...other, seq: one.seq }])).toEqual(['conflict']);
    // The same content under another id, at the same place: nothing new, and nothing to quarrel about.
    expect(await sendWords(test, player, [{ ...one, id: other.id }])).toEqual(['counted']);
    // Both in one batch.
    const [third, fourth] = [poll(device, 'third'), poll(device, 'fourth')];
    expect(await sendWords(test, player, [third, { ...fourth, id: third.id }])).toEqual(['counted', 'conflict']);
    expect((await rowsOf('record')).map(({ id }) => id).toSorted()).toEqual([one.id, third.id].toSorted());
  });

  it('keeps what does not count, says why, and says the same again', async () => {
    const attempt = await playAttempt({ act: 'duck-pond', seed: 11 });
    const forged = device.writeAny('attempt', { ...attempt, outcome: { ...attempt.outcome, score: 1e6 } });
    expect(await sendWords(test, player, [forged])).toEqual(['forged']);
    expect(await sendWords(test, player, [forged])).toEqual(['forged']);
    expect(await rowsOf('record')).toMatchObject([{ id: forged.id, mark: 'forged' }]);
    expect(await rowsOf('attempt')).toEqual([]);
    expect(statedFor()).toEqual([]);
  });

  it('refuses too much at once as a whole', async () => {
    const many = Array.from({ length: MOST_RECORDS + 1 }, (_, n) => poll(device, String(n)));
    expect((await sendRaw(test, player, many)).status).toBe(400);
    const text = JSON.stringify(poll(device, 'x'.repeat(150)));
    expect((await sendRaw(test, player, [`${text}${' '.repeat(MOST_BATCH_BYTES)}`])).status).toBe(413);
    expect((await sendRaw(test, player, [])).status).toBe(400);
    expect(await rowsOf('record')).toEqual([]);
  });

  it('tells the team what came, once for each kind, and nothing when nothing counts', async () => {
    const heard: LiveChange[] = [];
    const stop = test.grounds.changes.watch(team, (change) => heard.push(change));
    const answers = [0, 1, 2].map((place) => device.write({ type: 'answer', payload: answerItem(itemAt(place)) }));
    const bet = device.write({ type: 'bet', payload: { act: 'duck-pond', question: 'bet', choice: 'equal' } });
    await send(test, player, [...answers, bet, poll(device, 'alone')]);
    await send(test, player, answers);
    await expect.poll(() => heard.length).toBe(2);
    stop();
    expect(heard.map(({ what }) => what)).toEqual(['answer', 'bet']);
    expect(heard[0]).toEqual({ team, player: player.id, what: 'answer', at: test.clock.at.toISOString() });
  });

  it('does not let a record that the database refuses hold up the others', async () => {
    const { db } = test.grounds;
    const records = [poll(device, 'first'), poll(device, 'second'), poll(device, 'third')];
    const id = there(records[1]).id;
    // No record is known that slips through; so the database is made to dislike one.
    await test.grounds.db.schema
      .alterTable('record')
      .addCheckConstraint('dislike', sql`id <> ${sql.lit(id)}`)
      .execute();
    try {
      expect(await sendWords(test, player, records)).toEqual(['counted', 'malformed', 'counted']);
    } finally {
      await db.schema.alterTable('record').dropConstraint('dislike').execute();
    }
  });

  it('sees a player for the last time when it came', async () => {
    test.clock.at = new Date(test.clock.at.getTime() + 3_600_000);
    await send(test, player, [poll(device, 'late')]);
    const seen = await test.grounds.db
      .selectFrom('player')
      .select('seen_at')
      .where('id', '=', player.id)
      .executeTakeFirst();
    expect(seen?.seen_at).toEqual(test.clock.at);
  });

  it('believes no clock beyond reason', async () => {
    const at = (time: number, seed: number): StoredRecord =>
      device.write({ type: 'answer', payload: answerItem(itemAt(7), { seed }) }, time);
    const now = test.clock.at.getTime();
    const records = [{ ...at(now, 1), at: -1e300 }, { ...at(now, 2), at: 1e300 }, at(0, 3), at(now - 86_400_000, 4)];
    expect(await sendWords(test, player, records)).toEqual(Array(4).fill('counted'));
    const kept = await test.grounds.db
      .selectFrom('answer')
      .select(['record_id', 'at'])
      .where('player_id', '=', player.id)
      .execute();
    const when = (record: { id: string }) => kept.find(({ record_id }) => record_id === record.id)?.at.getTime();
    expect(records.map(when)).toEqual([now, now, now, now - 86_400_000]);
  });
});

describe('a kiosk', () => {
  it('delivers as a player does', async () => {
    const kiosk = await makePlayer(test.grounds, { team, kind: 'kiosk' });
    const own = makeDevice(test.grounds.now, kiosk.device);
    const { file } = await readAct('duck-pond');
    const attempt = await playAttempt({ act: 'duck-pond', seed: 21, changes: file.kiosk });
    expect(await sendWords(test, kiosk, [own.write({ type: 'attempt', payload: attempt })])).toEqual(['counted']);
  });
});

describe('first answers', () => {
  it('are counted by option, and move when an earlier one comes from another device', async () => {
    const { db, library } = test.grounds;
    const item = there([...library.items.values()].find(({ kind }) => kind === 'single-choice'));
    const wrong = there(wrongResponse(item)[0]);
    const right = there(answerItem(item).response[0]);
    const taken = async (): Promise<Readonly<Record<string, number>>> =>
      Object.fromEntries(
        (
          await db
            .selectFrom('item_option')
            .select(['option', 'taken'])
            .where('team_id', '=', team)
            .where('item', '=', item.id)
            .execute()
        ).map(({ option, taken: count }) => [option, count]),
      );
    const now = test.clock.at.getTime();
    await send(test, player, [device.write({ type: 'answer', payload: answerItem(item, { seed: 1 }) }, now - 1000)]);
    expect(await taken()).toEqual({ [right]: 1 });
    await send(test, player, [
      device.write({ type: 'answer', payload: answerItem(item, { seed: 2, right: false }) }, now),
    ]);
    expect(await taken()).toEqual({ [right]: 1 });
    const old = makeDevice(test.grounds.now);
    await send(test, player, [
      old.write({ type: 'answer', payload: answerItem(item, { seed: 3, right: false }) }, now - 5000),
    ]);
    expect(await taken()).toEqual({ [wrong]: 1 });
    const [row] = await db.selectFrom('player_item').selectAll().where('player_id', '=', player.id).execute();
    expect(row).toMatchObject({ answers: 3, first_score: 0, last_score: 0 });
    await erase(test.grounds, { player: player.id, team, by: null });
    expect(await taken()).toEqual({});
  });
});

describe('after all of this', () => {
  it('the sums are those of a recount', async () => {
    const { db, library } = test.grounds;
    const before = await readSums(db);
    expect(before.player_item.length).toBeGreaterThan(10);
    await recount(db, library);
    expect(await readSums(db)).toEqual(before);
  });
});
