/** Art that no scene can name is not carried to anybody, and the search for it finds what it is meant to find. */
import { describe, expect, it } from 'vitest';

import { canMake, findUnnamed, readWords } from '../../scripts/art/named-art.ts';

describe('the sheets', () => {
  it('hold no piece, dye or puppet that no scene can name', () => {
    expect(findUnnamed()).toEqual([]);
  });
});

describe('what code can name', () => {
  const words = readWords([
    `type Unused = 'pond/rock';
     const KINDS = { tall: 1, 'very-low': 2 } as const;
     // a comment names 'pond/comment'
     export const name = (kind: string, n: number): string => \`pond/reeds-\${kind}-\${n % 3}\`;
     export const lit = (base: string): string => \`\${base}-lit\`;
     export const pad = (what: string): string => \`pond/pad-\${what}\`;
     export const plain = 'pond/moon' satisfies string;`,
  ]);

  it.each([
    ['a string', 'pond/moon'],
    ['a template filled with a word and a number', 'pond/reeds-tall-2'],
    ['a template filled with the name of a property', 'pond/reeds-very-low-1'],
    ['a template filled with a template', 'pond/pad-tall-lit'],
  ])('has %s', (_, name) => expect(canMake(words, name)).toBe(true));

  it.each([
    ['a type', 'pond/rock'],
    ['a comment', 'pond/comment'],
    ['a word that is not said', 'pond/reeds-wide-2'],
    ['a hole that is left empty', 'pond/pad-'],
    ['half a string', 'pond/moo'],
  ])('has not %s', (_, name) => expect(canMake(words, name)).toBe(false));
});
