import { expect, test } from 'vitest';

import { gapsInOrder, splitPassage } from '../../src/app/questions/passage.ts';

const fill = (text: string) => (values: Readonly<Record<string, string>>) =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

test('a passage is cut at its gaps, in the order in which the language has them', () => {
  const parts = splitPassage(fill('The {{bait}} brings them, the {{trap}} keeps them.'), ['trap', 'bait']);
  expect(parts).toEqual([
    { words: 'The ' },
    { gap: 'bait' },
    { words: ' brings them, the ' },
    { gap: 'trap' },
    { words: ' keeps them.' },
  ]);
  expect(gapsInOrder(parts)).toEqual(['bait', 'trap']);
});

test('gaps may begin and end a passage, and stand side by side', () => {
  expect(splitPassage(fill('{{a}}{{b}} und {{c}}'), ['a', 'b', 'c'])).toEqual([
    { gap: 'a' },
    { gap: 'b' },
    { words: ' und ' },
    { gap: 'c' },
  ]);
});
