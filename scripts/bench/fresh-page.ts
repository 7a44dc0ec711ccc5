import type { BrowserContextOptions, CDPSession, Page } from 'playwright-core';

import type { Tests } from '../../tests/browser/driver/visit.ts';
import { TransferWatch } from './watch-transfer.ts';

/** Where pages are measured, unless something else is said. */
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 720 }, locale: 'en' };

/** A page with an empty cache on an empty device, whose transfers are counted. */
export interface FreshPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly watch: TransferWatch;
}

/** Opens such a page, does something there, and closes it. */
export async function onFreshPage<T>(
  tests: Tests,
  options: BrowserContextOptions,
  doing: (fresh: FreshPage) => Promise<T>,
): Promise<T> {
  const context = await tests.browser.newContext({ serviceWorkers: 'block', ...options });
  try {
    const page = await context.newPage();
    return await doing({ page, ...(await TransferWatch.start(page)) });
  } finally {
    await context.close();
  }
}
