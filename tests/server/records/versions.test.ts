/** Rules that change: old versions beside new ones, records of versions that are not here, and their return. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ActRules } from '../../../src/kernel/act-rules.ts';
import { openLibrary } from '../../../src/server/content/open-library.ts';
import { gatherVersions, loadVersions, type RulesAndFile } from '../../../src/server/records/act-versions.ts';
import { checkAttempt } from '../../../src/server/records/check-attempt.ts';
import { recheckMarked } from '../../../src/server/records/recheck.ts';
import { recount } from '../../../src/server/records/recount.ts';
import { recordRoutes } from '../../../src/server/records/routes.ts';
import { writeNoStatements } from '../../../src/server/records/statements-hook.ts';
import type { Attempt } from '../../../src/wire/records/records.ts';
import { makePlayer, makeTeam, openTestGrounds, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, makeDevice, playAttempt, readAct, sitExamination, there } from './device.ts';
import { readSums } from './read-sums.ts';
import { readPage, sendWords } from './send.ts';
import { verifyHere } from './verifier-here.ts';

const library = await openLibrary();

/** The pond's rules as a version 2 would be: a run is worth twice as much. */
async function makeSecondVersion(): Promise<{ readonly first: RulesAndFile; readonly second: RulesAndFile }> {
  const { rules, file } = await readAct('duck-pond');
  const { act } = rules;
  const second: ActRules = {
    ...rules,
    act: {
      ...act,
      version: 2,
      outcome: (state) => {
        const outcome = act.outcome(state);
        return { ...outcome, score: outcome.score * 2 };
      },
    },
  };
  return { first: { rules, file }, second: { rules: second, file } };
}

/** What a page with the second version would have written. */
function asSecond(attempt: Attempt): Attempt {
  const outcome = { ...attempt.outcome, score: attempt.outcome.score * 2 };
  return { ...attempt, replay: { ...attempt.replay, rules: 2, outcome }, outcome };
}

describe('versions of rules', () => {
  it('stand beside each other, each playing its own runs', async () => {
    const { first, second } = await makeSecondVersion();
    const both = gatherVersions([first, second]);
    const old = await playAttempt({ act: 'duck-pond', seed: 31 });
    const fresh = asSecond(old);
    expect(checkAttempt(both, old)).toMatchObject({ ok: true, result: { outcome: { score: old.outcome.score } } });
    expect(checkAttempt(both, fresh)).toMatchObject({ ok: true, result: { outcome: { score: fresh.outcome.score } } });
    // One that says that it is of the other version comes to another score.
    expect(checkAttempt(both, { ...fresh, replay: { ...fresh.replay, rules: 1 } })).toMatchObject({ mark: 'forged' });
    expect(checkAttempt(gatherVersions([first]), fresh)).toMatchObject({ ok: false, mark: 'otherRules' });
    expect(() => gatherVersions([first, first])).toThrow(/twice/);
  });

  it('offer what the game offers: the usual way, the other ways, the first run, the kiosk’s cut of every way', async () => {
    const versions = await loadVersions();
    for (const act of library.acts) {
      const { rules, file } = await readAct(act);
      const { offered, kiosk } = there(versions.get(act)?.get(rules.act.version));
      const ways = [{}, ...(file.ways ?? []).map((way) => way.parameters)];
      const check = async (changes: Readonly<Record<string, number>>, isKioskCut: boolean): Promise<void> =>
        expect(checkAttempt(versions, await playAttempt({ act, seed: 41, changes })), act).toMatchObject({
          ok: true,
          result: { isKioskCut },
        });
      for (const changes of [...ways, file.first ?? {}]) await check(changes, false);
      for (const way of ways) await check({ ...way, ...file.kiosk }, true);
      expect(kiosk.size).toBeLessThanOrEqual(ways.length);
      expect(offered.size).toBeLessThanOrEqual(1 + ways.length + kiosk.size);
    }
  });

  it('settle a bet on the stage of the run, played in the usual way', async () => {
    const versions = await loadVersions();
    for (const act of library.acts) {
      const { file } = await readAct(act);
      for (const way of file.ways ?? [{ parameters: {} }]) {
        const right: (boolean | null)[] = [];
        for (const bet of library.betsOf[act] ?? []) {
          const attempt = await playAttempt({ act, seed: 43, changes: way.parameters, bet });
          const checked = checkAttempt(versions, attempt);
          expect(checked).toMatchObject({ ok: true, result: { betRight: attempt.bet?.right } });
          if (checked.ok) right.push(checked.result.betRight);
        }
        expect(right.filter((each) => each === true)).toHaveLength(1);
        expect(checkAttempt(versions, await playAttempt({ act, seed: 43 }))).toMatchObject({
          result: { betRight: null },
        });
      }
    }
  });

  it('do not hold the score to be true when the parts of the outcome differ', async () => {
    const versions = await loadVersions();
    const attempt = await playAttempt({ act: 'duck-pond', seed: 47 });
    const { outcome: _, ...replay } = attempt.replay;
    const without = { ...attempt, replay } as Attempt;
    expect(checkAttempt(versions, without)).toMatchObject({ ok: true });
    const series = attempt.outcome.series.slice(1);
    expect(checkAttempt(versions, { ...without, outcome: { ...attempt.outcome, series } })).toMatchObject({
      mark: 'forged',
    });
  });
});

