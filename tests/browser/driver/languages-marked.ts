import type { Page } from 'playwright-core';

/** Words in a script that is not that of the language which they are marked with (WCAG 2.2, 3.1.2). */
export function findUnmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const unmarked: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const lang = text.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
      const words = text.textContent ?? '';
      if (text.parentElement?.matches('script, style') !== false) continue;
      if (/\p{Script=Han}/u.test(words) && !lang.startsWith('zh')) unmarked.push(`${words.trim()} is marked ${lang}`);
      if (/\p{Script=Cyrillic}/u.test(words) && lang !== 'ru') unmarked.push(`${words.trim()} is marked ${lang}`);
    }
    return unmarked;
  });
}
