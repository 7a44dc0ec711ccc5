/**
 * What the tabs of this game know of each other, by locks: the browser lets go of them when a tab ends, however it ends.
 * Each tab in which something is under way shares one; who wants to load all of them anew needs it alone. Each also
 * shares one that is named by its version, so that nobody takes away the files of a page that is still open.
 */
import { here } from './whereabouts.ts';

const BUSY = 'marshals-baton-busy';
const VERSION = 'marshals-baton-version:';

let letGo: (() => void) | null = null;

/** Shares the lock while this tab is not at rest, and lets go of it at rest. Call it at each step. */
export function tellTabs(): void {
  const busy = here() !== 'rest';
  if (!busy) {
    letGo?.();
    letGo = null;
  } else if (letGo === null) {
    const done = new Promise<void>((resolve) => (letGo = resolve));
    void navigator.locks.request(BUSY, { mode: 'shared' }, () => done).catch(() => undefined);
  }
}

/**
 * Does something while no tab is busy and none can become so; false when one is. This tab does not count: its player
 * stands before the button, or it is at rest.
 */
export async function whenOthersRest(work: () => Promise<void>): Promise<boolean> {
  letGo?.();
  letGo = null;
  const done = await navigator.locks.request(BUSY, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
  tellTabs();
  return done;
}

/** Says for the life of the page which version it is. */
export function tellVersion(entry: string): void {
  void navigator.locks.request(VERSION + entry, { mode: 'shared' }, () => new Promise(() => undefined));
}

/** Whether a page of another version is open. */
export async function otherVersionIsOpen(entry: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name?.startsWith(VERSION) === true && name !== VERSION + entry);
}
