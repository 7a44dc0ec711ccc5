import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { hashPayload } from '../../src/wire/records/canonical.ts';
import type { LogRecord, NewRecord } from '../../src/player/index.ts';
import { foldLog } from '../../src/player/progress/fold.ts';
import { NO_PROGRESS, type Progress } from '../../src/player/progress/progress.ts';
import { followLog } from '../../src/player/progress/view.ts';
import { makeAnswer, makeExamination, makeExaminationAnswer, playAttempt } from './payloads.ts';

let count = 0;
function record(fresh: NewRecord, at: number): LogRecord {
  const id = `017f22e2-79b0-7000-8000-${String(++count).padStart(12, '0')}`;
  return { id, device: id, seq: 1, schema: 1, payloadHash: hashPayload(fresh.payload), at, ...fresh };
}

const ATTEMPTS = [0, 1, 2, 3].map((seed) => playAttempt(seed));
const fresh: fc.Arbitrary<NewRecord> = fc.oneof(
  fc.constantFrom(...ATTEMPTS).map((payload): NewRecord => ({ type: 'attempt', payload })),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(0, 0.5, 1), fc.constantFrom('push-pull', 'process-result'))
    .map(([item, score, idea]): NewRecord => ({
      type: 'answer',
      payload: makeAnswer(`${idea}-${item}`, score, { idea }),
    })),
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((items): NewRecord => ({
    type: 'examination',
    payload: makeExamination(items.map((item) => makeExaminationAnswer(`push-pull-${item}`, 0.5))),
  })),
  fc
    .constantFrom('alone', 'team')
    .map((choice): NewRecord => ({ type: 'poll', payload: { question: 'role', choice } })),
  fc
    .constantFrom('equal', 'shooter')
    .map((choice): NewRecord => ({ type: 'bet', payload: { act: 'counting', question: 'bet', choice } })),
);
const logs = fc
  .array(fc.tuple(fresh, fc.integer({ min: 0, max: 50 })), { maxLength: 25 })
  .map((entries) => entries.map(([each, at]) => record(each, at)));

describe('progress', () => {
  it('is the same whatever the order of the records, and however often one comes', () => {
    fc.assert(
      fc.property(
        logs.chain((log) =>
          fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }), fc.subarray(log)),
        ),
        ([log, shuffled, again]) => {
          expect(foldLog([...shuffled, ...again])).toEqual(foldLog(log));
        },
      ),
    );
  });

  it('grows record by record to the same as all at once', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const store = createStore<Progress>(() => NO_PROGRESS);
        const follow = followLog(store);
        for (const each of log) follow([each]);
        expect(store.getState()).toEqual({ complete: false, ...foldLog(log) });
      }),
    );
  });

  it('counts attempts, keeps the best and the last, and counts the bets', () => {
    const scores = ATTEMPTS.map(({ outcome }) => outcome.score);
    const log = ATTEMPTS.map((payload, n) => record({ type: 'attempt', payload }, 100 - n));
    const open = record(
      { type: 'attempt', payload: { ...playAttempt(8), bet: { question: 'bet', choice: 'equal', right: null } } },
      1,
    );
    const { acts } = foldLog([...log, open]);
    expect(acts['counting']).toMatchObject({ attempts: 5, betsSettled: 4, betsRight: 2 });
    expect(acts['counting']?.best.score).toBe(
      Math.max(...scores, open.type === 'attempt' ? open.payload.outcome.score : 0),
    );
    expect(acts['counting']?.lastAttempt.id).toBe(log[0]?.id);
  });

  it('gives a debrief what it wants to know, from the latest answer to each item', () => {
    const answer = (item: string, score: number, at: number) =>
      record({ type: 'answer', payload: makeAnswer(item, score) }, at);
    const folded = foldLog([answer('a', 1, 30), answer('a', 0, 10), answer('b', 0.5, 20)]);
    const remembered = { a: { tries: 2, lastScore: 1, lastAt: 30 }, b: { tries: 1, lastScore: 0.5, lastAt: 20 } };
    expect(folded.history).toEqual(remembered);
    expect(folded.debriefs).toEqual({ counting: remembered });
    expect(folded.ideas['push-pull']).toEqual({ answers: 3, standing: 0.75, settled: false });
  });

  it('remembers an item whichever way it was met, and lets only debriefs count for the act', () => {
    const folded = foldLog([
      record({ type: 'answer', payload: makeAnswer('a', 1) }, 10),
      record({ type: 'answer', payload: makeAnswer('a', 0, { way: 'drill', act: null }) }, 20),
      record({ type: 'examination', payload: makeExamination([makeExaminationAnswer('b', 0.5)]) }, 30),
    ]);
    expect(folded.history).toEqual({
      a: { tries: 2, lastScore: 0, lastAt: 20 },
      b: { tries: 1, lastScore: 0.5, lastAt: 30 },
    });
    expect(folded.debriefs).toEqual({ counting: { a: { tries: 1, lastScore: 1, lastAt: 10 } } });
    expect(folded.ideas['push-pull']).toEqual({ answers: 3, standing: 0.25, settled: false });
  });

  it('gives the drill every first try, and no second ones', () => {
    const { reviews } = foldLog([
      record({ type: 'answer', payload: makeAnswer('a', 0, { tookMs: 7 }) }, 10),
      record({ type: 'answer', payload: makeAnswer('a', 1, { round: 2 }) }, 11),
      record({ type: 'examination', payload: makeExamination([makeExaminationAnswer('b', 0.5)]) }, 5),
    ]);
    expect(reviews).toEqual({
      'push-pull': [
        { at: 5, score: 0.5, tookMs: 9000 },
        { at: 10, score: 0, tookMs: 7 },
      ],
    });
  });

  it('lists the examinations, the latest last', () => {
    const payload = makeExamination([makeExaminationAnswer('a', 1)]);
    const early = record({ type: 'examination', payload }, 5);
    const late = record({ type: 'examination', payload }, 9);
    expect(foldLog([late, early]).examinations).toEqual([
      { id: early.id, at: 5, result: payload.result },
      { id: late.id, at: 9, result: payload.result },
    ]);
  });

  it('takes the latest poll and the latest bet', () => {
    const poll = (choice: string, at: number) => record({ type: 'poll', payload: { question: 'role', choice } }, at);
    const bet = (choice: string, at: number) =>
      record({ type: 'bet', payload: { act: 'counting', question: 'bet', choice } }, at);
    const folded = foldLog([poll('team', 9), poll('alone', 3), bet('equal', 2), bet('shooter', 7)]);
    expect(folded.poll).toMatchObject({ choice: 'team', at: 9 });
    expect(folded.bets['counting']).toMatchObject({ choice: 'shooter', at: 7 });
  });
});
