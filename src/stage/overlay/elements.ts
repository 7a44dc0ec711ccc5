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

/** Hangs the tools on their rail, in order; room is kept for the most there can be, and fewer hang in its middle. */
export function hangTools(
  tools: Box & { readonly down: boolean; readonly button: number; readonly gap: number },
  buttons: readonly HTMLElement[],
): void {
  const pitch = tools.button + tools.gap;
  const spare = tools.down ? 0 : Math.max(0, (tools.width - buttons.length * pitch + tools.gap) / 2);
  for (const [n, button] of buttons.entries()) {
    const step = spare + n * pitch;
    const x = tools.x + (tools.down ? 0 : step);
    putAt(button, { x, y: tools.y + (tools.down ? step : 0), width: tools.button, height: tools.button });
  }
}
