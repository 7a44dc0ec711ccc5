/** The scanning light at work: keeps its state, lights what it is on, and says what was chosen. */
import { pressSwitch, SCAN_START, scanOn, type ScanGroup } from './scanning.ts';

export interface OneSwitchPort {
  groups(): readonly ScanGroup[];
  /** Shows where the light is: on a group (no item), on an item, or nowhere. */
  light(group: string | null, item: string | null): void;
  choose(id: string): void;
}

export class OneSwitch {
  readonly #port: OneSwitchPort;
  #state = SCAN_START;

  constructor(port: OneSwitchPort) {
    this.#port = port;
  }

  letPass(elapsedMs: number, periodMs: number): void {
    const before = this.#state;
    this.#state = scanOn(before, this.#port.groups(), elapsedMs, periodMs);
    if (before.group !== this.#state.group || before.item !== this.#state.item) this.#light();
  }

  press(): void {
    const pressed = pressSwitch(this.#state, this.#port.groups());
    this.#state = pressed.state;
    this.#light();
    if (pressed.chosen !== null) this.#port.choose(pressed.chosen);
  }

  /** Begins anew, dark. */
  reset(): void {
    this.#state = SCAN_START;
    this.#light();
  }

  #light(): void {
    this.#port.light(this.#state.group, this.#state.item);
  }
}
