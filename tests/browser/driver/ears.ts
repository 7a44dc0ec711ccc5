import type { Page } from 'playwright-core';

/** Longest silence that a listener bears, in milliseconds. */
const PATIENCE_MS = 90_000;

/** Somebody who knows of the page only what its live regions (roles `status` and `alert`) say. */
export interface Ears {
  /** The next words that were not taken yet; what several regions say at once comes together. Throws after a long silence. */
  next(): Promise<string>;
  /** Listens on until something is said that holds these words, and gives it. */
  until(words: string): Promise<string>;
}

/** Begins to listen to a page; it goes on while the page lives and its address changes without a new load. */
export async function openEars(page: Page): Promise<Ears> {
  const said: string[] = [];
  let wake: () => void = () => undefined;
  await page.exposeFunction('tellEars', (words: string) => {
    said.push(words);
    wake();
  });
  await page.evaluate(listenToRegions);
  const next = async (): Promise<string> => {
    if (said.length === 0) {
      let bell: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve, reject) => {
        wake = resolve;
        bell = setTimeout(() => reject(new Error('nobody says anything any more')), PATIENCE_MS);
      });
      clearTimeout(bell);
    }
    return said.shift() ?? '';
  };
  return {
    next,
    async until(words) {
      for (;;) {
        const heard = await next();
        if (heard.includes(words)) return heard;
      }
    },
  };
}

/** In the page: tells what the live regions say whenever they say something new. */
function listenToRegions(): void {
  const { tellEars } = window as unknown as { tellEars(words: string): Promise<void> };
  const listener = new MutationObserver((changes) => {
    const regions = new Set(
      changes.flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest('[role="status"], [role="alert"]') ?? [];
      }),
    );
    const words = [...regions].map((region) => region.textContent.trim()).filter((each) => each !== '');
    if (words.length > 0) void tellEars(words.join(' '));
  });
  listener.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
}
