import { advanceRun, outcomeOf, startRun } from '../../src/kernel/run.ts';
import { recordRun, type Answer, type Attempt } from '../../src/player/index.ts';
import { makeCountingAct } from './counting-act.ts';

/** A true attempt at the counting act, played to its end. */
export function playAttempt(seed: number, over: Partial<Attempt> = {}): Attempt {
  const act = makeCountingAct();
  const run = startRun(act, { end: 250 }, seed);
  for (let tick = 0; tick < 250; tick++) advanceRun(run, tick % 40 === seed % 40 ? [{ add: 1 + (seed % 5) }] : []);
  return {
    act: 'counting',
    replay: recordRun(run),
    outcome: outcomeOf(run),
    bet: { question: 'bet', choice: 'equal', right: seed % 2 === 0 },
    startedAt: 1000 + seed,
    endedAt: 14_000 + seed,
    input: 'keyboard',
    speed: 1,
    assists: [],
    ...over,
  };
}

export function makeAnswer(item: string, score: number, over: Partial<Answer> = {}): Answer {
  return {
    act: 'counting',
    item,
    idea: 'push-pull',
    kind: 'single-choice',
    shown: ['a', 'b', 'c'],
    response: ['b'],
    score,
    round: 1,
    tookMs: 4200,
    ...over,
  };
}
