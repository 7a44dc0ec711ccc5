/**
 * What was pressed has been accepted, and something else may stand in its place half a second later. The second half of a
 * double press, and an Enter that is held, were not meant for that.
 */

const PRESSABLE = 'label, a, button, summary, select, input, textarea, [role="button"]';

const thingAt = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest(PRESSABLE) : null;

/**
 * From now on the later presses of a row go only to what the first one was for. What counts as a row is what the system
 * takes for a double click: the same place, within half a second unless its owner has set another time. Call once.
 */
export function refuseSecondPresses(page: Window): void {
  let first: Element | null = null;
  page.addEventListener(
    'click',
    (event) => {
      const thing = thingAt(event.target);
      // Presses by keys and by what helps people count as 0, the first of a row as 1.
      if (event.detail <= 1 || thing === null || thing === first) {
        if (event.detail <= 1) first = thing;
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
