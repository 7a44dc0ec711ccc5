import type {
  Cloze,
  Estimate,
  GradedJudgement,
  Item,
  Matching,
  MultipleResponse,
  Ordering,
  SingleChoice,
  Sorting,
  TrueFalseReason,
} from '../../src/quiz/index.ts';

/** Small items of every kind, for tests that need some. */
export const choice: SingleChoice = {
  id: 'which',
  kind: 'single-choice',
  idea: 'duck-and-grain',
  tier: 'soldier',
  situation: true,
  options: ['bolt', 'grain', 'glue', 'hand'],
  key: 'grain',
};

export const several: MultipleResponse = {
  id: 'which-ones',
  kind: 'multiple-response',
  idea: 'duck-and-grain',
  tier: 'general',
  situation: false,
  options: ['reeds', 'shout', 'wait', 'boots', 'scatter'],
  key: ['wait', 'reeds'],
};

export const statement: TrueFalseReason = {
  id: 'is-it-so',
  kind: 'true-false-reason',
  idea: 'push-pull',
  tier: 'soldier',
  situation: false,
  options: ['cellar', 'thirst', 'price', 'van'],
  key: { verdict: false, reason: 'thirst' },
};

export const ordering: Ordering = {
  id: 'in-order',
  kind: 'ordering',
  idea: 'push-pull',
  tier: 'general',
  situation: true,
  options: ['c', 'a', 'd', 'b'],
  key: ['a', 'b', 'c', 'd'],
};

export const matching: Matching = {
  id: 'whose',
  kind: 'matching',
  idea: 'four-p-four-c',
  tier: 'soldier',
  situation: false,
  options: ['product', 'price', 'place'],
  places: ['cost', 'need', 'ease', 'talk'],
  key: { product: 'need', price: 'cost', place: 'ease' },
};

export const sorting: Sorting = {
  id: 'which-heap',
  kind: 'sorting',
  idea: 'push-pull',
  tier: 'general',
  situation: true,
  options: ['bonus', 'tasting', 'discount', 'song'],
  places: ['push', 'pull'],
  key: { bonus: 'push', tasting: 'pull', discount: 'push', song: 'pull' },
};

export const judgement: GradedJudgement = {
  id: 'what-now',
  kind: 'graded-judgement',
  idea: 'process-result',
  tier: 'marshal',
  situation: true,
  options: ['one', 'two', 'three', 'four', 'five'],
  key: { one: 'general', two: 'low-soldier', three: 'marshal', four: 'common-soldier', five: 'senior-soldier' },
};

export const estimate: Estimate = {
  id: 'how-many',
  kind: 'estimate',
  idea: 'process-result',
  tier: 'marshal',
  situation: true,
  range: { min: 0, max: 2, step: 0.1 },
  options: ['low', 'right', 'high'],
  key: { value: 0.7, exact: 0.1, near: 0.3 },
};

export const cloze: Cloze = {
  id: 'fill-in',
  kind: 'cloze',
  idea: 'iceberg',
  tier: 'soldier',
  situation: false,
  gaps: ['above', 'below'],
  options: ['tip', 'water', 'bulk', 'ship'],
  key: { above: 'tip', below: 'bulk' },
};

/** One of each kind. */
export const samples: readonly Item[] = [
  choice,
  several,
  statement,
  ordering,
  matching,
  sorting,
  judgement,
  estimate,
  cloze,
];

/** A bank of three kinds: `count` items on each idea. */
export function makeBank(ideas: readonly string[], count: number): readonly Item[] {
  const kinds = [choice, ordering, judgement] as const;
  return ideas.flatMap((idea) =>
    Array.from({ length: count }, (_unused, n): Item => {
      const base = kinds[n % kinds.length] ?? choice;
      return { ...base, id: `${idea}-${n}`, idea };
    }),
  );
}
