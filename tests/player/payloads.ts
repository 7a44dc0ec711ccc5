import { advanceRun, outcomeOf, startRun } from '../../src/kernel/run.ts';
import {
  recordRun,
  type Answer,
  type Attempt,
  type Examination,
  type ExaminationAnswer,
} from '../../src/player/index.ts';
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
    way: 'debrief',
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

export function makeExaminationAnswer(item: string, score: number, idea = 'push-pull'): ExaminationAnswer {
  return { item, idea, kind: 'single-choice', shown: ['a', 'b', 'c'], response: ['b'], score, tookMs: 9000 };
}

/** An examination as it lies in the log; its result is of the right form and believes nothing. */
export function makeExamination(answers: readonly ExaminationAnswer[], over: Partial<Examination> = {}): Examination {
  return {
    seed: 7,
    bank: 'a bank',
    startedAt: 1000,
    endedAt: 61_000,
    answers,
    result: {
      rank: 'general',
      tier: 'general',
      sureOfRank: 0.75,
      sureOfTier: 0.75,
      ranks: [
        { rank: 'low-soldier', probability: 0 },
        { rank: 'common-soldier', probability: 0 },
        { rank: 'senior-soldier', probability: 0.125 },
        { rank: 'general', probability: 0.75 },
        { rank: 'marshal', probability: 0.125 },
      ],
      tiers: [
        { tier: 'soldier', probability: 0.125 },
        { tier: 'general', probability: 0.75 },
        { tier: 'marshal', probability: 0.125 },
      ],
      estimate: 0.25,
      sd: 0.5,
      interval: [-0.5, 1],
      groups: [{ group: 1, asked: answers.length, observed: 0.5, expected: 0.5, error: 0.25, verdict: 'open' }],
      playNext: ['push-pull'],
    },
    ...over,
  };
}
