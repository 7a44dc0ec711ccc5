/**
 * Second places for the pointer: a control whose button stands on a pad can be pressed on the map as well. Real buttons,
 * but neither in the order of Tab nor told by screen readers, since each has its twin there already.
 */
import type { Control } from '../../kernel/act.ts';
import type { Box } from '../layout/stage-layout.ts';
import { putAt } from './elements.ts';
import { takePresses } from './fingers.ts';

export interface TwinPort {
  /** Where a pointer may press the control besides, now; null for nowhere. */
  twin(id: string): Box | null;
  isDirect(): boolean;
  press(id: string): void;
  hover(id: string, on: boolean): void;
}

export class Twins {
  readonly element: HTMLElement;
  readonly #port: TwinPort;
  readonly #twins = new Map<string, { readonly button: HTMLButtonElement; at: Box }>();

  constructor(port: TwinPort) {
    this.#port = port;
    this.element = document.createElement('div');
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Brings the twins to where the state has them. Cheap while they stand. */
  update(controls: readonly Control[]): void {
    const found = new Set<string>();
    for (const { id } of controls) {
      const at = this.#port.twin(id);
      if (!at) continue;
      found.add(id);
      const twin = this.#twins.get(id);
      if (twin && same(twin.at, at)) continue;
      const button = twin?.button ?? this.#make(id);
      putAt(button, at);
      this.#twins.set(id, { button, at });
    }
    for (const [id, { button }] of this.#twins) {
      if (found.has(id)) continue;
      button.remove();
      this.#twins.delete(id);
      this.#port.hover(id, false);
    }
  }

  #make(id: string): HTMLButtonElement {
    const port = this.#port;
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.className = 'theatre-twin';
    takePresses(
      button,
      () => port.isDirect(),
      () => port.press(id),
    );
    // The focus belongs to the button that is told.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('pointerenter', (event) => {
      if (event.pointerType !== 'touch') port.hover(id, true);
    });
    button.addEventListener('pointerleave', () => port.hover(id, false));
    this.element.append(button);
    return button;
  }
}

function same(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
