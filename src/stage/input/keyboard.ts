/** Keys to commands, on the window, only while the theatre plays. Tab and modified keys are never touched. */
import type { Disposer } from '../disposer.ts';
import { whatKeyAsks, type Bindable, type InputBindings } from './bindings.ts';

export interface KeyboardPort {
  bindings(): InputBindings;
  scanning(): boolean;
  /** False while paused or while another part of the page has the keys. */
  listening(): boolean;
  /** True when a button of the theatre has the focus: Enter and Space are then its own. */
  buttonFocused(): boolean;
  /** Returns true when the key was used up. */
  ask(what: Bindable): boolean;
}

const WRITES = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="slider"], [role="menu"]';

export function listenToKeys(disposer: Disposer, port: KeyboardPort): void {
  const isOurs = (event: KeyboardEvent): boolean => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.code === 'Tab') return false;
    if (event.target instanceof Element && event.target.closest(WRITES)) return false;
    return port.listening();
  };
  disposer.listen(window, 'keydown', (event) => {
    if (!isOurs(event)) return;
    const what = whatKeyAsks(port.bindings(), event.code, port.scanning());
    if (what === null) return;
    const walks = what === 'left' || what === 'right' || what === 'up' || what === 'down';
    if (event.repeat && !walks) {
      if (what === 'switch') event.preventDefault();
      return;
    }
    // A focused button answers Enter and Space by itself; asking too would act twice.
    if (what === 'act' && port.buttonFocused() && (event.code === 'Enter' || event.code === 'Space')) return;
    if (port.ask(what)) event.preventDefault();
  });
  disposer.listen(window, 'keyup', (event) => {
    // Some browsers press a focused button when Space comes up: while scanning the press has been used already.
    if (isOurs(event) && port.scanning() && whatKeyAsks(port.bindings(), event.code, true) === 'switch')
      event.preventDefault();
  });
}
