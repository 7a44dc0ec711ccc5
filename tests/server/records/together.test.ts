/** Deliveries that meet: of one device twice, of one player's devices, of a whole team, through two instances. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openLibrary } from '../../../src/server/content/open-library.ts';
import { recount } from '../../../src/server/records/recount.ts';
import { recordRoutes } from '../../../src/server/records/routes.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import { makePlayer, makeTeam, openTestGrounds, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, makeDevice, playAttempt, type TestDevice } from './device.ts';
import { readSums } from './read-sums.ts';
import { send, sendWords, wordOf } from './send.ts';
import { verifyHere } from './verifier-here.ts';

let one: TestGrounds;
let other: TestGrounds;
beforeAll(async () => {
  const library = await openLibrary();
  const parts = { library, verifier: await verifyHere(library) };
  one = await openTestGrounds({ routes: recordRoutes, parts });
  // A second instance: its own house and parts, the same database.
  other = await openTestGrounds({ routes: recordRoutes, parts, database: one.database });
});
afterAll(async () => {
  await other.close();
  await one.close();
});

const itemAt = (place: number) => itemOf(one.grounds.library.bank, place);
const answers = (device: TestDevice, count: number): StoredRecord[] =>
  Array.from({ length: count }, (_, n) =>
    device.write({ type: 'answer', payload: answerItem(itemAt(n), { seed: n, right: n % 3 > 0 }) }),
  );

describe('deliveries that meet', () => {
  it('count a record once when it comes twice at the same moment', async () => {
    const team = await makeTeam(one.grounds);
    for (let round = 0; round < 5; round++) {
      const player = await makePlayer(one.grounds, { team });
      const device = makeDevice(one.grounds.now, player.device);
      const run = device.write({
        type: 'attempt',
        payload: await playAttempt({ act: 'duck-pond', seed: 500 + round }),
      });
      const records = [...answers(device, 12), run];
      const got = await Promise.all(
        [one, other, one, other].map((instance, i) =>
          send(instance, player, i % 2 === 0 ? records : records.toReversed()),
        ),
      );
      for (const { receipts } of got) expect(receipts.map(wordOf)).toEqual(Array(13).fill('counted'));
      const rows = await one.grounds.db
        .selectFrom('answer')
        .select('record_id')
        .where('player_id', '=', player.id)
        .execute();
      expect(rows).toHaveLength(12);
    }
    const options = await one.grounds.db.selectFrom('item_option').selectAll().where('team_id', '=', team).execute();
    expect(Math.max(...options.map(({ taken }) => taken))).toBe(5);
  });

  it('lose nothing and meet no deadlock when a whole team delivers at once', async () => {
    const team = await makeTeam(one.grounds);
    const people = await Promise.all(Array.from({ length: 16 }, () => makePlayer(one.grounds, { team })));
    await Promise.all(
      people.map(async (player, n) => {
        const records = answers(makeDevice(one.grounds.now, player.device), 30);
        // Each begins elsewhere in the list, so that they touch the team's counts crosswise.
        const turned = [...records.slice(n), ...records.slice(0, n)];
        for (let from = 0; from < turned.length; from += 10)
          expect(await sendWords(n % 2 === 0 ? one : other, player, turned.slice(from, from + 10))).toEqual(
            Array(10).fill('counted'),
          );
      }),
    );
    const options = await one.grounds.db.selectFrom('item_option').selectAll().where('team_id', '=', team).execute();
    expect(Math.max(...options.map(({ taken }) => taken))).toBe(16);
  });

  it('let one of two keep a run that both bring at once', async () => {
    const team = await makeTeam(one.grounds);
    for (let round = 0; round < 5; round++) {
      const payload = await playAttempt({ act: 'blind-and-lame', seed: 900 + round });
      const people: readonly MadePlayer[] = [
        await makePlayer(one.grounds, { team }),
        await makePlayer(one.grounds, { team }),
      ];
      const words = await Promise.all(
        people.map((player, i) =>
          sendWords(i === 0 ? one : other, player, [
            makeDevice(one.grounds.now, player.device).write({ type: 'attempt', payload }),
          ]),
        ),
      );
      expect(words.flat().toSorted()).toEqual(['copied', 'counted']);
    }
  });

  it('take the numbers of one device from two tabs as one line', async () => {
    const player = await makePlayer(one.grounds, { team: await makeTeam(one.grounds) });
    const [tab, copy] = [makeDevice(one.grounds.now, player.device), makeDevice(one.grounds.now, player.device)];
    const mine = answers(tab, 5);
    const numbered = mine.map((_, n) => copy.write({ type: 'poll', payload: { question: 'q', choice: String(n) } }));
    const got = await Promise.all([sendWords(one, player, mine), sendWords(other, player, numbered)]);
    expect(got.toSorted()).toEqual([Array(5).fill('conflict'), Array(5).fill('counted')]);
  });
});

describe('after all of this', () => {
  it('the sums are those of a recount', async () => {
    const { db, library } = one.grounds;
    const sums = await readSums(db);
    await recount(db, library);
    expect(await readSums(db)).toEqual(sums);
  });
});
