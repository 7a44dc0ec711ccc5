import type { Page } from 'playwright-core';

type Looked = Pick<Page, 'evaluate'>;

/** What does not fit: what widens the page beyond the window, and texts that leave their box. */
export async function findOverflow(page: Looked): Promise<readonly string[]> {
  return [...(await findWide(page)), ...(await findSpills(page))];
}

/** What sticks out of the window to the right, so that the page has to be scrolled sideways. */
function findWide(page: Looked): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    // What scrolls inside a box of its own does not widen the page.
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.closest('.scroller') === null,
    );
    const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    return [`${scrollWidth - clientWidth} px too wide`, ...innermost.map((element) => element.outerHTML.slice(0, 160))];
  });
}

/** Texts that stick out to the right of a box that they stand in, over a sheet's edge or the next column. */
function findSpills(page: Looked): Promise<string[]> {
  return page.evaluate(() => {
    /** Whether an element, or one around it, is clipped away: it is only read out. */
    const isClipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || isClipped(element.parentElement));
    const spills = (node: Node): boolean => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const right = Math.max(...[...range.getClientRects()].map((rect) => rect.right));
      for (let box = node.parentElement; box !== null && box !== document.body; box = box.parentElement) {
        const { display, position, overflowX } = getComputedStyle(box);
        // What is beyond the edge of a box that scrolls can be reached.
        if (overflowX === 'auto' || overflowX === 'scroll') return false;
        const isBox = display !== 'contents' && !display.startsWith('inline');
        if (isBox && right > box.getBoundingClientRect().right + 3) return true;
        if (overflowX !== 'visible' || position === 'absolute' || position === 'fixed') return false;
      }
      return false;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const { parentElement: parent } = text;
      const isSeen = parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === true;
      if (
        isSeen &&
        parent.closest('svg') === null &&
        !isClipped(parent) &&
        (text.textContent ?? '').trim() !== '' &&
        spills(text)
      ) {
        found.push(`${parent.className}: ${(text.textContent ?? '').slice(0, 60)}`);
      }
    }
    return found;
  });
}
