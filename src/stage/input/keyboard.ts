/** Keys to commands, on the window, only while the theatre plays. Tab and modified keys are never touched. */
import type { Disposer } from '../disposer.ts';
import { whatKeyAsks, type Bindable, type InputBindings } from './bindings.ts';
import { Holds } from './holds.ts';
import { isDirection, whatSeatKeyAsks, type SeatAsk } from './seats.ts';

export interface KeyboardPort {
  bindings(): InputBindings;
  scanning(): boolean;
  /** False while paused, when the theatre is closed, and when it only shows what another hand did. */
  listening(): boolean;
  /** True while paused where nothing but the stage itself lets the play go on. */
  resting(): boolean;
  /** The theatre's part of the page. */
  readonly root: HTMLElement;
  /** True when a button of the theatre has the focus: Enter and Space are then its own. */
  buttonFocused(): boolean;
  /** True when that focus can be seen: it was put there by keys, not by a finger or the mouse. */
  focusSeen(): boolean;
  /** Players with direct controls: 0 to 2. */
  seats(): number;
  /** `goesOn` when a direction is held. */
  askSeat(ask: SeatAsk, goesOn: boolean): void;
  /** Returns true when the key was used up. */
  ask(what: Bindable): boolean;
}

const WRITES = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="slider"], [role="menu"]';

/** What a page offers to be pressed beside the theatre, by the keys that press whatever has the focus. */
const PRESSED = 'a, button, summary, label, [role="button"]';

/** Listens until disposed. The answer lets time pass for held directions: call it once a frame while the play goes on. */
export function listenToKeys(disposer: Disposer, port: KeyboardPort): (elapsedMs: number) => void {
  const holds = new Holds<SeatAsk>();
  /** Enter or Space on a button beside the theatre is for that button; with one switch the key is for the light alone. */
  const isPressOfAnother = ({ code, target }: KeyboardEvent): boolean =>
    (code === 'Enter' || code === 'Space') &&
    !port.scanning() &&
    target instanceof Element &&
    !port.root.contains(target) &&
    target.closest(PRESSED) !== null;
  const isFree = (event: KeyboardEvent): boolean => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.code === 'Tab') return false;
    return !(event.target instanceof Element && event.target.closest(WRITES));
  };
  const isOurs = (event: KeyboardEvent): boolean => port.listening() && isFree(event) && !isPressOfAnother(event);
  const askSeat = (event: KeyboardEvent): boolean => {
    const asked = whatSeatKeyAsks(port.bindings(), port.seats(), event.code, port.scanning());
    if (asked === null) return false;
    if (!isDirection(asked.move)) {
      // Whoever walks with Tab presses what the ring is on.
      if (port.focusSeen()) return true;
      if (!event.repeat) port.askSeat(asked, false);
    } else if (!event.repeat) {
      port.askSeat(asked, false);
      holds.press(event.code, asked);
    }
    event.preventDefault();
    return true;
  };
  disposer.listen(window, 'keydown', (event) => {
    const wakes = port.resting() && isFree(event) && whatKeyAsks(port.bindings(), event.code, false) === 'pause';
    if (wakes && !event.repeat && port.ask('pause')) return event.preventDefault();
    if (!isOurs(event) || askSeat(event)) return;
    const what = whatKeyAsks(port.bindings(), event.code, port.scanning());
    if (what === null) return;
    if (event.repeat && !isDirection(what)) {
      if (what === 'switch') event.preventDefault();
      return;
    }
    // A focused button answers Enter and Space by itself; asking too would act twice.
    if (what === 'act' && port.buttonFocused() && (event.code === 'Enter' || event.code === 'Space')) return;
    if (port.ask(what)) event.preventDefault();
  });
  disposer.listen(window, 'keyup', (event) => {
    holds.release(event.code);
    if (!isOurs(event)) return;
    // Some browsers press a focused button when Space comes up: while scanning the press has been used already, and a
    // seat's own press has nothing to do with a button that a finger has left the focus on.
    const asked = whatSeatKeyAsks(port.bindings(), port.seats(), event.code, port.scanning());
    const isSeats = asked?.move === 'act' && !port.focusSeen();
    const isSwitch = port.scanning() && whatKeyAsks(port.bindings(), event.code, true) === 'switch';
    if (isSeats || isSwitch) event.preventDefault();
  });
  disposer.listen(window, 'blur', () => holds.clear());
  return (elapsedMs) => {
    if (port.listening()) holds.letPass(elapsedMs, (asked) => port.askSeat(asked, true));
    else holds.clear();
  };
}
