/**
 * One window of the kiosk on one profile. A second one would share its database, take the first one's visit for one that
 * was left open, and close it under the visitor. So the window that came first holds a lock for as long as it lives.
 */
const LOCK = 'marshals-baton:kiosk-window';
/** A page that is loaded anew may ask before the browser has let go of the old page's lock: so long it asks again. */
const TRIES = 10;
const PAUSE_MS = 300;

/** `asking`: nothing is known yet. `second`: another window has it. */
export type WindowTurn = 'asking' | 'only' | 'second';

/**
 * Asks to be the only window, and tells once what it came to. Where there are no locks, it is. The second one does not
 * wait in line: it would take over whenever the first one is loaded anew.
 */
export async function askForTurn(
  locks: Pick<LockManager, 'request'> | undefined = (navigator as { readonly locks?: LockManager }).locks,
): Promise<WindowTurn> {
  if (locks === undefined) return 'only';
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (await takeLock(locks)) return 'only';
  }
  return 'second';
}

function takeLock(locks: Pick<LockManager, 'request'>): Promise<boolean> {
  return new Promise((resolve) => {
    const request = locks.request(LOCK, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until the page goes, however it goes.
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
    // A browser that refuses locks must not keep visitors from the play.
    void request.catch(() => resolve(true));
  });
}
