/** The line to the server: kept while somebody looks, let go when nobody does, and nothing missed in between. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { listenTo, live } from '../../src/team/server/live.ts';

class Line extends EventTarget {
  static readonly open = new Set<Line>();
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    Line.open.add(this);
  }
  close(): void {
    Line.open.delete(this);
  }
}
class Page extends EventTarget {
  visibilityState = 'visible';
  show(visibilityState: 'visible' | 'hidden'): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}
let page: Page;
beforeEach(() => {
  vi.useFakeTimers();
  page = new Page();
  vi.stubGlobal('document', page);
  vi.stubGlobal('EventSource', Line);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  Line.open.clear();
});
const only = (): Line => {
  expect(Line.open.size).toBe(1);
  return [...Line.open][0] as Line;
};

it('lets go of the line when nobody has looked for half a minute, and reads again when somebody does', () => {
  const stop = listenTo('t');
  only().dispatchEvent(new Event('open'));
  const before = live.getState().edition;
  page.show('hidden');
  vi.advanceTimersByTime(29_000);
  expect(Line.open.size).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(Line.open.size).toBe(0);
  page.show('visible');
  only().dispatchEvent(new Event('open'));
  vi.advanceTimersByTime(1_000);
  expect(live.getState().edition).toBe(before + 1);
  stop();
  expect(Line.open.size).toBe(0);
  page.show('hidden');
  page.show('visible');
  vi.advanceTimersByTime(60_000);
  expect(Line.open.size).toBe(0);
});

it('keeps the line over a short look elsewhere', () => {
  const stop = listenTo('t');
  const line = only();
  page.show('hidden');
  vi.advanceTimersByTime(10_000);
  page.show('visible');
  vi.advanceTimersByTime(60_000);
  expect(only()).toBe(line);
  stop();
});

it('a page that opens unseen lets go as well', () => {
  page.visibilityState = 'hidden';
  const stop = listenTo('t');
  vi.advanceTimersByTime(31_000);
  expect(Line.open.size).toBe(0);
  page.show('visible');
  expect(only().address).toBe('/api/teams/t/live');
  stop();
});
