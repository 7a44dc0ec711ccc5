import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  BEAT_MS,
  beginWatch,
  FAULT_MS,
  LOADING_MS,
  MISSES,
  MOST_LOADS,
  watchOn,
  WITHIN_MS,
  type Order,
  type Watch,
  type WatchEvent,
} from '../../../src/kiosk/watchdog/watchdog.ts';

/** A page that looks every second, with a frame that beats as long as it lives. */
class Page {
  now = 0;
  watch: Watch = beginWatch(0);
  readonly orders: (readonly [second: number, order: Order])[] = [];
  /** Whether the frame beats. */
  alive = true;

  feed(event: WatchEvent): Order {
    const { watch, order } = watchOn(this.watch, event, this.now);
    this.watch = watch;
    if (order !== null) this.orders.push([this.now / 1000, order]);
    return order;
  }

  pass(seconds: number): void {
    for (let second = 0; second < seconds; second += 1) {
      this.now += 1000;
      if (this.alive && this.now % BEAT_MS === 0) this.feed('beat');
      this.feed('look');
    }
  }
}

test('a frame that beats is left alone, for a whole day', () => {
  const page = new Page();
  page.pass(9 * 3600);
  expect(page.orders).toEqual([]);
  expect(page.watch.state).toBe('beating');
});

test('K12 three beats missed, and the frame is loaded anew; two are not enough', () => {
  const page = new Page();
  page.pass(60);
  page.alive = false;
  page.pass(2 * (BEAT_MS / 1000) + 4);
  expect(page.orders).toEqual([]);
  page.pass(MISSES * (BEAT_MS / 1000));
  expect(page.orders).toHaveLength(1);
  const [second, order] = page.orders[0] as readonly [number, Order];
  expect(order).toBe('load');
  expect(second - 60).toBeGreaterThanOrEqual(MISSES * (BEAT_MS / 1000));
  expect(second - 60).toBeLessThan((MISSES + 1) * (BEAT_MS / 1000));
});

test('a frame that comes back to life after a load costs nothing more', () => {
  const page = new Page();
  page.pass(60);
  page.alive = false;
  page.pass(20);
  page.alive = true;
  page.pass(3600);
  expect(page.orders.map(([, order]) => order)).toEqual(['load']);
});

test('K12 a frame that never comes up is loaded anew three times, then staff are called, then the page tries again', () => {
  const page = new Page();
  page.alive = false;
  page.pass(LOADING_MS / 1000 - 1);
  expect(page.orders).toEqual([]);
  page.pass(4 * (LOADING_MS / 1000));
  expect(page.orders.map(([, order]) => order)).toEqual(['load', 'load', 'load', 'fault']);
  expect(page.watch.state).toBe('fault');
  page.pass(FAULT_MS / 1000 + LOADING_MS / 1000);
  expect(page.orders.at(-1)?.[1]).toBe('restart');
});

test('failures that lie far apart are no fault', () => {
  const page = new Page();
  for (let hour = 0; hour < 9; hour += 1) {
    page.feed('failed');
    page.feed('loading');
    page.pass(WITHIN_MS / 1000 / 2);
  }
  expect(new Set(page.orders.map(([, order]) => order))).toEqual(new Set(['load']));
});

test('a frame that says that it failed is loaded at once, and the fourth time within ten minutes is a fault', () => {
  const page = new Page();
  for (let time = 0; time < MOST_LOADS; time += 1) {
    expect(page.feed('failed')).toBe('load');
    page.pass(5);
  }
  expect(page.feed('failed')).toBe('fault');
});

test('visits that end, each with a new frame, never count as failures', () => {
  const page = new Page();
  for (let visit = 0; visit < 100; visit += 1) {
    page.feed('loading');
    page.pass(7);
  }
  expect(page.orders).toEqual([]);
});

test('while the page is hidden, or staff are at it, nothing is missed; afterwards the frame has its time again', () => {
  const page = new Page();
  page.pass(60);
  page.alive = false;
  page.feed('away');
  page.pass(3600);
  expect(page.orders).toEqual([]);
  page.feed('back');
  page.pass(LOADING_MS / 1000 - 1);
  expect(page.orders).toEqual([]);
  page.pass(1);
  expect(page.orders.map(([, order]) => order)).toEqual(['load']);
});

test('a machine that slept does not blame its frame', () => {
  const page = new Page();
  page.pass(60);
  page.now += 8 * 3600 * 1000;
  expect(page.feed('look')).toBeNull();
  page.pass(5);
  expect(page.orders).toEqual([]);
});

test('whatever happens, there are never more than three loads in ten minutes without a fault', () => {
  const event = fc.constantFrom<WatchEvent>('loading', 'beat', 'failed', 'away', 'back', 'look');
  const step = fc.record({ event, ms: fc.integer({ min: 0, max: 60_000 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const page = new Page();
      for (const { event: each, ms } of steps) {
        page.now += ms;
        const before = page.watch.state;
        const order = page.feed(each);
        const mayLoad = before !== 'fault';
        expect(mayLoad || order === null || order === 'restart').toBe(true);
        const loads = page.orders.filter(([second, given]) => given === 'load' && page.now - second * 1000 < WITHIN_MS);
        expect(loads.length).toBeLessThanOrEqual(MOST_LOADS);
      }
    }),
  );
});
