/** Any touch, key, switch or button of a pad begins. */
import { watchPads } from '../idle/inputs.ts';

/** A finger that stays longer means something else (the staff's corner); milliseconds. */
const TAP_MS = 2000;
const PADS_MS = 200;

const ALONE: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock']);

/** Calls `begin` at each sign that somebody wants to play. Returns the way to stop. */
export function hearBeginning(begin: () => void): () => void {
  const pressed = new Map<number, number>();
  const press = (event: PointerEvent): void => {
    if (event.isTrusted) pressed.set(event.pointerId, event.timeStamp);
  };
  // At the end of the touch, not at its beginning: a new page under a finger that still lies would be pressed by it.
  const lift = (event: PointerEvent): void => {
    const since = pressed.get(event.pointerId);
    pressed.delete(event.pointerId);
    if (event.isTrusted && since !== undefined && event.timeStamp - since < TAP_MS) begin();
  };
  const cancel = (event: PointerEvent): void => void pressed.delete(event.pointerId);
  const key = (event: KeyboardEvent): void => {
    if (event.isTrusted && !event.repeat && !event.ctrlKey && !event.metaKey && !ALONE.has(event.key)) begin();
  };
  addEventListener('pointerdown', press, { capture: true, passive: true });
  addEventListener('pointerup', lift, { capture: true, passive: true });
  addEventListener('pointercancel', cancel, { capture: true, passive: true });
  addEventListener('keyup', key, { capture: true });
  const isPadTouched = watchPads();
  const pads = setInterval(() => isPadTouched() && begin(), PADS_MS);
  return () => {
    clearInterval(pads);
    removeEventListener('pointerdown', press, { capture: true });
    removeEventListener('pointerup', lift, { capture: true });
    removeEventListener('pointercancel', cancel, { capture: true });
    removeEventListener('keyup', key, { capture: true });
  };
}
