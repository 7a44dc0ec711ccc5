/**
 * The door behind the pad: counts, locks, and opens for the right PIN. A lock is counted down by the page's own clock and
 * kept every second, so neither loading anew nor setting the device's clock shortens it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { countWrong, lockNow, NO_TRIES, passTime, type Tries } from './tries.ts';
import type { TriesShelf } from './tries-shelf.ts';

/** `unkept`: the device does not keep the count, so this try has cost a wait and was not looked at. */
export type Verdict = 'open' | 'wrong' | 'locked' | 'unkept' | 'broken';

export interface DoorState {
  /** Milliseconds until the pad takes a PIN again; 0 when it does. */
  readonly restMs: number;
  /** Tries are being read, or a PIN is being looked at. */
  readonly busy: boolean;
}

export interface Door {
  readonly store: StoreApi<DoorState>;
  /** One PIN. Nothing but `open` opens; one at a time, a second one meanwhile is `locked`. Never rejects. */
  tryPin(pin: string): Promise<Verdict>;
  /** Stops counting down. */
  close(): void;
}

export interface DoorGround {
  /** Whether it is the PIN; may take half a second, and may reject. */
  readonly isRight: (pin: string) => Promise<boolean>;
  readonly shelf: TriesShelf;
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
  /** Calls again and again until it is told to stop; `ms` between. */
  readonly every: (ms: number, act: () => void) => () => void;
}

const TICK_MS = 1000;

export function openDoor({ isRight, shelf, now, every }: DoorGround): Door {
  let tries: Tries = NO_TRIES;
  /** The device does not keep the count: then every try has to be waited for. */
  let isUnkept = false;
  /** A wait for an unkept try is over: the next one will be looked at. */
  let hasWaited = false;
  let last = now();
  const store = createStore<DoorState>(() => ({ restMs: 0, busy: true }));
  const show = (): void => store.setState({ restMs: tries.restMs });
  const keep = async (): Promise<boolean> => {
    isUnkept = !(await shelf.write(tries).then(
      () => true,
      () => false,
    ));
    return !isUnkept;
  };
  const tick = (): void => {
    const span = now() - last;
    last = now();
    if (tries.restMs === 0) return;
    tries = passTime(tries, span);
    if (tries.restMs === 0) hasWaited = isUnkept;
    show();
    void keep();
  };
  const stop = every(TICK_MS, tick);
  const ready = shelf
    .read()
    .then(
      (kept) => (tries = kept),
      // What cannot be read may have been a lock.
      () => {
        isUnkept = true;
        tries = lockNow(NO_TRIES);
      },
    )
    .then(() => {
      last = now();
      store.setState({ restMs: tries.restMs, busy: false });
    });

  const look = async (pin: string): Promise<Verdict> => {
    const before = tries;
    tries = countWrong(before);
    const isCounted = await keep();
    if (!isCounted) {
      const mayLook = hasWaited;
      hasWaited = false;
      tries = lockNow(before);
      if (!mayLook) return 'unkept';
    }
    const right = await isRight(pin).catch(() => null);
    if (right === true) {
      tries = NO_TRIES;
      await keep();
      return 'open';
    }
    if (right === null) return 'broken';
    return tries.restMs > 0 ? 'locked' : 'wrong';
  };
  return {
    store,
    async tryPin(pin) {
      await ready;
      if (store.getState().busy || tries.restMs > 0) return 'locked';
      store.setState({ busy: true });
      last = now();
      const verdict = await look(pin);
      store.setState({ restMs: tries.restMs, busy: false });
      return verdict;
    },
    close: stop,
  };
}
