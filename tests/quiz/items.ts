import type { GradedJudgement, Item, Ordering, SingleChoice } from '../../src/quiz/index.ts';

/** Small items of every kind, for tests that need some. */
export const choice: SingleChoice = {
  id: 'which',
  kind: 'single-choice',
  idea: 'duck-and-grain',
  tier: 'soldier',
  options: ['bolt', 'grain', 'glue', 'hand'],
  key: 'grain',
};

export const ordering: Ordering = {
  id: 'in-order',
  kind: 'ordering',
  idea: 'push-pull',
  tier: 'general',
  options: ['c', 'a', 'd', 'b'],
  key: ['a', 'b', 'c', 'd'],
};

export const judgement: GradedJudgement = {
  id: 'what-now',
  kind: 'graded-judgement',
  idea: 'process-result',
  tier: 'marshal',
  options: ['one', 'two', 'three', 'four', 'five'],
  key: { one: 'general', two: 'low-soldier', three: 'marshal', four: 'common-soldier', five: 'senior-soldier' },
};

export const samples: readonly Item[] = [choice, ordering, judgement];

/** A bank of plain choices: `count` items on each idea. */
export function makeBank(ideas: readonly string[], count: number): readonly Item[] {
  return ideas.flatMap((idea) =>
    Array.from({ length: count }, (_unused, n): Item => {
      const base = samples[n % samples.length] ?? choice;
      return { ...base, id: `${idea}-${n}`, idea };
    }),
  );
}
