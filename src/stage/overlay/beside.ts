/** Presses beside all buttons: a finger that touches the bare stage means what is nearest to it, if the scene says so. */
import type { ActScene } from '../act-stage.ts';
import type { Disposer } from '../disposer.ts';

export interface BesidePort {
  /** The bare stage, at the place of the theatre's own coordinates. */
  readonly slot: HTMLElement;
  /** False while presses are somebody else's: nobody plays, or one switch has them all. */
  listening(): boolean;
  scene(): ActScene | null;
  press(id: string): void;
}

export function pressBeside(disposer: Disposer, port: BesidePort): void {
  disposer.listen(port.slot, 'click', ({ clientX, clientY }) => {
    if (!port.listening()) return;
    const { left, top } = port.slot.getBoundingClientRect();
    const id = port.scene()?.nearest?.(clientX - left, clientY - top) ?? null;
    if (id !== null) port.press(id);
  });
}
