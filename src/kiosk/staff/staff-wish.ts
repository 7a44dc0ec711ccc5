/** How staff ask for the PIN pad, on either page: five seconds in the upper left corner, or Ctrl+Shift+K. */

/** Side of the corner, in CSS pixels. */
const CORNER = 96;
const HOLD_MS = 5000;
/** A finger that lies still moves a little all the same; CSS pixels. */
const SLIP = 24;

/**
 * Hears the wish on a window. Nothing is drawn and nothing is taken away: what lies in the corner can be pressed as ever.
 * Returns the way to stop.
 */
export function hearStaffWish(place: Window, wish: () => void): () => void {
  let held: {
    readonly pointer: number;
    readonly x: number;
    readonly y: number;
    readonly timer: ReturnType<typeof setTimeout>;
  } | null = null;
  const letGo = (): void => {
    if (held !== null) clearTimeout(held.timer);
    held = null;
  };
  const press = (event: PointerEvent): void => {
    letGo();
    if (!event.isTrusted || event.clientX > CORNER || event.clientY > CORNER) return;
    const timer = setTimeout(() => {
      letGo();
      wish();
    }, HOLD_MS);
    held = { pointer: event.pointerId, x: event.clientX, y: event.clientY, timer };
  };
  const move = (event: PointerEvent): void => {
    if (held?.pointer !== event.pointerId) return;
    if (Math.abs(event.clientX - held.x) > SLIP || Math.abs(event.clientY - held.y) > SLIP) letGo();
  };
  const lift = (event: PointerEvent): void => {
    if (held?.pointer === event.pointerId) letGo();
  };
  const key = (event: KeyboardEvent): void => {
    if (!event.isTrusted || !event.ctrlKey || !event.shiftKey || event.code !== 'KeyK') return;
    event.preventDefault();
    wish();
  };
  const early = { capture: true, passive: true } as const;
  place.addEventListener('pointerdown', press, early);
  place.addEventListener('pointermove', move, early);
  place.addEventListener('pointerup', lift, early);
  place.addEventListener('pointercancel', lift, early);
  place.addEventListener('keydown', key, { capture: true });
  return () => {
    letGo();
    place.removeEventListener('pointerdown', press, early);
    place.removeEventListener('pointermove', move, early);
    place.removeEventListener('pointerup', lift, early);
    place.removeEventListener('pointercancel', lift, early);
    place.removeEventListener('keydown', key, { capture: true });
  };
}
