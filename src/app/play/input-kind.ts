/** Which kind of input a run was played with: the one used most, kept with the attempt. */
import type { InputKind } from '../../player/index.ts';

export interface InputWatch {
  most(): InputKind;
  close(): void;
}

/** Counts inputs until closed. With one switch switched on, every key is the switch. */
export function watchInput(isSwitch: () => boolean): InputWatch {
  const counts = new Map<InputKind, number>();
  const count = (kind: InputKind): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const onPointer = (event: PointerEvent): void => count(event.pointerType === 'touch' ? 'touch' : 'pointer');
  const onKey = (): void => count(isSwitch() ? 'switch' : 'keyboard');
  const pads = setInterval(() => {
    if (navigator.getGamepads?.().some((pad) => pad?.buttons.some((button) => button.pressed))) count('gamepad');
  }, 250);
  addEventListener('pointerdown', onPointer, { capture: true, passive: true });
  addEventListener('keydown', onKey, { capture: true, passive: true });
  return {
    most: () => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'pointer',
    close() {
      clearInterval(pads);
      removeEventListener('pointerdown', onPointer, { capture: true });
      removeEventListener('keydown', onKey, { capture: true });
    },
  };
}
