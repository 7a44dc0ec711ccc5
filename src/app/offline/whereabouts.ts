/** Where the player is on this page, and when a person last did something there. */
import { placeOf, type Place } from './places.ts';

/** wouter tells of its own steps by the first two, the browser of the way back by the third. */
const STEPS = ['pushState', 'replaceState', 'popstate'] as const;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel'] as const;

const listeners = new Set<() => void>();
let lastSign = performance.now();
let welcome: boolean | null = null;
let isWatching = false;

/** Where the player is now. */
export function here(): Place {
  if (welcome !== null) return welcome ? 'rest' : 'play';
  return placeOf(location.pathname);
}

/** Milliseconds since the last sign of a person. A page that says that nobody is there has been quiet for ever. */
export function quietFor(): number {
  return welcome === true ? Infinity : performance.now() - lastSign;
}

/**
 * For a page whose address does not tell whether somebody plays, the kiosk's: says that the page may be loaded anew
 * (`true`: it waits for the next visitor), or that it may not. Call it at each change.
 */
export function welcomeUpdates(may: boolean): void {
  welcome = may;
  for (const listener of listeners) listener();
}

/** Hears every step of the player. */
export function onStep(listener: () => void): void {
  listeners.add(listener);
  if (isWatching) return;
  isWatching = true;
  const tell = (): void => {
    for (const each of listeners) each();
  };
  for (const step of STEPS) addEventListener(step, tell);
  document.addEventListener('visibilitychange', tell);
  for (const sign of SIGNS)
    addEventListener(sign, () => (lastSign = performance.now()), { capture: true, passive: true });
}
