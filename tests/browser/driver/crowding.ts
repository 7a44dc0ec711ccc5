/** Text that does not fit: cut off, or written over other text. */
import type { Page } from 'playwright-core';

/**
 * Writes every text of the page as a pseudo-language has it: with marks on its letters, and longer by two fifths, as the
 * longest translations are. What stands in boxes to be chosen from is left alone.
 */
export function pseudoLocalise(page: Page): Promise<void> {
  return page.evaluate(() => {
    const marks: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ö', u: 'ü', y: 'ý', A: 'Å', E: 'É' };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.parentElement?.closest('option, script, style, [aria-live], [role="status"]') !== null) continue;
      text.data = text.data.replace(/\p{L}[\p{L}’']*/gu, (word) => {
        const longer = word + word.slice(0, Math.round(word.length * 0.4));
        return longer.replace(/[aeiouyAE]/g, (letter) => marks[letter] ?? letter);
      });
    }
  });
}

/** Text that is cut off by its own box, or that lies over other text. */
export function findCrowded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const trouble: string[] = [];
    interface Box {
      readonly of: Element;
      readonly words: string;
      readonly rect: DOMRect;
    }
    const boxes: Box[] = [];
    const modal = document.querySelector('dialog[open]');
    const walker = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const element = text.parentElement;
      const words = text.textContent?.trim() ?? '';
      if (element === null || words === '' || element.matches('script, style, option')) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (element.closest('.unseen, .theatre-unseen, .skip:not(:focus)') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 2 && height > 2);
      for (const rect of rects) {
        for (
          let around: Element | null = element;
          around !== null && around !== document.body;
          around = around.parentElement
        ) {
          const style = getComputedStyle(around);
          const frame = around.getBoundingClientRect();
          const cutsX =
            ['hidden', 'clip'].includes(style.overflowX) &&
            (rect.right > frame.right + 2 || rect.left < frame.left - 2);
          const cutsY =
            ['hidden', 'clip'].includes(style.overflowY) &&
            (rect.bottom > frame.bottom + 4 || rect.top < frame.top - 4);
          if (cutsX || cutsY) trouble.push(`cut off by .${around.className}: ${words.slice(0, 60)}`);
          // What can be scrolled into sight is not cut off.
          if (style.position === 'fixed' || ['auto', 'scroll'].includes(style.overflowY)) break;
        }
        boxes.push({ of: element, words, rect });
      }
    }
    const block = (element: Element): Element => {
      let at: Element = element;
      while (at.parentElement !== null && getComputedStyle(at).display.startsWith('inline')) at = at.parentElement;
      return at;
    };
    /** What stays in sight while the rest is scrolled under it. */
    const sticks = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        if (getComputedStyle(at).position === 'sticky') return true;
      return false;
    };
    for (const [n, one] of boxes.entries())
      for (const other of boxes.slice(n + 1)) {
        if (block(one.of) === block(other.of) || sticks(one.of) !== sticks(other.of)) continue;
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        // Lines may touch by what type leaves free above and below its letters.
        const free = Math.min(one.rect.height, other.rect.height) * 0.3;
        if (across > 3 && down > free)
          trouble.push(`"${one.words.slice(0, 40)}" and "${other.words.slice(0, 40)}" lie over each other`);
      }
    return [...new Set(trouble)];
  });
}
