/** Reads a page aloud for somebody who does not see it: what it says when it opens, where the focus goes, what is announced. */
import { fallSilent, say } from './voice.ts';

/** A page's opening is cut off after so many letters; the rest can be walked through. */
const MOST_LETTERS = 600;

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? element.textContent ?? '';
}

/** Speaks for the page until stopped. `volume`: 0 to 1. Returns the way to stop. */
export function readAloud(page: Document, volume: number): () => void {
  let opened: Element | null = null;
  /** Headings that were read with the page that they opened with. */
  let read: ReadonlySet<Element> = new Set();
  const open = (): void => {
    const main = page.querySelector('dialog[open]') ?? page.querySelector('main');
    if (main === null || main === opened) return;
    opened = main;
    read = new Set(main.querySelectorAll('h1, h2'));
    const words = [...main.querySelectorAll('h1, h2, p')].map(({ textContent }) => textContent ?? '').join('. ');
    say(words.slice(0, MOST_LETTERS), volume, true);
  };
  const focus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    if (target.matches('button, a, input, select, summary, label'))
      say(nameOf(target.closest('label') ?? target), volume, true);
    // The next question of the same page.
    else if (target.matches('h1, h2') && !read.has(target)) say(target.textContent ?? '', volume, true);
  };
  const watcher = new MutationObserver((changes) => {
    const told = new Set<Element>();
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const live = element?.closest('[aria-live], [role="status"], [role="alert"]');
      if (live) told.add(live);
    }
    for (const live of told) say(live.textContent ?? '', volume, false);
    open();
  });
  watcher.observe(page.body, { childList: true, subtree: true, characterData: true, attributeFilter: ['open'] });
  page.addEventListener('focusin', focus);
  open();
  return () => {
    watcher.disconnect();
    page.removeEventListener('focusin', focus);
    fallSilent();
  };
}
