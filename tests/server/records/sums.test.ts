/** The sums kept beside the results are what a recount makes of the results, whatever came in whatever order. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openLibrary } from '../../../src/server/content/open-library.ts';
import { erase } from '../../../src/server/players/erase.ts';
import { recount } from '../../../src/server/records/recount.ts';
import { recordRoutes } from '../../../src/server/records/routes.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import type { Attempt, Examination } from '../../../src/wire/records/records.ts';
import { makePlayer, makeTeam, openTestGrounds, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, makeDevice, playAttempt, sitExamination, there } from './device.ts';
import { readSums } from './read-sums.ts';
import { sendWords } from './send.ts';
import { verifyHere } from './verifier-here.ts';

let test: TestGrounds;
let runs: readonly Attempt[];
let sittings: readonly Examination[];
beforeAll(async () => {
  const library = await openLibrary();
  test = await openTestGrounds({ routes: recordRoutes, parts: { library, verifier: await verifyHere(library) } });
  runs = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      playAttempt({ act: library.acts[n % 3] as string, seed: 100 + n, bet: 'equal' }),
    ),
  );
  sittings = Array.from({ length: 12 }, (_, n) => sitExamination(library.bank, 300 + n, (q) => (q * 7 + n) % 3 > 0));
});
afterAll(() => test.close());

const DAY = 86_400_000;
/** One thing that a player does: what, which one, how many days ago, on which device. */
const Deed = fc.record({
  what: fc.constantFrom('run', 'right', 'wrong', 'examination', 'bet'),
  which: fc.nat(39),
  daysAgo: fc.nat(3),
  device: fc.nat(1),
});
/** Deeds in the order in which they arrive, some of them twice, cut into deliveries. */
const Story = fc.record({
  people: fc.array(fc.array(fc.tuple(Deed, fc.boolean()), { maxLength: 14 }), { minLength: 1, maxLength: 3 }),
  cut: fc.integer({ min: 1, max: 6 }),
  erased: fc.boolean(),
});

describe('sums', () => {
  it('equal a recount at any time', async () => {
    const { grounds } = test;
    await fc.assert(
      fc.asyncProperty(Story, async ({ people, cut, erased }) => {
        const team = await makeTeam(grounds);
        const players: MadePlayer[] = [];
        for (const deeds of people) {
          const player = await makePlayer(grounds, { team });
          players.push(player);
          const devices = [makeDevice(grounds.now, player.device), makeDevice(grounds.now)];
          const records = deeds.flatMap(([deed, twice]): StoredRecord[] => {
            const record = act(there(devices[deed.device]), deed);
            return twice ? [record, record] : [record];
          });
          for (let from = 0; from < records.length; from += cut) {
            test.clock.at = new Date(test.clock.at.getTime() + 1500);
            const words = await sendWords(test, player, records.slice(from, from + cut));
            // A run of the list comes again from time to time, from anybody: it is a copy then, and never counts.
            expect(words.filter((word) => word !== 'counted' && word !== 'copied')).toEqual([]);
          }
        }
        if (erased) await erase(grounds, { player: there(players[0]).id, team, by: null });
        const sums = await readSums(grounds.db);
        await recount(grounds.db, grounds.library);
        expect(await readSums(grounds.db)).toEqual(sums);
      }),
      { numRuns: 20 },
    );
    const { player_act, item_option } = await readSums(grounds.db);
    expect(player_act.length).toBeGreaterThan(5);
    expect(item_option.length).toBeGreaterThan(20);
  }, 120_000);

  it('would differ, were a result written behind their back', async () => {
    const { grounds } = test;
    const player = await makePlayer(grounds, { team: await makeTeam(grounds) });
    const answer = makeDevice(grounds.now, player.device).write({ type: 'answer', payload: answerItem(itemAt(0)) });
    expect(await sendWords(test, player, [answer])).toEqual(['counted']);
    await grounds.db.updateTable('answer').set({ score: 0.5 }).where('player_id', '=', player.id).execute();
    const sums = await readSums(grounds.db);
    await recount(grounds.db, grounds.library);
    expect(await readSums(grounds.db)).not.toEqual(sums);
  });
});

const itemAt = (place: number) => itemOf(test.grounds.library.bank, place);

function act(
  device: ReturnType<typeof makeDevice>,
  { what, which, daysAgo }: { what: string; which: number; daysAgo: number },
): StoredRecord {
  const at = test.clock.at.getTime() - daysAgo * DAY;
  switch (what) {
    case 'run':
      return device.write({ type: 'attempt', payload: there(runs[which]) }, at);
    case 'examination':
      return device.write({ type: 'examination', payload: there(sittings[which % sittings.length]) }, at);
    case 'bet':
      return device.write({ type: 'bet', payload: { act: 'duck-pond', question: 'bet', choice: 'equal' } }, at);
    default:
      return device.write(
        { type: 'answer', payload: answerItem(itemAt(which % 6), { seed: which, right: what === 'right' }) },
        at,
      );
  }
}
