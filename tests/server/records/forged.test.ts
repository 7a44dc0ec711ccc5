/** A thousand submissions that somebody made up or tampered with, and an honest one beside each handful. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { recount } from '../../../src/server/records/recount.ts';
import { markDevice } from '../../../src/server/records/erased.ts';
import { recordRoutes } from '../../../src/server/records/routes.ts';
import { makePlayer, makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, makeDevice, playAttempt, sitExamination, there } from './device.ts';
import { FORGERIES } from './forgeries.ts';
import type { Workshop } from './forgery.ts';
import { readSums } from './read-sums.ts';
import { send, sendWords, wordOf } from './send.ts';

/** Of each kind: a thousand in all, and some. */
const OF_EACH = 26;

let test: TestGrounds;
beforeAll(async () => {
  test = await openTestGrounds({ routes: recordRoutes });
});
afterAll(() => test.close());

/** Two people who play honestly; one of them will not leave it at that. */
async function prepare(): Promise<Workshop & { readonly cheat: Awaited<ReturnType<typeof makePlayer>> }> {
  const { grounds, clock } = test;
  const { library, db, keys, now } = grounds;
  const team = await makeTeam(grounds);
  const [honest, cheat] = [await makePlayer(grounds, { team }), await makePlayer(grounds, { team })];
  const [theirs, device] = [makeDevice(now, honest.device), makeDevice(now, cheat.device)];
  const item = itemOf(library.bank, 0);
  const others = {
    run: theirs.write({ type: 'attempt', payload: await playAttempt({ act: 'duck-pond', seed: 1 }) }),
    examination: theirs.write({ type: 'examination', payload: sitExamination(library.bank, 2, (n) => n % 2 === 0) }),
  };
  const own = {
    run: device.write({ type: 'attempt', payload: await playAttempt({ act: 'blind-and-lame', seed: 3 }) }),
    answer: device.write({ type: 'answer', payload: answerItem(item) }),
  };
  expect(await sendWords(test, honest, Object.values(others))).toEqual(['counted', 'counted']);
  expect(await sendWords(test, cheat, Object.values(own))).toEqual(['counted', 'counted']);
  const erasedDevice = crypto.randomUUID();
  await db
    .insertInto('tombstone')
    .values({ mark: markDevice(keys, erasedDevice), erased_at: now() })
    .execute();
  return {
    library,
    device,
    now: clock.at.getTime(),
    others,
    own,
    foreignDevice: honest.device,
    erasedDevice,
    cutOf: () => ({}),
    cheat,
  };
}

describe('forgeries', () => {
  it(`are of twenty kinds and more, a thousand and more`, () => {
    expect(new Set(FORGERIES.map(({ name }) => name)).size).toBe(FORGERIES.length);
    expect(FORGERIES.length).toBeGreaterThanOrEqual(20);
    expect(FORGERIES.length * OF_EACH).toBeGreaterThanOrEqual(1000);
  });

  it('do not count, and disturb nothing', async () => {
    const { grounds, clock } = test;
    const { cheat, ...workshop } = await prepare();
    const counts = async (): Promise<unknown> =>
      (
        await sql`select (select count(*)::integer from attempt) as attempts, (select count(*)::integer from answer) as answers,
          (select count(*)::integer from examination) as examinations, (select count(*)::integer from bet) as bets`.execute(
          grounds.db,
        )
      ).rows[0];
    const before = (await counts()) as { answers: number };
    const wrong: string[] = [];
    let honest = 0;
    for (let n = 0; n < OF_EACH; n++) {
      // A few kinds to a batch, so that every kind has stood beside honest answers.
      for (let from = 0; from < FORGERIES.length; from += 8) {
        clock.at = new Date(clock.at.getTime() + 5000);
        const kinds = FORGERIES.slice(from, from + 8);
        const forged = await Promise.all(kinds.map((kind) => kind.make(workshop, n)));
        const item = itemOf(grounds.library.bank, n + from);
        const answer = workshop.device.write({ type: 'answer', payload: answerItem(item, { seed: n * 1000 + from }) });
        const batches = splitBatch([...forged, answer]);
        const receipts = (await Promise.all(batches.map((batch) => send(test, cheat, batch)))).flatMap((got, i) =>
          got.receipts.slice(0, there(batches[i]).length),
        );
        kinds.forEach(({ name, becomes }, i) => {
          const word = wordOf(receipts[i]);
          if (word !== becomes) wrong.push(`${name} ${n}: ${word} instead of ${becomes}`);
        });
        if (wordOf(receipts[kinds.length]) === 'counted') honest++;
        else wrong.push(`honest ${n} ${from}: ${wordOf(receipts[kinds.length])}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(honest).toBe(OF_EACH * Math.ceil(FORGERIES.length / 8));
    expect(await counts()).toEqual({ ...before, answers: before.answers + honest });
    const sums = await readSums(grounds.db);
    await recount(grounds.db, grounds.library);
    expect(await readSums(grounds.db)).toEqual(sums);
    expect(({} as { counted?: unknown }).counted).toBeUndefined();
  }, 300_000);
});

/** Giants travel alone: one batch has room for one of them. */
function splitBatch(records: readonly unknown[]): unknown[][] {
  const batches: unknown[][] = [[]];
  let bytes = 0;
  for (const record of records) {
    const size = (typeof record === 'string' ? record : JSON.stringify(record)).length;
    if (bytes + size > 200_000 && bytes > 0) {
      batches.push([]);
      bytes = 0;
    }
    there(batches.at(-1)).push(record);
    bytes += size;
  }
  return batches;
}
