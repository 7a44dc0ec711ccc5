import { describe, expect, it } from 'vitest';

import { FairQueue } from '../../../src/server/records/threads/fair-queue.ts';

describe('the queue of checks', () => {
  it('lets askers take turns, and each keep their order', () => {
    const queue = new FairQueue<string>({ ofOne: 10, inAll: 100 });
    for (const entry of ['a1', 'a2', 'a3', 'b1', 'a4', 'c1', 'c2'])
      expect(queue.push(entry.charAt(0), entry)).toBe(true);
    expect(queue.size).toBe(7);
    expect(queue.take()).toBe('a1');
    expect(queue.push('d', 'd1')).toBe(true);
    expect(queue.empty()).toEqual(['b1', 'c1', 'a2', 'd1', 'c2', 'a3', 'a4']);
    expect(queue.size).toBe(0);
    expect(queue.take()).toBeUndefined();
  });

  it('takes only so many of one asker, and in all', () => {
    const queue = new FairQueue<number>({ ofOne: 2, inAll: 5 });
    expect(['a', 'a', 'a', 'b', 'b', 'c', 'd'].map((asker, n) => queue.push(asker, n))).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
      false,
    ]);
    queue.take();
    expect(queue.push('b', 9)).toBe(false);
    expect(queue.push('a', 9)).toBe(true);
  });
});
