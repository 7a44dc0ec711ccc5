import { expect, onTestFinished, test } from 'vitest';

import { openDoor, type Door } from '../../../src/kiosk/pin/door.ts';
import { NO_TRIES, type Tries } from '../../../src/kiosk/pin/tries.ts';
import type { TriesShelf } from '../../../src/kiosk/pin/tries-shelf.ts';

const RIGHT = '271828';

/** A page with a clock of its own, on a device that keeps things, or does not. */
class Page {
  ms = 1000;
  kept: Tries = NO_TRIES;
  /** What the device does not do any more. */
  broken: 'nothing' | 'write' | 'both' = 'nothing';
  looked = 0;
  #ticks: (() => void)[] = [];
  readonly shelf: TriesShelf = {
    read: async () => {
      if (this.broken === 'both') throw new Error('no storage');
      return structuredClone(this.kept);
    },
    write: async (tries) => {
      if (this.broken !== 'nothing') throw new DOMException('full', 'QuotaExceededError');
      this.kept = structuredClone(tries);
    },
  };

  /** The page is loaded, for the first time or anew. */
  load(): Door {
    this.#ticks = [];
    // The page's clock begins anew with the page.
    this.ms = 0;
    const door = openDoor({
      isRight: async (pin) => {
        this.looked += 1;
        return pin === RIGHT;
      },
      shelf: this.shelf,
      now: () => this.ms,
      every: (_, act) => {
        this.#ticks.push(act);
        return () => undefined;
      },
    });
    onTestFinished(() => door.close());
    return door;
  }

  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.ms += 1000;
      for (const tick of this.#ticks) tick();
      await Promise.resolve();
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

async function failTimes(door: Door, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) await door.tryPin('000001');
}

test('the right PIN opens, and forgets what went wrong before', async () => {
  const page = new Page();
  const door = page.load();
  await failTimes(door, 4);
  expect(page.kept.wrong).toBe(4);
  expect(await door.tryPin(RIGHT)).toBe('open');
  expect(page.kept).toEqual(NO_TRIES);
});

test('five wrong ones lock it, and while it is locked nothing is looked at', async () => {
  const page = new Page();
  const door = page.load();
  expect(await door.tryPin('000001')).toBe('wrong');
  await failTimes(door, 3);
  expect(await door.tryPin('000001')).toBe('locked');
  expect(page.looked).toBe(5);
  expect(await door.tryPin(RIGHT)).toBe('locked');
  expect(page.looked).toBe(5);
  await page.pass(59);
  expect(await door.tryPin(RIGHT)).toBe('locked');
  await page.pass(1);
  expect(await door.tryPin(RIGHT)).toBe('open');
});

test('K8 a lock survives that the page is loaded anew, and goes on where it was', async () => {
  const page = new Page();
  const door = page.load();
  await failTimes(door, 5);
  await page.pass(20);
  const again = page.load();
  expect(await again.tryPin(RIGHT)).toBe('locked');
  expect(again.store.getState().restMs).toBe(40_000);
  await page.pass(39);
  expect(await again.tryPin(RIGHT)).toBe('locked');
  await page.pass(1);
  expect(await again.tryPin(RIGHT)).toBe('open');
});

test('K8 tries are counted over loading anew, and before the PIN is looked at', async () => {
  const page = new Page();
  for (let load = 0; load < 5; load += 1) await page.load().tryPin('000001');
  expect(await page.load().tryPin(RIGHT)).toBe('locked');

  const other = new Page();
  const slow = openDoor({
    isRight: () => new Promise(() => undefined),
    shelf: other.shelf,
    now: () => 0,
    every: () => () => undefined,
  });
  void slow.tryPin('000001');
  await new Promise((resolve) => setTimeout(resolve, 0));
  // The power goes while the PIN is being looked at.
  expect(other.kept.wrong).toBe(1);
});

test('K18 a clock that jumps, forwards or back, does not shorten a lock', async () => {
  const page = new Page();
  const door = page.load();
  await failTimes(door, 5);
  const { now } = Date;
  onTestFinished(() => {
    Date.now = now;
  });
  Date.now = () => now() + 86_400_000;
  await page.pass(1);
  expect(await door.tryPin(RIGHT)).toBe('locked');
  Date.now = () => now() - 86_400_000;
  const again = page.load();
  expect(await again.tryPin(RIGHT)).toBe('locked');
  expect(again.store.getState().restMs).toBe(59_000);
});

test('a device that does not keep the count gives one look for every minute waited, and never a free one', async () => {
  const page = new Page();
  page.broken = 'write';
  const door = page.load();
  expect(await door.tryPin(RIGHT)).toBe('unkept');
  expect(page.looked).toBe(0);
  await page.pass(60);
  expect(await door.tryPin('000001')).toBe('locked');
  expect(page.looked).toBe(1);
  // Loading anew begins with the same wait.
  const again = page.load();
  expect(await again.tryPin(RIGHT)).toBe('unkept');
  await page.pass(60);
  expect(await again.tryPin(RIGHT)).toBe('open');
});

test('a device on which nothing can be read begins locked', async () => {
  const page = new Page();
  page.broken = 'both';
  const door = page.load();
  expect(await door.tryPin(RIGHT)).toBe('locked');
  await page.pass(60);
  expect(await door.tryPin(RIGHT)).toBe('open');
});

test('without Web Crypto the door stays closed', async () => {
  const page = new Page();
  const door = openDoor({
    isRight: () => Promise.reject(new Error('no subtle')),
    shelf: page.shelf,
    now: () => 0,
    every: () => () => undefined,
  });
  expect(await door.tryPin(RIGHT)).toBe('broken');
});

test('two tries at once are one', async () => {
  const page = new Page();
  const door = page.load();
  await door.tryPin('000001');
  const both = await Promise.all([door.tryPin('000002'), door.tryPin(RIGHT)]);
  expect(both).toEqual(['wrong', 'locked']);
  expect(page.looked).toBe(2);
});
