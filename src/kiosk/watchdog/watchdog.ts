/**
 * Whether the frame is alive, by its heartbeat, and what to do when it is not. Pure: the caller brings a time in
 * milliseconds that never runs backwards, and does what is said.
 *
 * The frame shares the outer page's thread, because both come from one address. So this notices a frame loop that has
 * stopped, a page that never comes up and one that says that it failed; it does not notice an endless loop, which stops
 * the outer page as well. That is for the browser and the launch script to end (`docs/kiosk.md`).
 */

/** The frame beats as often as this. */
export const BEAT_MS = 5000;
/** So many beats missed, and it is loaded anew. */
export const MISSES = 3;
/** A beat may be late by a busy moment. */
const SLACK_MS = 2500;
/** A frame that is being loaded has this long until its first beat: pictures, sound, a first start without a network. */
export const LOADING_MS = 45_000;
/** So many loads by the watchdog within `WITHIN_MS`, and loading anew is no help any more. */
export const MOST_LOADS = 3;
export const WITHIN_MS = 600_000;
/** After a fault the whole page is tried again by itself, since nobody may come. */
export const FAULT_MS = 600_000;
/** Nobody has looked for so long: the machine slept, or the page was hidden. What was missed then is nobody's fault. */
const SLEPT_MS = 12_000;

export interface Watch {
  /** `away`: nothing is expected (hidden, or something lies over the frame). */
  readonly state: 'loading' | 'beating' | 'away' | 'fault';
  /** When the state began, or when the last beat came. */
  readonly since: number;
  /** When somebody last looked. */
  readonly looked: number;
  /** When the frame was loaded anew because of a failure, within the last `WITHIN_MS`. */
  readonly loads: readonly number[];
}

export type WatchEvent =
  /** The frame is being loaded, for whatever reason. */
  | 'loading'
  | 'beat'
  /** The frame says that it failed. */
  | 'failed'
  /** The page is hidden, or something lies over the frame; and it is over. */
  | 'away'
  | 'back'
  /** Now and then, every few seconds. */
  | 'look';

/** `load`: load the frame anew. `fault`: show the sheet. `restart`: load the whole page anew. */
export type Order = 'load' | 'fault' | 'restart' | null;

export interface Watched {
  readonly watch: Watch;
  readonly order: Order;
}

export function beginWatch(now: number): Watch {
  return { state: 'loading', since: now, looked: now, loads: [] };
}

/** One event at a time `now`. */
export function watchOn(watch: Watch, event: WatchEvent, now: number): Watched {
  const at = event === 'look' ? { ...watch, looked: now } : watch;
  const calm = (changes: Partial<Watch>): Watched => ({ watch: { ...at, ...changes }, order: null });
  if (watch.state === 'fault') return event === 'look' && now - watch.since >= FAULT_MS ? restart(at, now) : calm({});
  switch (event) {
    case 'loading':
      return calm({ state: 'loading', since: now, looked: now });
    case 'beat':
      return watch.state === 'away' ? calm({}) : calm({ state: 'beating', since: now });
    case 'failed':
      return loadAnew(at, now);
    case 'away':
      return calm({ state: 'away', since: now });
    case 'back':
      // It gets as long as a fresh one: a phone's browser may have thrown its pictures away meanwhile.
      return watch.state === 'away' ? calm({ state: 'loading', since: now, looked: now }) : calm({});
    case 'look':
      if (watch.state === 'away') return calm({});
      if (now - watch.looked >= SLEPT_MS) return calm({ since: now });
      return now - watch.since >= patience(watch) ? loadAnew(at, now) : calm({});
  }
}

function patience({ state }: Watch): number {
  return state === 'loading' ? LOADING_MS : MISSES * BEAT_MS + SLACK_MS;
}

function loadAnew(watch: Watch, now: number): Watched {
  const loads = watch.loads.filter((at) => now - at < WITHIN_MS);
  if (loads.length >= MOST_LOADS) return { watch: { ...watch, state: 'fault', since: now, loads }, order: 'fault' };
  return { watch: { state: 'loading', since: now, looked: now, loads: [...loads, now] }, order: 'load' };
}

function restart(watch: Watch, now: number): Watched {
  return { watch: { ...watch, since: now }, order: 'restart' };
}
