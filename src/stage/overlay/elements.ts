/** Elements of the theatre's page: where they stand, and what they say of themselves. */
import type { Box } from '../layout/stage-layout.ts';

/** Stands an element at a place, in CSS pixels of the theatre. */
export function putAt(element: HTMLElement, box: Box): void {
  element.style.left = `${box.x}px`;
  element.style.top = `${box.y}px`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
}

/** Sets an attribute, or takes it away; does nothing when it is so already. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === element.getAttribute(name)) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** How much wider than the others a tool is that shows a word, where tools hang side by side. */
const WORDED = 2;

/**
 * Hangs the tools on their rail, in order; room is kept for the most there can be, and fewer hang in its middle. One with a
 * word (`data-worded`) is wider where they hang side by side.
 */
export function hangTools(
  tools: Box & { readonly down: boolean; readonly button: number; readonly gap: number },
  buttons: readonly HTMLElement[],
): void {
  const wide = buttons.map((each) => (!tools.down && 'worded' in each.dataset ? WORDED : 1) * tools.button);
  const across = wide.reduce((sum, each) => sum + each + tools.gap, -tools.gap);
  let step = tools.down ? 0 : (tools.width - across) / 2;
  for (const [n, button] of buttons.entries()) {
    const width = wide[n] as number;
    const x = tools.x + (tools.down ? 0 : step);
    putAt(button, { x, y: tools.y + (tools.down ? step : 0), width, height: tools.button });
    step += width + tools.gap;
  }
}

/** Writes a text that is not there yet. */
export function setText(element: Element, written: string): void {
  if (element.textContent !== written) element.textContent = written;
}

/** The place of the word on a tool; whoever listens hears it in the tool's own text. */
export function makeWord(button: HTMLElement): HTMLElement {
  const word = document.createElement('span');
  word.className = 'theatre-tool-word';
  word.setAttribute('aria-hidden', 'true');
  button.dataset['worded'] = '';
  button.append(word);
  return word;
}
