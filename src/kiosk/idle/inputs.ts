/** What counts as a sign of life from a visitor: trusted input of any kind, and the buttons of a gamepad. */

/**
 * `act`: a touch, a key, a switch; `search`: a key that moves the focus or presses what has it, which while a question
 * stands means that somebody is on the way to its buttons.
 */
export type Sign = 'act' | 'search';

const WALKING: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  ' ',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Shift',
  'Escape',
]);

/** A mouse that trembles on its table is nobody; CSS pixels. */
const TREMBLE = 6;

/** Which sign an event is; null when it is none. Only what the browser itself vouches for counts. */
export function signOf(event: Event, answers: Element | null): Sign | null {
  if (!event.isTrusted) return null;
  if (event.type === 'keydown') {
    const { key, repeat } = event as KeyboardEvent;
    // A key that repeats itself may have a bag on it.
    if (repeat) return null;
    return WALKING.has(key) ? 'search' : 'act';
  }
  if (event.type === 'pointermove') {
    const { movementX, movementY, pointerType } = event as PointerEvent;
    if (pointerType === 'mouse' && Math.abs(movementX) + Math.abs(movementY) < TREMBLE) return null;
    return 'search';
  }
  return answers !== null && event.target instanceof Node && answers.contains(event.target) ? 'search' : 'act';
}

const TYPES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Hears every sign on the page, before anybody else can swallow it. `answers` gives the buttons of the question, if it
 * stands: pressing them is an answer of its own. Returns the way to stop.
 */
export function hearSigns(answers: () => Element | null, hear: (sign: Sign) => void): () => void {
  const listen = (event: Event): void => {
    const sign = signOf(event, answers());
    if (sign !== null) hear(sign);
  };
  for (const type of TYPES) addEventListener(type, listen, { capture: true, passive: true });
  return () => {
    for (const type of TYPES) removeEventListener(type, listen, { capture: true });
  };
}

/**
 * Looks at the gamepads, which send no events. The function it returns says whether a button went down or up since it was
 * last asked; the first sight of a pad is no sign, since one that lies on its button would be somebody for ever.
 */
export function watchPads(): () => boolean {
  const seen = new Map<number, string>();
  return () => {
    let isChanged = false;
    for (const pad of navigator.getGamepads?.() ?? []) {
      if (pad === null) continue;
      const now = pad.buttons.map(({ pressed }) => (pressed ? 'x' : '.')).join('');
      const before = seen.get(pad.index);
      seen.set(pad.index, now);
      if (before !== undefined && before !== now) isChanged = true;
    }
    return isChanged;
  };
}
