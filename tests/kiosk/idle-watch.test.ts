import { describe, expect, it } from 'vitest';
import { watchIdle } from '../../src/kiosk/idle/watch.ts';

const LIMITS = { idleMs: 30_000, answerMs: 20_000 };

function watch(limits: () => typeof LIMITS | null = () => LIMITS) {
  let gone = 0;
  const idle = watchIdle(limits, () => (gone += 1));
  let now = 1000;
  idle.pass(now);
  return {
    idle,
    gone: () => gone,
    wait(ms: number) {
      for (let left = ms; left > 0; left -= 250) idle.pass((now += Math.min(250, left)));
    },
  };
}

describe('the watch over silence', () => {
  it('K3 asks, gives up after the answer time, and says so once', () => {
    const { idle, wait, gone } = watch();
    wait(29_750);
    expect(idle.store.getState().asking).toBe(false);
    wait(250);
    expect(idle.store.getState().asking).toBe(true);
    wait(19_750);
    expect(gone()).toBe(0);
    wait(10_000);
    expect(gone()).toBe(1);
  });

  it('K4 counts nothing while it is suspended, by whomever, however often', () => {
    const { idle, wait, gone } = watch();
    wait(29_000);
    const curtain = idle.suspend();
    const staff = idle.suspend();
    wait(600_000);
    curtain();
    curtain();
    wait(600_000);
    expect(idle.store.getState().asking).toBe(false);
    staff();
    wait(750);
    expect(idle.store.getState().asking).toBe(false);
    wait(250);
    expect(idle.store.getState().asking).toBe(true);
    expect(gone()).toBe(0);
  });

  it('K4 counts nothing in a scene that is forced, from its first moment to its last', () => {
    const { idle, wait } = watch();
    let isForced = false;
    const over = idle.suspendWhile(() => isForced);
    wait(29_000);
    isForced = true;
    wait(600_000);
    isForced = false;
    wait(750);
    expect(idle.store.getState().asking).toBe(false);
    isForced = true;
    over();
    wait(250);
    expect(idle.store.getState().asking).toBe(true);
  });

  it('waits for nobody where nobody is', () => {
    const { idle, wait } = watch(() => null);
    wait(3_600_000);
    expect(idle.store.getState().asking).toBe(false);
  });

  it('forgets the extra time with the visitor who asked for it', () => {
    const { idle, wait } = watch();
    wait(30_000);
    idle.more();
    wait(290_000);
    expect(idle.store.getState().asking).toBe(false);
    idle.renew();
    wait(30_000);
    expect(idle.store.getState().asking).toBe(true);
  });
});
