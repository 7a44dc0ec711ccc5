/** Statements of whatever could ever be earned, against the rules of xAPI 1.0.3. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { keyResponse, RANKS, scoreResponse } from '../../../src/quiz/index.ts';
import { openLibrary } from '../../../src/server/content/open-library.ts';
import { describeActivities } from '../../../src/server/statements/activities.ts';
import type { Earned } from '../../../src/server/statements/earned.ts';
import { makeStatements } from '../../../src/server/statements/make-statements.ts';
import { openWords } from '../../../src/server/statements/words.ts';
import type { LogRecord } from '../../../src/wire/records/records.ts';
import { wrongResponse } from '../records/device.ts';
import { findFaults } from './xapi-rules.ts';

const ORIGIN = 'https://play.example.org';
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);

test('breaks no rule, whatever was earned and whatever the device says of time', async () => {
  const library = await openLibrary();
  const words = await openWords(library);
  const teller = { origin: ORIGIN, library, activities: describeActivities(ORIGIN, library, words) };
  const items = [...library.items.values()];
  const time = fc.oneof(
    fc.integer({ min: 0, max: 4e12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(-1, 0, 1e300),
  );
  const took = fc.double({ min: 0, max: 1e15, noNaN: true });
  const uuid = fc.uuid();
  const when = fc.date({ min: new Date('2026-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
  const answer = fc
    .record({ item: fc.constantFrom(...items), right: fc.constantFrom(0, 1, 2), took })
    .map(({ item, right, took: tookMs }) => {
      const response = right === 0 ? keyResponse(item) : right === 1 ? wrongResponse(item) : ['no', 'such'];
      const score = right === 2 ? 0 : scoreResponse(item, response, item.options).score;
      return {
        score,
        payload: { item: item.id, idea: item.idea, kind: item.kind, shown: item.options, response, score, tookMs },
      };
    });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const found = fc.oneof(
    fc
      .record({
        act: fc.constantFrom(...words.acts.keys()),
        score: finite,
        series: fc.array(finite),
        seconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
        startedAt: time,
        endedAt: time,
        bet: fc.option(fc.constantFrom('shooter', 'equal')),
        betRight: fc.option(fc.boolean()),
      })
      .map(({ act, startedAt, endedAt, bet, betRight, ...rest }) => ({
        type: 'attempt' as const,
        payload: {
          act,
          replay: { rules: 1 },
          startedAt,
          endedAt,
          bet: bet === null ? null : { question: 'bet', choice: bet, right: null },
        },
        found: { type: 'attempt' as const, betRight, ...rest },
      })),
    fc.tuple(answer, fc.boolean()).map(([{ score, payload }, debrief]) => ({
      type: 'answer' as const,
      payload: { ...payload, way: debrief ? 'debrief' : 'drill', act: debrief ? 'duck-pond' : null, round: 1 },
      found: { type: 'answer' as const, score },
    })),
    fc
      .record({
        answers: fc.array(answer, { minLength: 1, maxLength: 25 }),
        startedAt: time,
        endedAt: time,
        rank: fc.constantFrom(...RANKS),
        sureOfRank: share,
        sureOfTier: share,
        estimate: finite,
        sd: share,
      })
      .map(({ answers, startedAt, endedAt, ...rest }) => ({
        type: 'examination' as const,
        payload: { startedAt, endedAt, answers: answers.map(({ payload }) => payload) },
        found: { type: 'examination' as const, tier: 'soldier', scores: answers.map(({ score }) => score), ...rest },
      })),
    fc.record({ act: fc.constantFrom(...words.acts.keys()), which: fc.nat() }).map(({ act, which }) => {
      const bets = library.betsOf[act] ?? [];
      return {
        type: 'bet' as const,
        payload: { act, question: 'bet', choice: bets[which % bets.length] },
        found: { type: 'bet' as const },
      };
    }),
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      found,
      uuid,
      uuid,
      uuid,
      when,
      fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
      (made, id, player, team, now, name) => {
        const record = { id, type: made.type, payload: made.payload } as unknown as LogRecord;
        const who = { player, team, ...(name === null ? {} : { playerName: name, teamName: name }) };
        const statements = makeStatements(teller, who, { record, found: made.found, at: now } satisfies Earned);
        seen.add(made.type);
        expect(statements.length).toBeGreaterThan(0);
        for (const statement of statements) expect(findFaults(JSON.parse(JSON.stringify(statement)), now)).toEqual([]);
        expect(new Set(statements.map(({ id: own }) => own)).size).toBe(statements.length);
      },
    ),
    { numRuns: RUNS },
  );
  expect(seen.size).toBe(4);
});
