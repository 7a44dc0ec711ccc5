/** What the port needs of the page around it; a test hands in its own. */
export interface Page {
  addEventListener(type: string, listener: (event: Event) => void, options?: AddEventListenerOptions): void;
  removeEventListener(type: string, listener: (event: Event) => void, options?: EventListenerOptions): void;
  readonly visibilityState: string;
}

/** Events that browsers take as leave to make a sound. A touch counts when it ends; a stick of a gamepad never does. */
const GESTURES = ['pointerup', 'mousedown', 'touchend', 'click', 'keydown'] as const;

/**
 * Calls `onGesture` on every trusted gesture, not only the first: after a telephone call the sound comes back with the
 * next touch. Capturing, for a handler further in may stop the event.
 * @returns a function that stops listening
 */
export function listenForGestures(page: Page, onGesture: () => void): () => void {
  const heard = (event: Event): void => {
    // A script's own click proves nothing to the browser: a context made then would stay locked.
    if (event.isTrusted) onGesture();
  };
  for (const type of GESTURES) page.addEventListener(type, heard, { capture: true, passive: true });
  return () => {
    for (const type of GESTURES) page.removeEventListener(type, heard, { capture: true });
  };
}
