/** Touches of a screen that several share: a browser makes clicks of the first finger only, so each presses for itself. */

/** A click so soon after a finger has pressed the same button is that press once more, in milliseconds. */
const CLICK_AFTER_TOUCH_MS = 700;

/** Presses a button by click and, while `isDirect`, when any finger is lifted on the button that it came down on. */
export function takePresses(button: HTMLButtonElement, isDirect: () => boolean, press: () => void): void {
  let finger: number | null = null;
  let pressedAt = Number.NEGATIVE_INFINITY;
  button.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' && isDirect()) finger = event.pointerId;
  });
  button.addEventListener('pointercancel', (event) => {
    if (event.pointerId === finger) finger = null;
  });
  button.addEventListener('pointerup', (event) => {
    if (event.pointerId !== finger) return;
    finger = null;
    const box = button.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return;
    pressedAt = performance.now();
    press();
  });
  button.addEventListener('click', () => {
    if (performance.now() - pressedAt > CLICK_AFTER_TOUCH_MS) press();
  });
}
