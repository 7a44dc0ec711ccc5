import type { BrowserContext, Page } from 'playwright-core';

/**
 * Listens to everything that a page must never do: throw, leave a rejection unhandled, complain on the console (which
 * is where a breach of the content security policy shows), ask for what is not there, or talk to anybody else.
 *
 * @returns a list that grows while the page lives
 */
export function watchTrouble(context: BrowserContext, origin: string): readonly string[] {
  const trouble: string[] = [];
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => trouble.push(`error: ${error.stack ?? error.message}`));
    page.on('crash', () => trouble.push('the page crashed'));
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:'].includes(url.protocol) || url.origin === origin) return;
    trouble.push(`a request to somebody else: ${request.url()}`);
  });
  return trouble;
}
