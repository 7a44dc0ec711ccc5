import type { Page } from 'playwright-core';

/** In CSS pixels, with what rounding may take: WCAG 2.2, 2.5.5, and 2.5.8 for a second place of something large enough. */
const FINGER = 43.5;
const SECOND_PLACE = 23.5;

/** What can be pressed and is too small for a finger, with the label that belongs to it. */
export function findSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ([finger, second]) => {
      const within = document.querySelector('dialog[open]') ?? document.body;
      return [...within.querySelectorAll<HTMLElement>('button, a[href], select, summary, input, [role="button"]')]
        .filter((element) => element.checkVisibility() && element.closest('.unseen, .skip') === null)
        .map((element) => {
          const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0] ?? element;
          const boxes = [element, label].map((each) => each.getBoundingClientRect());
          return {
            element,
            width: Math.max(...boxes.map(({ width }) => width)),
            height: Math.max(...boxes.map(({ height }) => height)),
          };
        })
        .filter(({ element, width, height }) => {
          const least = element.closest('[aria-hidden="true"]') === null ? finger : second;
          return width < least || height < least;
        })
        .map(({ element, width, height }) => `${element.outerHTML.slice(0, 110)} is ${width} × ${height}`);
    },
    [FINGER, SECOND_PLACE] as const,
  );
}
