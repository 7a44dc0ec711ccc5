/** Polls the gamepads of the standard mapping once a frame: presses, and the stick as four directions. */
import { PAD_BUTTONS, whatPadAsks, type Bindable, type InputBindings, type PadButton } from './bindings.ts';
import { Holds, REPEAT_FIRST_MS, REPEAT_MS } from './holds.ts';
import { isDirection, whatSeatPadAsks, type SeatAsk } from './seats.ts';

const STICK_IN = 0.6;
const STICK_OUT = 0.35;

/** What a gamepad tells of itself, as far as it is read. */
export interface PadReading {
  readonly index: number;
  readonly connected: boolean;
  readonly buttons: readonly { readonly pressed: boolean }[];
  readonly axes: readonly number[];
}

export interface PadPort {
  bindings(): InputBindings;
  scanning(): boolean;
  /** Players with direct controls: 0 to 2. */
  seats(): number;
  ask(what: Bindable): void;
  /** `goesOn` when a direction is held. */
  askSeat(ask: SeatAsk, goesOn: boolean): void;
}

/** One gamepad between two frames. */
class Pad {
  readonly down = new Set<PadButton>();
  readonly holds = new Holds<SeatAsk>();
  stick: PadButton | null = null;
  heldMs = 0;
}

export class GamepadReader {
  readonly #port: PadPort;
  readonly #pads = new Map<number, Pad>();
  /** Which pad sits where: who has come first keeps the first seat, and a free seat goes to who comes next. */
  readonly #sitting: (number | null)[] = [null, null];

  constructor(port: PadPort) {
    this.#port = port;
  }

  /** Reads the pads and asks for everything newly pressed. Does nothing where the browser has no gamepads. */
  read(elapsedMs: number, readings: readonly (PadReading | null)[] = findPads()): void {
    const connected = readings.filter((each) => each?.connected === true) as PadReading[];
    for (const index of this.#pads.keys())
      if (!connected.some((each) => each.index === index)) this.#pads.delete(index);
    if (this.#port.seats() < 2) {
      const [first] = connected;
      if (first) this.#readPad(first, 0, elapsedMs);
      return;
    }
    this.#seat(connected);
    for (const reading of connected) {
      const seat = this.#sitting.indexOf(reading.index);
      if (seat >= 0) this.#readPad(reading, seat, elapsedMs);
    }
  }

  #seat(connected: readonly PadReading[]): void {
    for (let seat = 0; seat < this.#sitting.length; seat++) {
      const has = this.#sitting[seat] ?? null;
      if (has !== null && !connected.some((each) => each.index === has)) this.#sitting[seat] = null;
    }
    for (const { index } of connected) {
      const free = this.#sitting.indexOf(null);
      if (free >= 0 && !this.#sitting.includes(index)) this.#sitting[free] = index;
    }
  }

  #readPad(reading: PadReading, seat: number, elapsedMs: number): void {
    let pad = this.#pads.get(reading.index);
    if (!pad) this.#pads.set(reading.index, (pad = new Pad()));
    for (const [i, name] of PAD_BUTTONS.entries()) {
      const isDown = reading.buttons[i]?.pressed ?? false;
      if (isDown && !pad.down.has(name)) this.#press(pad, name, seat);
      if (isDown) pad.down.add(name);
      else {
        pad.down.delete(name);
        pad.holds.release(name);
      }
    }
    pad.holds.letPass(elapsedMs, (ask) => this.#port.askSeat(ask, true));
    this.#readStick(pad, reading.axes[0] ?? 0, reading.axes[1] ?? 0, seat, elapsedMs);
  }

  #press(pad: Pad, button: PadButton, seat: number, goesOn = false): void {
    const port = this.#port;
    const what = whatPadAsks(port.bindings(), button, port.scanning());
    if (port.seats() === 0) {
      if (what !== null) port.ask(what);
      return;
    }
    // Where hands press directly there is no tool to turn: those buttons are the seat's too.
    const isFree = what === null || what === 'tool-previous' || what === 'tool-next';
    const move = isDirection(what) || what === 'act' ? what : isFree ? whatSeatPadAsks(button) : null;
    if (move !== null) {
      const asked = { seat, move };
      port.askSeat(asked, goesOn);
      // The stick keeps its own time.
      if (isDirection(move) && pad.stick !== button) pad.holds.press(button, asked);
    } else if (what !== null) port.ask(what);
  }

  #readStick(pad: Pad, x: number, y: number, seat: number, elapsedMs: number): void {
    const reach = Math.max(Math.abs(x), Math.abs(y));
    if (reach < STICK_OUT) {
      pad.stick = null;
      return;
    }
    if (reach < STICK_IN && pad.stick === null) return;
    const towards: PadButton = Math.abs(x) > Math.abs(y) ? (x > 0 ? 'right' : 'left') : y > 0 ? 'down' : 'up';
    if (towards !== pad.stick) {
      pad.stick = towards;
      pad.heldMs = -REPEAT_FIRST_MS;
      this.#press(pad, towards, seat);
      return;
    }
    pad.heldMs += elapsedMs;
    if (pad.heldMs >= REPEAT_MS) {
      pad.heldMs = 0;
      this.#press(pad, towards, seat, true);
    }
  }
}

function findPads(): readonly (PadReading | null)[] {
  return typeof navigator.getGamepads === 'function' ? navigator.getGamepads() : [];
}
