import type { Frame } from 'playwright-core';

/** Whatever can be pressed, of any kind, with its middle above the middle of the screen. A box is its label. */
export function findHigh(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const pressed = [...document.querySelectorAll<HTMLElement>('main :is(button, input, select, [role="slider"])')].map(
      (element) => element.closest('label') ?? element,
    );
    return [...new Set(pressed)]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
      .filter((element) => {
        const { top, height } = element.getBoundingClientRect();
        return top + height / 2 < innerHeight / 2;
      })
      .map(
        (element) =>
          `${element.textContent || element.getAttribute('aria-label')}: ${element.getBoundingClientRect().top}`,
      );
  });
}