describe('records of versions that are not here', () => {
  let test: TestGrounds;
  let player: MadePlayer;
  beforeEach(async () => {
    test = await openTestGrounds({ routes: recordRoutes, parts: { library, verifier: await verifyHere(library) } });
    player = await makePlayer(test.grounds, { team: await makeTeam(test.grounds) });
  });
  afterEach(() => test.close());

  it('are kept and marked, and count when their version has become known', async () => {
    const { first, second } = await makeSecondVersion();
    const device = makeDevice(test.grounds.now, player.device);
    const fresh = device.write({
      type: 'attempt',
      payload: asSecond(await playAttempt({ act: 'duck-pond', seed: 51 })),
    });
    const forged = device.writeAny('attempt', { ...(fresh.payload as object), outcome: { series: [1], score: 1e6 } });
    const other = sitExamination(library.bank, 7);
    const exam = device.write({ type: 'examination', payload: { ...other, bank: '0123456789abcdef' } });
    const bet = device.write({ type: 'bet', payload: { act: 'tea-house', question: 'bet', choice: 'equal' } });
    const answer = device.write({ type: 'answer', payload: answerItem(itemOf(library.bank, 0)) });
    const records = [fresh, forged, exam, bet, answer];
    expect(await sendWords(test, player, records)).toEqual([
      'otherRules',
      'otherRules',
      'otherBank',
      'otherRules',
      'counted',
    ]);
    const { upTo } = await readPage(test, player, 0);

    // As it starts again with nothing new.
    expect(await recheckMarked(test.grounds, writeNoStatements)).toBe(0);
    // As it starts again with the second version, in two instances.
    const verifier = await verifyHere(library, gatherVersions([first, second]));
    const newer = { ...test.grounds, verifier };
    const lifted = await Promise.all([
      recheckMarked(newer, writeNoStatements),
      recheckMarked(newer, writeNoStatements),
    ]);
    expect(lifted[0] + lifted[1]).toBe(1);
    expect(await recheckMarked(newer, writeNoStatements)).toBe(0);

    // The device hears it when it asks again; other devices find it behind what they have read.
    expect(await sendWords(test, player, records)).toEqual(['counted', 'forged', 'otherBank', 'otherRules', 'counted']);
    expect((await readPage(test, player, upTo)).records).toEqual([fresh]);
    expect(await test.grounds.db.selectFrom('attempt').select(['rules', 'score']).execute()).toEqual([
      { rules: 2, score: (fresh.payload as Attempt).outcome.score },
    ]);
    const sums = await readSums(test.grounds.db);
    expect(sums.player_act).toMatchObject([{ attempts: 1 }]);
    await recount(test.grounds.db, library);
    expect(await readSums(test.grounds.db)).toEqual(sums);
  });

  it('do not count when somebody else has delivered the same run meanwhile', async () => {
    const { first, second } = await makeSecondVersion();
    const payload = asSecond(await playAttempt({ act: 'duck-pond', seed: 53 }));
    const other = await makePlayer(test.grounds, { team: player.team });
    for (const each of [player, other]) {
      const device = makeDevice(test.grounds.now, each.device);
      expect(await sendWords(test, each, [device.write({ type: 'attempt', payload })])).toEqual(['otherRules']);
    }
    const newer = { ...test.grounds, verifier: await verifyHere(library, gatherVersions([first, second])) };
    expect(await recheckMarked(newer, writeNoStatements)).toBe(1);
    const marks = await test.grounds.db.selectFrom('record').select('mark').orderBy('received_at').execute();
    expect(marks.map(({ mark }) => String(mark)).toSorted()).toEqual(['copied', 'null']);
  });

  it('count also when they only took too long', async () => {
    const busy = { ok: false, mark: 'tooLong', detail: 'busy' } as const;
    const real = test.grounds.verifier;
    const slow = await openTestGrounds({
      routes: recordRoutes,
      database: test.database,
      parts: { library, verifier: { ...real, checkAttempt: async () => busy } },
    });
    const device = makeDevice(test.grounds.now, player.device);
    const run = device.write({ type: 'attempt', payload: await playAttempt({ act: 'duck-pond', seed: 57 }) });
    expect(await sendWords(slow, player, [run])).toEqual(['tooLong']);
    await slow.close();
    expect(await recheckMarked(test.grounds, writeNoStatements)).toBe(1);
    expect(await sendWords(test, player, [run])).toEqual(['counted']);
  });

  it('stop being checked when the house closes', async () => {
    const device = makeDevice(test.grounds.now, player.device);
    const exam = device.write({
      type: 'examination',
      payload: { ...sitExamination(library.bank, 8), bank: 'f'.repeat(16) },
    });
    expect(await sendWords(test, player, [exam])).toEqual(['otherBank']);
    const stopped = AbortSignal.abort();
    const never = {
      ...test.grounds,
      verifier: { ...test.grounds.verifier, checkExamination: () => Promise.reject(new Error('asked')) },
    };
    expect(await recheckMarked(never, writeNoStatements, stopped)).toBe(0);
    await expect(recheckMarked(never, writeNoStatements)).rejects.toThrow('asked');
  });
});
