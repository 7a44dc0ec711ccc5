import type { BrowserContext, Page } from 'playwright-core';

import type { Film } from '../../accessibility/flashes.ts';

/** How a film is taken of the stage's canvas. */
export interface Filming {
  /** Milliseconds from frame to frame, as the page sees them. */
  readonly stepMs: number;
  readonly columns: number;
  readonly rows: number;
  /** The longest film, in the page's own seconds. */
  readonly seconds: number;
  /** The film ends when this element has something written in it. */
  readonly until?: string;
}

declare global {
  interface Window {
    /** The clock of frames: goes by itself until it is held, and then only when it is told to. */
    heldClock: {
      hold(): void;
      go(): void;
      /** Lets frames pass, each so many milliseconds long, and gives what the canvas showed, as base64. */
      film(filming: Filming): Promise<string>;
    };
  }
}

/**
 * Puts a clock into every page of the context that can be held: frames and `performance.now`. What is drawn then does not
 * depend on how fast the machine is. Timers, promises and CSS go on by themselves.
 */
export async function layHeldClock(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const frame = requestAnimationFrame.bind(window);
    const now = performance.now.bind(performance);
    let waiting = new Map<number, FrameRequestCallback>();
    let names = 0;
    let held: number | null = null;
    let behindMs = 0;
    let isAsked = false;
    const fire = (): void => {
      const due = waiting;
      waiting = new Map();
      for (const callback of due.values()) callback(performance.now());
    };
    const ask = (): void => {
      if (isAsked || held !== null) return;
      isAsked = true;
      frame(() => {
        isAsked = false;
        if (held === null) fire();
      });
    };
    performance.now = () => held ?? now() - behindMs;
    window.requestAnimationFrame = (callback) => {
      waiting.set(++names, callback);
      ask();
      return names;
    };
    window.cancelAnimationFrame = (name) => void waiting.delete(name);
    const letPageBreathe = (): Promise<void> =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve());
        port1.start();
        port2.postMessage(null);
      });
    window.heldClock = {
      hold() {
        held = performance.now();
      },
      go() {
        if (held !== null) behindMs = now() - held;
        held = null;
        ask();
      },
      async film({ stepMs, columns, rows, seconds, until }) {
        held ??= performance.now();
        const small = new OffscreenCanvas(columns, rows).getContext('2d', { willReadFrequently: true });
        if (small === null) throw new Error('nothing can be filmed here');
        small.imageSmoothingQuality = 'medium';
        const light = Array.from({ length: 256 }, (_, level) => {
          const share = level / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        const most = Math.round((seconds * 1000) / stepMs);
        const levels = new Uint8Array(most * columns * rows);
        let at = 0;
        for (let n = 0; n < most; n++) {
          held += stepMs;
          fire();
          // In the same task as the frame: later the canvas has been handed to the screen and is empty.
          const canvas = document.querySelector<HTMLCanvasElement>('.theatre-slot canvas');
          if (canvas === null) break;
          small.drawImage(canvas, 0, 0, columns, rows);
          const { data } = small.getImageData(0, 0, columns, rows);
          for (let dot = 0; dot < data.length; dot += 4) {
            const [red = 0, green = 0, blue = 0] = [data[dot], data[dot + 1], data[dot + 2]].map((each) =>
              each === undefined ? 0 : light[each],
            );
            levels[at++] = Math.round((0.2126 * red + 0.7152 * green + 0.0722 * blue) * 255);
          }
          // Observers hear of each frame by itself.
          await Promise.resolve();
          if (n % 10 === 0) {
            await letPageBreathe();
            if (until !== undefined && (document.querySelector(until)?.textContent ?? '') !== '') break;
          }
        }
        let text = '';
        for (let from = 0; from < at; from += 8192)
          text += String.fromCharCode(...levels.subarray(from, Math.min(at, from + 8192)));
        return btoa(text);
      },
    };
  });
}

/** Takes a film of the stage; the page's clock stands still afterwards. */
export async function takeFilm(page: Page, filming: Filming): Promise<Film> {
  const { columns, rows, stepMs } = filming;
  const levels = await page.evaluate((wanted) => window.heldClock.film(wanted), filming);
  return { columns, rows, stepMs, levels: new Uint8Array(Buffer.from(levels, 'base64')) };
}
