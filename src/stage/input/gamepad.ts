/** Polls the first gamepad of the standard mapping once a frame: presses, and the stick as four directions. */
import { PAD_BUTTONS, whatPadAsks, type Bindable, type InputBindings, type PadButton } from './bindings.ts';

const STICK_IN = 0.6;
const STICK_OUT = 0.35;
/** A held direction walks on after the first delay, then at this pace. */
const REPEAT_FIRST_MS = 380;
const REPEAT_MS = 170;

export class GamepadReader {
  readonly #down = new Set<PadButton>();
  #stick: PadButton | null = null;
  #heldMs = 0;

  /** Reads the pad and asks for everything newly pressed. Does nothing where the browser has no gamepads. */
  read(elapsedMs: number, bindings: InputBindings, scanning: boolean, ask: (what: Bindable) => void): void {
    if (typeof navigator.getGamepads !== 'function') return;
    const pad = navigator.getGamepads().find((each) => each?.connected);
    if (!pad) {
      this.#down.clear();
      return;
    }
    const press = (button: PadButton): void => {
      const what = whatPadAsks(bindings, button, scanning);
      if (what !== null) ask(what);
    };
    for (let i = 0; i < PAD_BUTTONS.length; i++) {
      const name = PAD_BUTTONS[i];
      if (name === undefined) continue;
      const isDown = pad.buttons[i]?.pressed ?? false;
      if (isDown && !this.#down.has(name)) press(name);
      if (isDown) this.#down.add(name);
      else this.#down.delete(name);
    }
    this.#readStick(pad.axes[0] ?? 0, pad.axes[1] ?? 0, elapsedMs, press);
  }

  #readStick(x: number, y: number, elapsedMs: number, press: (button: PadButton) => void): void {
    const reach = Math.max(Math.abs(x), Math.abs(y));
    if (reach < STICK_OUT) {
      this.#stick = null;
      return;
    }
    if (reach < STICK_IN && this.#stick === null) return;
    const towards: PadButton = Math.abs(x) > Math.abs(y) ? (x > 0 ? 'right' : 'left') : y > 0 ? 'down' : 'up';
    if (towards !== this.#stick) {
      this.#stick = towards;
      this.#heldMs = -REPEAT_FIRST_MS;
      press(towards);
      return;
    }
    this.#heldMs += elapsedMs;
    if (this.#heldMs >= REPEAT_MS) {
      this.#heldMs = 0;
      press(towards);
    }
  }
}
