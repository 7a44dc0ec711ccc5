import { afterEach, describe, expect, it } from 'vitest';

import { CheckThreads, type ThreadLimits } from '../../../src/server/records/threads/check-threads.ts';
import type { Task } from '../../../src/server/records/threads/task.ts';
import type { Attempt } from '../../../src/wire/records/records.ts';

const STRANGE = new URL('strange-thread.mjs', import.meta.url);
const BROKEN = new URL('broken-thread.mjs', import.meta.url);
const LIMITS: ThreadLimits = {
  threads: 1,
  msPerCheck: 400,
  heapMb: 32,
  queue: { ofOne: 4, inAll: 6 },
  mostWaitMs: 60_000,
};

const opened: CheckThreads[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((threads) => threads.close()));
});

function open(limits: Partial<ThreadLimits> = {}, file = STRANGE): (what: unknown, asker?: string) => Promise<unknown> {
  const threads = new CheckThreads({ ...LIMITS, ...limits }, file);
  opened.push(threads);
  return (what, asker = 'a') => threads.check({ check: 'attempt', attempt: what as Attempt } satisfies Task, asker);
}

describe('a checking thread', () => {
  it('answers in order', async () => {
    const check = open({ threads: 2 });
    expect(await Promise.all([check('one'), check('two'), check('three')])).toEqual(
      ['one', 'two', 'three'].map((result) => ({ ok: true, result })),
    );
  });

  it('is ended and replaced when a check takes too long', async () => {
    const check = open();
    const [long, next] = await Promise.all([check('spin'), check('next')]);
    expect(long).toMatchObject({ ok: false, mark: 'tooLong' });
    expect(next).toEqual({ ok: true, result: 'next' });
  });

  it('is replaced when a check needs too much memory', async () => {
    const check = open({ msPerCheck: 20_000 });
    const [big, next] = await Promise.all([check('swell'), check('next')]);
    expect(big).toMatchObject({ ok: false, mark: 'tooLong', detail: expect.stringMatching(/memory/) });
    expect(next).toEqual({ ok: true, result: 'next' });
  }, 30_000);

  it.each([
    ['crash', /crashed/],
    ['leave', /ended by itself/],
    ['stumble', /fell over: stumbled/],
  ])('is replaced after a %s, which says nothing about the record', async (what, reason) => {
    const check = open();
    const [bad, next] = await Promise.allSettled([check(what), check('next')]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(reason) } });
    expect(next).toMatchObject({ status: 'fulfilled' });
  });

  it('that cannot start rejects what waits, and is tried again with the next', async () => {
    const check = open({}, BROKEN);
    await expect(Promise.all([check('one'), check('two')])).rejects.toThrow(/no rules/);
    await expect(check('three')).rejects.toThrow(/no rules/);
  });

  it('knows nothing of the environment', async () => {
    expect(await open()('tell')).toEqual({ ok: true, result: [] });
  });

  it('is not kept from others by one asker, who is told when there is too much', async () => {
    const check = open({ msPerCheck: 5000 });
    const done: string[] = [];
    const ask = async (asker: string, n: number): Promise<void> => {
      await check({ ms: 20, n }, asker);
      done.push(`${asker}${n}`);
    };
    // The first is taken out of the queue at once, when the thread is ready; the rest wait.
    await check('ready');
    const flood = [1, 2, 3, 4, 5].map((n) => ask('flood', n));
    await expect(ask('flood', 6)).rejects.toMatchObject({ code: 'tooMany', retryAfter: 1 });
    await Promise.all([...flood, ask('quiet', 1)]);
    expect(done.indexOf('quiet1')).toBeLessThan(3);
    expect(done).toHaveLength(6);
  });

  it('sends away who would wait too long, and says how long that is', async () => {
    const check = open({ msPerCheck: 5000, mostWaitMs: 3700, queue: { ofOne: 50, inAll: 50 } });
    // One that is known to take a second: four would be too many.
    await check({ ms: 1000 });
    const taken = [1, 2, 3, 4, 5].map((n) => check({ ms: 1, n }, String(n)));
    await expect(check({ ms: 1 }, 'late')).rejects.toMatchObject({
      code: 'tooMany',
      retryAfter: expect.toSatisfy((seconds: number) => seconds >= 4 && seconds <= 6),
    });
    await Promise.all(taken);
    expect(await check({ ms: 1 }, 'late')).toMatchObject({ ok: true });
  });

  it('rejects what waits when the house closes', async () => {
    const threads = new CheckThreads(LIMITS, STRANGE);
    const waiting = ['spin', 'next'].map((what) => threads.check({ check: 'attempt', attempt: what as never }, 'a'));
    const settled = Promise.allSettled(waiting);
    await threads.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(threads.check({ check: 'attempt', attempt: 'x' as never }, 'a')).rejects.toThrow(/closed/);
  });
});
