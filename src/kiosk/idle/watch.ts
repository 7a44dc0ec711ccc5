/**
 * Watches over the visitor's silence by the monotonic clock alone: the wall clock of a machine may jump by hours when
 * it finds the network, and ends or prolongs nothing here.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { grantMore, noteInput, noteSearch, passTime, PATIENT, type Limits, type Patience } from './patience.ts';
import type { Sign } from './inputs.ts';

export interface IdleWatch {
  readonly store: StoreApi<Patience>;
  /** Silence does not count until the way back is called: a curtain, a forced scene, staff at the kiosk. */
  suspend(): () => void;
  sign(sign: Sign): void;
  more(): void;
  /** A new visitor: all is forgotten, more time too. */
  renew(): void;
  /** Time has gone by. `now`: milliseconds of the monotonic clock. */
  pass(now: number): void;
}

/** `limits` is null where nobody is waited for; `gone` is called once. */
export function watchIdle(limits: () => Limits | null, gone: () => void): IdleWatch {
  const store = createStore<Patience>(() => PATIENT);
  let suspended = 0;
  let last: number | null = null;
  const put = (next: Patience): void => {
    if (next !== store.getState()) store.setState(next, true);
  };
  return {
    store,
    suspend() {
      suspended += 1;
      let held = true;
      return () => {
        if (held) suspended -= 1;
        held = false;
      };
    },
    sign(sign) {
      const now = store.getState();
      put(sign === 'search' && now.asking ? noteSearch(now) : noteInput(now));
    },
    more: () => put(grantMore(store.getState())),
    renew: () => put(PATIENT),
    pass(now) {
      const elapsed = last === null ? 0 : now - last;
      last = now;
      const wanted = limits();
      if (wanted === null || suspended > 0) return;
      const before = store.getState();
      const next = passTime(before, elapsed, wanted);
      put(next);
      if (next.gone && !before.gone) gone();
    },
  };
}
