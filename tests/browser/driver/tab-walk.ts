import type { Page } from 'playwright-core';

/** One stop of Tab. */
export interface Stop {
  /** Role and name, as somebody who listens is told it. */
  readonly told: string;
  /** What it is made of: the same for everything that looks the same. */
  readonly make: string;
  /** Place in the page's own order. */
  readonly at: number;
  /** What lies over it at nine points and is neither part of it nor around it. */
  readonly covered: readonly string[];
  /** What has the focus, as it is seen, in CSS pixels of the window. */
  readonly box: Box;
  /** The same with the words that belong to it. */
  readonly around: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOST_STOPS = 150;

/** Walks a page with Tab from its top until the focus leaves it, or comes round. `atStop` is run at every stop. */
export async function walkWithTab(page: Page, atStop?: (stop: Stop) => Promise<void>): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // The next Tab begins at the top again: at the dialog's, where one is open.
    const top = document.querySelector<HTMLElement>('dialog[open]') ?? document.body;
    const before = top.getAttribute('tabindex');
    top.tabIndex = -1;
    top.focus();
    if (before === null) top.removeAttribute('tabindex');
    else top.setAttribute('tabindex', before);
    scrollTo(0, 0);
  });
  const stops: Stop[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    if (stop === null || stops.some(({ at }) => at === stop.at)) return stops;
    stops.push(stop);
    await atStop?.(stop);
  }
  throw new Error(`Tab does not come to an end after ${MOST_STOPS} stops`);
}

/** In the page: what has the focus, or null when nothing of the page has it. */
function readStop(): Stop | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || element.matches('dialog')) return null;
  const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0] ?? null;
  const own = element.getBoundingClientRect();
  const around = label?.contains(element) === true ? label.getBoundingClientRect() : own;
  // A box that is only there for the keys is seen as its label.
  const isOnlyForKeys = own.width < 8 || getComputedStyle(element).opacity === '0';
  const box = isOnlyForKeys ? around : own;
  const role = element.getAttribute('role') ?? (element as HTMLInputElement).type ?? element.localName;
  const named = document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.innerText;
  const name = element.ariaLabel ?? named ?? (label ?? element).textContent;
  // A little inside the corners, which may be round.
  const covered = [0.18, 0.5, 0.82].flatMap((across) =>
    [0.18, 0.5, 0.82].flatMap((down) => {
      const [x, y] = [box.left + box.width * across, box.top + box.height * down];
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return ['the edge of the window'];
      const top = document.elementFromPoint(x, y);
      if (top === null || top.contains(element) || element.contains(top) || label?.contains(top) === true) return [];
      return [top.outerHTML.slice(0, 90)];
    }),
  );
  return {
    told: `${role || element.localName}: ${name.replace(/\s+/g, ' ').trim().replace(/\d+/g, '#')}`,
    make: `${element.localName}.${[...element.classList].join('.')} in ${element.closest('.sheet, .on-paper') === null ? 'dark' : 'paper'}`,
    at: [...document.querySelectorAll('*')].indexOf(element),
    covered,
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
    around: { x: around.x, y: around.y, width: around.width, height: around.height },
  };
}

/** Stops that Tab comes to against the order of the page. */
export function findAgainstOrder(stops: readonly Stop[]): readonly string[] {
  return stops
    .filter((stop, n) => {
      const before = stops[n - 1];
      return before !== undefined && stop.at < before.at;
    })
    .map(({ told }) => told);
}

/** What Tab ought to come to: everything that can be used, a group of radio buttons as one. */
export function countStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const within = document.querySelector('dialog[open]') ?? document.body;
    const groups = new Set<string>();
    return [
      ...within.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
    ]
      .filter((element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility())
      .filter((element) => {
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        const isFirst = !groups.has(element.name);
        groups.add(element.name);
        return isFirst;
      }).length;
  });
}
