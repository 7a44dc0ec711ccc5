/**
 * Which key or gamepad button asks for what. A binding names a control (`tool-grain`, `spot-3`) or one of the
 * theatre's own commands; physical keys (`KeyboardEvent.code`) keep their place on every layout.
 */

/** The theatre's own commands; everything else in a binding is the id of an act's control. */
const COMMANDS = ['act', 'left', 'right', 'up', 'down', 'pause', 'switch'] as const;
export type Command = (typeof COMMANDS)[number];

/** Gamepad buttons of the standard mapping. */
export const PAD_BUTTONS = [
  'a',
  'b',
  'x',
  'y',
  'lb',
  'rb',
  'lt',
  'rt',
  'select',
  'start',
  'l3',
  'r3',
  'up',
  'down',
  'left',
  'right',
] as const;
export type PadButton = (typeof PAD_BUTTONS)[number];

export interface InputBindings {
  /** Codes by what they ask for: a command, or `tool-1`..`tool-9` for the n-th control of the toolbar. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly pad: Readonly<Record<string, readonly PadButton[]>>;
  /** False turns single letters and digits off (WCAG 2.1.4); arrows, Enter, Space and Escape stay. */
  readonly singleKeys: boolean;
}

/** What can be bound, in the order in which settings list it. */
export const BINDABLE = [
  'act',
  'left',
  'right',
  'up',
  'down',
  'pause',
  'switch',
  'tool-1',
  'tool-2',
  'tool-3',
  'tool-4',
  'tool-5',
  'tool-previous',
  'tool-next',
] as const;
export type Bindable = (typeof BINDABLE)[number];

export const DEFAULT_BINDINGS: InputBindings = {
  keys: {
    act: ['Enter', 'Space'],
    left: ['ArrowLeft'],
    right: ['ArrowRight'],
    up: ['ArrowUp'],
    down: ['ArrowDown'],
    pause: ['Escape', 'KeyP'],
    switch: ['Space', 'Enter'],
    'tool-1': ['Digit1', 'KeyQ'],
    'tool-2': ['Digit2', 'KeyW'],
    'tool-3': ['Digit3', 'KeyE'],
    'tool-4': ['Digit4', 'KeyR'],
    'tool-5': ['Digit5', 'KeyT'],
    'tool-previous': [],
    'tool-next': [],
  },
  pad: {
    act: ['a'],
    left: ['left'],
    right: ['right'],
    up: ['up'],
    down: ['down'],
    pause: ['start'],
    switch: ['b'],
    'tool-previous': ['lb'],
    'tool-next': ['rb'],
  },
  singleKeys: true,
};

/** Keys that may never be bound: Tab belongs to the page, the others to the browser or the screen reader. */
const KEPT = new Set([
  'Tab',
  'ShiftLeft',
  'ShiftRight',
  'ControlLeft',
  'ControlRight',
  'AltLeft',
  'AltRight',
  'MetaLeft',
  'MetaRight',
  'CapsLock',
  'ContextMenu',
  'F5',
  'F11',
  'F12',
]);

/** What of the bindings a key asks for, or null. `switch` is asked for only while scanning. */
export function whatKeyAsks(bindings: InputBindings, code: string, scanning: boolean): Bindable | null {
  if (!bindings.singleKeys && isSingleKey(code)) return null;
  if (scanning && bindings.keys['switch']?.includes(code)) return 'switch';
  for (const what of BINDABLE) {
    if (what !== 'switch' && bindings.keys[what]?.includes(code)) return what;
  }
  return null;
}

/** What of the bindings a gamepad button asks for, or null. */
export function whatPadAsks(bindings: InputBindings, button: PadButton, scanning: boolean): Bindable | null {
  if (scanning && bindings.pad['switch']?.includes(button)) return 'switch';
  for (const what of BINDABLE) {
    if (what !== 'switch' && bindings.pad[what]?.includes(button)) return what;
  }
  return null;
}

/** True for letters, digits and punctuation: keys that speech input and stray typing press by accident. */
export function isSingleKey(code: string): boolean {
  return /^(Key|Digit|Numpad\d|Minus|Equal|Bracket|Backslash|Semicolon|Quote|Comma|Period|Slash|Backquote|Intl)/.test(
    code,
  );
}

export interface Conflict {
  readonly code: string;
  readonly with: Bindable;
}

/** Why a key cannot be bound to `what`: it is kept for the browser, or something else has it. Null when it is free. */
export function findConflict(bindings: InputBindings, what: Bindable, code: string): Conflict | 'kept' | null {
  if (KEPT.has(code)) return 'kept';
  // The switch works only while scanning, when nothing else listens: it may share any key.
  if (what === 'switch') return null;
  for (const other of BINDABLE) {
    if (other !== what && other !== 'switch' && bindings.keys[other]?.includes(code)) return { code, with: other };
  }
  return null;
}

/** Binds a key in place of those that `what` had; a key that another command had is taken from it. Kept keys change nothing. */
export function bindKey(bindings: InputBindings, what: Bindable, code: string): InputBindings {
  const conflict = findConflict(bindings, what, code);
  if (conflict === 'kept') return bindings;
  const keys: Record<string, readonly string[]> = { ...bindings.keys, [what]: [code] };
  if (conflict) keys[conflict.with] = (bindings.keys[conflict.with] ?? []).filter((held) => held !== code);
  return { ...bindings, keys };
}

/** Commands that no key reaches any more: settings must say so, since the act could not be finished by keyboard. */
export function findUnreachable(bindings: InputBindings): readonly Bindable[] {
  const needed: readonly Bindable[] = ['act', 'left', 'right', 'pause'];
  return needed.filter((what) =>
    (bindings.keys[what] ?? []).every((code) => !bindings.singleKeys && isSingleKey(code)),
  );
}
