import { expect, it } from 'vitest';
import { makeClaim } from '../../src/kiosk/takeaway/make-claim.ts';
import { CLAIM_LENGTH, CLAIM_LETTERS, normaliseClaim, VisitSchema } from '../../src/wire/kiosk.ts';
import { safeParse } from 'valibot';

const form = VisitSchema.entries.claim;

it('makes codes of the form that the server takes, and every letter as likely as any other', () => {
  const counts = new Map<string, number>();
  for (let value = 0; value < 256; value++) {
    const code = makeClaim((bytes) => void bytes.fill(value));
    expect(safeParse(form, code).success).toBe(true);
    const letter = code[0] as string;
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect([...counts.keys()].toSorted().join('')).toBe([...CLAIM_LETTERS].toSorted().join(''));
  expect(new Set(counts.values())).toEqual(new Set([256 / CLAIM_LETTERS.length]));
});

it('draws every letter by itself, from good randomness', () => {
  const asked: number[] = [];
  const code = makeClaim((bytes) => {
    asked.push(bytes.length);
    bytes.set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
  expect([code, asked]).toEqual(['0123456789', [CLAIM_LENGTH]]);
  const many = new Set(Array.from({ length: 500 }, () => makeClaim()));
  expect(many.size).toBe(500);
  for (const one of many) expect(normaliseClaim(one)).toBe(one);
});
