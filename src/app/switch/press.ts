/** What a press of the switch does to each kind of control: a switch has no arrows, so each press is one step. */

function step(input: HTMLInputElement): void {
  const before = input.value;
  input.stepUp();
  // At its upper end a slider begins again at the lower one.
  if (input.value === before) input.value = input.min;
}

function tellChanged(element: HTMLElement): void {
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Presses a control of the page as one switch can. */
export function pressChoice(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (element instanceof HTMLSelectElement) {
    element.selectedIndex = (element.selectedIndex + 1) % element.options.length;
    tellChanged(element);
  } else if (element instanceof HTMLInputElement && element.type === 'range') {
    step(element);
    tellChanged(element);
  } else {
    element.click();
  }
}
