import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from '../../src/kernel/hash.ts';

const hexOf = (add: (digest: Digest) => unknown): string => {
  const digest = new Digest();
  add(digest);
  return digest.hex();
};

describe('digest', () => {
  it('is 16 hexadecimal digits, the same for the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        const one = hexOf((digest) => digest.ints(values));
        expect(one).toMatch(/^[0-9a-f]{16}$/);
        expect(hexOf((digest) => digest.ints(Int32Array.from(values)))).toBe(one);
      }),
    );
  });

  it('tells apart what differs in one bit, in order or in length', () => {
    expect(hexOf((d) => d.int(1))).not.toBe(hexOf((d) => d.int(2)));
    expect(hexOf((d) => d.int(1).int(2))).not.toBe(hexOf((d) => d.int(2).int(1)));
    expect(hexOf((d) => d.ints([0]))).not.toBe(hexOf((d) => d.ints([0, 0])));
    expect(hexOf((d) => d.float(0.1 + 0.2))).not.toBe(hexOf((d) => d.float(0.3)));
    expect(hexOf((d) => d.text('ab').text('c'))).not.toBe(hexOf((d) => d.text('a').text('bc')));
  });

  it('shows no collision among neighbouring states', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 20_000; i++) seen.add(hexOf((digest) => digest.int(i).int(i % 7)));
    expect(seen.size).toBe(20_000);
  });
});
