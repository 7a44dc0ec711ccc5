/**
 * What was pressed has been accepted, and something else may stand in its place half a second later. The second half of a
 * double press, and an Enter that is held, were not meant for that.
 */

const PRESSABLE = 'label, a, button, summary, select, input, textarea, [role="button"]';

const thingAt = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest(PRESSABLE) : null;

/** So long after a press the next one of a row was not meant for what has come meanwhile; milliseconds. */
const ROW_MS = 500;

/**
 * From now on the later presses of a row do not go to what has come into the place of what the first one was for. What
 * counts as a row is what the system takes for a double click, within half a second: some systems go on counting taps
 * of a finger for longer. A press beside a thing that is still there was meant. Call once.
 */
export function refuseSecondPresses(page: Window): void {
  let first: Element | null = null;
  let firstAt = -Infinity;
  page.addEventListener(
    'click',
    (event) => {
      const thing = thingAt(event.target);
      const isGone = first !== null && (!first.isConnected || first.getClientRects().length === 0);
      // Presses by keys and by what helps people count as 0, the first of a row as 1.
      const isOfRow = event.detail > 1 && event.timeStamp - firstAt < ROW_MS;
      if (!isOfRow || !isGone || thing === null) {
        if (thing !== null) [first, firstAt] = [thing, event.timeStamp];
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  page.addEventListener(
    'keydown',
    (event) => {
      // Held, it would press a button again and again, and then the one that has got the focus meanwhile.
      if (
        event.repeat &&
        event.code === 'Enter' &&
        event.target instanceof Element &&
        event.target.matches('a, button, summary')
      )
        event.preventDefault();
    },
    { capture: true },
  );
}
