/** All hands at the controls: keys, gamepads and the one switch, joined to the buttons that they press. */
import type { Control, TextRef } from '../../kernel/act.ts';
import type { Seat } from '../act-stage.ts';
import type { Disposer } from '../disposer.ts';
import type { Mirrors } from '../overlay/mirrors.ts';
import type { Bindable, InputBindings } from './bindings.ts';
import { GamepadReader } from './gamepad.ts';
import { listenToKeys } from './keyboard.ts';
import { OneSwitch } from './one-switch.ts';
import { steerSeat, type SeatAsk } from './seats.ts';
import { steer } from './steer.ts';

const PAUSE = 'pause';

export interface HandsPort {
  readonly root: HTMLElement;
  readonly pauseButton: HTMLElement;
  readonly mirrors: Mirrors;
  readonly toolbarGroups: readonly string[];
  readonly panelGroups: readonly string[];
  bindings(): InputBindings;
  /** Milliseconds on each choice of the one switch; null while it is off. */
  scanMs(): number | null;
  /** False while paused, when the theatre is closed, and when it only shows what another hand did. */
  listening(): boolean;
  /** True while paused where nothing but the stage itself lets the play go on. */
  resting(): boolean;
  press(control: Control): void;
  /** Pauses; where the stage rests, lets the play go on. */
  pause(): void;
  /** Says and captions something that the players should know. */
  note(ref: TextRef): void;
}

export class Hands {
  readonly #port: HandsPort;
  readonly #oneSwitch: OneSwitch;
  readonly #pads: GamepadReader;
  readonly #holdKeys: (elapsedMs: number) => void;
  #seats: readonly Seat[] = [];
  #noted = '';

  constructor(disposer: Disposer, port: HandsPort) {
    this.#port = port;
    const { mirrors, root, pauseButton } = port;
    this.#oneSwitch = new OneSwitch({
      groups: () => [
        ...mirrors.groups.map(({ group, controls }) => ({
          group,
          ids: controls.filter((control) => control.enabled).map((control) => control.id),
        })),
        { group: PAUSE, ids: [PAUSE] },
      ],
      light: (group, item) => {
        mirrors.scan(group, item);
        pauseButton.toggleAttribute('data-scanned', group === PAUSE);
      },
      choose: (id) => (id === PAUSE ? port.pause() : mirrors.pressById(id)),
    });
    const joint = {
      bindings: () => port.bindings(),
      scanning: () => this.#isScanning,
      seats: () => this.#seats.length,
      ask: (what: Bindable) => this.#ask(what),
      askSeat: (asked: SeatAsk, goesOn: boolean) => {
        steerSeat(
          asked,
          {
            seats: () => this.#seats,
            control: (id) => mirrors.control(id),
            press: (control) => port.press(control),
          },
          goesOn,
        );
      },
    };
    this.#pads = new GamepadReader(joint);
    this.#holdKeys = listenToKeys(disposer, {
      ...joint,
      root,
      listening: () => port.listening(),
      resting: () => port.resting(),
      buttonFocused: () => mirrors.focused !== null || document.activeElement === pauseButton,
      focusSeen: () =>
        mirrors.focusSeen || (document.activeElement === pauseButton && pauseButton.matches(':focus-visible')),
    });
    disposer.listen(pauseButton, 'click', () => port.pause());
    // With one switch a tap anywhere is the switch; the press must not reach the button that lies under it as well.
    disposer.listen(
      root,
      'click',
      (event) => {
        if (!this.#isScanning || !port.listening()) return;
        event.preventDefault();
        event.stopPropagation();
        this.#oneSwitch.press();
      },
      { capture: true },
    );
  }

  /** Who presses what directly, now. */
  seat(seats: readonly Seat[]): void {
    this.#seats = seats;
    this.#port.mirrors.setDirect(seats.length > 0);
    const missing = seats.length === 2 && !this.#port.bindings().singleKeys ? seats[0]?.withoutLetters : undefined;
    if (missing && this.#noted !== missing.key) this.#port.note(missing);
    this.#noted = missing?.key ?? '';
  }

  /** Lets time pass for what is held and what scans; call it once a frame while the play goes on. `isOpen`: the curtain is. */
  letPass(elapsedMs: number, isOpen: boolean): void {
    this.#holdKeys(elapsedMs);
    this.#pads.read(elapsedMs);
    const scanMs = this.#port.scanMs();
    if (scanMs !== null && isOpen) this.#oneSwitch.letPass(elapsedMs, scanMs);
  }

  /** The one switch begins anew, dark. */
  resetScan(): void {
    this.#oneSwitch.reset();
  }

  get #isScanning(): boolean {
    return this.#port.scanMs() !== null;
  }

  #ask(what: Bindable): boolean {
    const { mirrors, toolbarGroups, panelGroups } = this.#port;
    return steer(what, {
      groups: () => mirrors.groups,
      toolbarGroups: () => toolbarGroups,
      panelGroups: () => panelGroups,
      focused: () => mirrors.focused,
      focus: (id) => mirrors.focus(id),
      press: (id) => mirrors.pressById(id),
      pressSwitch: () => this.#oneSwitch.press(),
      pause: () => this.#port.pause(),
    });
  }
}
