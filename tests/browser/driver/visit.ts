import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

import type { Language } from '../../../src/i18n/languages.ts';
import { sealEnvelope, SETTINGS_KEY } from '../../../src/player/settings/envelope.ts';
import type { Settings } from '../../../src/player/settings/settings.ts';
import { openBrowser } from './browser.ts';
import { openProduct, type Product } from './product.ts';
import { layQuickClock } from './quick-clock.ts';
import { watchTrouble } from './watch-trouble.ts';

/** How somebody comes to the game. */
export interface VisitOptions {
  /** Address within the game; `/` when left out. */
  readonly path?: string;
  readonly language?: Language;
  readonly size?: readonly [width: number, height: number];
  /** A finger instead of a mouse. */
  readonly touch?: boolean;
  readonly reducedMotion?: boolean;
  /** Settings as they lie on the device before the first visit. */
  readonly settings?: Partial<Settings>;
  /** Time passes several times as fast: for tests in which neither pace nor milliseconds are what is tested. */
  readonly quick?: boolean;
  /** The page may keep itself for playing without a network; else it asks the server for everything. */
  readonly keeps?: boolean;
}

/** Somebody at the game. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
  /** What the page did wrong so far; a test that provokes something takes it out again. */
  readonly trouble: string[];
}

/** A served game and a browser, for one file of tests. */
export interface Tests {
  readonly product: Product;
  readonly browser: Browser;
  /**
   * Lets somebody come with an empty device, do something, and leave.
   *
   * @throws when the visit fails, or when the page did something that no page of this game may do
   */
  visit(options: VisitOptions, doing: (visit: Visit) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const HD: readonly [number, number] = [1280, 720];

/** Opens a product (the game alone, when nothing else is said) and a browser. */
export async function openTests(open: () => Promise<Product> = openProduct): Promise<Tests> {
  const product = await open();
  const browser = await openBrowser();
  return {
    product,
    browser,
    async visit(options, doing) {
      const [width, height] = options.size ?? HD;
      const context = await browser.newContext({
        viewport: { width, height },
        locale: options.language ?? 'en',
        hasTouch: options.touch === true,
        reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
        serviceWorkers: options.keeps === true ? 'allow' : 'block',
      });
      const trouble = watchTrouble(context, product.address) as string[];
      try {
        await context.addInitScript(fixSeeds);
        if (options.quick === true) await layQuickClock(context);
        if (options.settings !== undefined) await layDownSettings(context, options.settings);
        const page = await context.newPage();
        page.setDefaultTimeout(60_000);
        await page.goto(product.address + (options.path ?? '/'));
        await doing({ page, context, address: product.address, trouble }).catch(async (reason: unknown) => {
          throw new Error(`${String(reason)}\n${await describe(page, trouble)}`, { cause: reason });
        });
        expect(trouble).toEqual([]);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await product.close();
    },
  };
}

/** What a page was like when a visit failed: what it did wrong is why, more often than not. */
async function describe(page: Page, trouble: readonly string[]): Promise<string> {
  const shown = await page
    .evaluate(() => document.body.innerText)
    .catch((error: unknown) => `nothing could be read: ${String(error)}`);
  return [`At ${page.url()}`, ...trouble, shown.replace(/\s+/g, ' ').slice(0, 400)].join('\n');
}

/** Puts settings on the device as the game itself stores them, unless it has stored some already. */
async function layDownSettings(context: BrowserContext, settings: Partial<Settings>): Promise<void> {
  await context.addInitScript(
    ([key, value]) => {
      // An empty page, which every visit begins on, has no storage.
      if (location.protocol === 'about:') return;
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    },
    [SETTINGS_KEY, sealEnvelope(settings)] as const,
  );
}

/** Seeds that the game draws for runs and debriefs are the same on every visit; ids stay unique. */
function fixSeeds(): void {
  const draw = crypto.getRandomValues.bind(crypto);
  let seed = 1;
  crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    if (!(array instanceof Uint32Array) || array.length !== 1) return draw(array as never);
    array[0] = seed++;
    return array;
  };
}
