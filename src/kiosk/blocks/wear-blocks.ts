/**
 * What keeps a visitor on the page: no zoom, no menu, no dragging things away, no way back. Worn by the kiosk's outer and
 * inner page and by no other; elsewhere blocking zoom would take the page away from those who need it large.
 * A page cannot stop Alt+F4 and its kind: that is the browser's kiosk mode and its policies (`docs/kiosk.md`).
 */
import { isBlockedKey } from './blocked-keys.ts';
import './blocks.css';

const ALWAYS = [
  'contextmenu',
  'dragstart',
  'drop',
  'selectstart',
  'gesturestart',
  'gesturechange',
  'gestureend',
] as const;
/** The side buttons of a mouse: back and forward. */
const SIDE_BUTTONS: ReadonlySet<number> = new Set([3, 4]);
/** Marks the entry of the session history on which a kiosk stands; the one below it leads back here. */
const GUARD = { kiosk: 'guard' } as const;

/** Puts the blocks on a document and its window. Returns the way to take them off. */
export function wearBlocks(page: Document): () => void {
  const place = page.defaultView;
  if (place === null) throw new Error('a document without a window cannot be blocked');
  const stopped = new AbortController();
  const loud = { capture: true, passive: false, signal: stopped.signal } as const;
  const refuse = (event: Event): void => event.preventDefault();
  for (const type of ALWAYS) page.addEventListener(type, refuse, loud);
  page.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), loud);
  page.addEventListener('keydown', (event) => isBlockedKey(event) && event.preventDefault(), loud);
  for (const type of ['mousedown', 'mouseup', 'auxclick'] as const)
    page.addEventListener(type, (event) => SIDE_BUTTONS.has(event.button) && event.preventDefault(), loud);
  page.documentElement.dataset['blocks'] = 'on';
  // A frame has no way back of its own.
  const openWayBack = place.parent === place ? closeWayBack(place, stopped.signal) : undefined;
  return () => {
    stopped.abort();
    openWayBack?.();
    delete page.documentElement.dataset['blocks'];
  };
}

/** Whoever goes back lands on the entry below, and from there is sent forward again; the history does not grow. */
function closeWayBack(place: Window, signal: AbortSignal): () => void {
  const { history } = place;
  const isGuard = (state: unknown): boolean => (state as { readonly kiosk?: unknown } | null)?.kiosk === GUARD.kiosk;
  if (!isGuard(history.state)) history.pushState(GUARD, '');
  place.addEventListener('popstate', ({ state }) => !isGuard(state) && history.go(1), { signal });
  return () => {
    if (isGuard(history.state)) history.replaceState(null, '');
  };
}
