import { describe, expect, it } from 'vitest';
import { findStandingOut } from '../../scripts/content/guess/stand-out.ts';
import { choice } from '../quiz/items.ts';

const [first = '', ...others] = choice.options;
const textsOf = (lengths: readonly [string, number][]): ReadonlyMap<string, string> =>
  new Map(lengths.map(([option, length]) => [`items.${choice.id}.options.${option}.text`, 'x'.repeat(length)]));
const found = (longest: number, rest: number): readonly string[] =>
  findStandingOut([choice], 'ru', textsOf([[first, longest], ...others.map((each): [string, number] => [each, rest])]));

describe('an option that is much longer than all others', () => {
  it('is named by file and path, right or wrong', () => {
    expect(found(81, 40)).toEqual([
      `levels/bank/${choice.idea}/ru.json: items.${choice.id}.options.${first}.text: stands out: 81 signs, and the next longest option has 40`,
    ]);
  });

  it('may be up to twice as long, and single words may differ', () => {
    expect(found(80, 40)).toEqual([]);
    expect(found(20, 7)).toEqual([]);
  });
});
