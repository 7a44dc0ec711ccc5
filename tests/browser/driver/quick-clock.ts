import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    /** The clock that a test has laid into the page. */
    quickClock?: {
      /** How many times as fast time passes from now on for whoever draws. Timers go on at the quick pace. */
      setPace(pace: number): void;
      /** Lets no more time pass: lights, curtains and evenings stay as they are. */
      hold(): void;
      /** Time passes again, at the pace at which it was held. */
      go(): void;
    };
  }
}

/** How many times as fast the page's time passes while nobody does anything. */
const QUICK = 4;
/** The same while a player has something to do. What is pressed takes effect with the next tick, so it must not be 0. */
const LEISURE = 0.25;
/** Least time between two frames, in milliseconds of this machine, which has to draw them without a graphics card. */
const FRAME_GAP_MS = 45;
/** The same while time is held: nothing moves in them. */
const HELD_GAP_MS = 150;

/**
 * Lets time pass faster in every page of the context: frames, timers and `performance.now`. The game works through each
 * tick as ever, only nobody waits for it, and fewer of its pictures are drawn. The date goes on at its own pace.
 */
export async function layQuickClock(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    ([quick, gapMs, heldGapMs]) => {
      const now = performance.now.bind(performance);
      const frame = requestAnimationFrame.bind(window);
      const later = setTimeout.bind(window) as (handler: TimerHandler, ms: number, ...rest: unknown[]) => number;
      const again = setInterval.bind(window) as (handler: TimerHandler, ms: number, ...rest: unknown[]) => number;
      let pace: number = quick;
      let isHeld = false;
      let passed = 0;
      let since = now();
      const read = (): number => passed + (isHeld ? 0 : (now() - since) * pace);
      const settle = (): void => {
        passed = read();
        since = now();
      };
      performance.now = read;
      window.quickClock = {
        setPace(wanted) {
          settle();
          pace = wanted;
        },
        hold() {
          settle();
          isHeld = true;
        },
        go() {
          settle();
          isHeld = false;
        },
      };
      window.setTimeout = ((handler: TimerHandler, ms = 0, ...rest: unknown[]) =>
        later(handler, ms / quick, ...rest)) as typeof setTimeout;
      window.setInterval = ((handler: TimerHandler, ms = 0, ...rest: unknown[]) =>
        again(handler, ms / quick, ...rest)) as typeof setInterval;

      let waiting = new Map<number, FrameRequestCallback>();
      let names = 0;
      let isAsked = false;
      let lastFrame = -heldGapMs;
      const draw = (): void => {
        if (now() - lastFrame < (isHeld ? heldGapMs : gapMs)) {
          frame(draw);
          return;
        }
        isAsked = false;
        lastFrame = now();
        const due = waiting;
        waiting = new Map();
        for (const callback of due.values()) callback(read());
      };
      window.requestAnimationFrame = (callback) => {
        if (!isAsked) frame(draw);
        isAsked = true;
        waiting.set(++names, callback);
        return names;
      };
      window.cancelAnimationFrame = (name) => void waiting.delete(name);
    },
    [QUICK, FRAME_GAP_MS, HELD_GAP_MS] as const,
  );
}

/** Holds the page's time from now on. Throws when the page has no quick clock. */
export async function holdTime(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.quickClock === undefined) throw new Error('this page has no quick clock');
    window.quickClock.hold();
  });
}

/**
 * Does something while time passes slowly, and lets it be quick again: the hands of a test are slow on a busy machine, and
 * an evening must not be over before they are done. Does it all the same where a page has no quick clock.
 *
 * @param pace how many times as fast as on the wall
 */
export async function atLeisure(page: Page, doing: () => Promise<void>, pace = LEISURE): Promise<void> {
  const setPace = (wanted: number): Promise<void> => page.evaluate((next) => window.quickClock?.setPace(next), wanted);
  await setPace(pace);
  await doing();
  await setPace(QUICK);
}

/** Waits for so many milliseconds of the page's own time, quick or not. */
export async function letPass(page: Page, ms: number): Promise<void> {
  await page.evaluate((wanted) => new Promise((resolve) => setTimeout(resolve, wanted)), ms);
}
