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
  /** The same for as long as `holds` says so; it is asked whenever time goes by. */
  suspendWhile(holds: () => boolean): () => void;
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
  const suspended = new Set<{ readonly holds: () => boolean }>();
  let last: number | null = null;
  const put = (next: Patience): void => {
    if (next !== store.getState()) store.setState(next, true);
  };
  const suspendWhile = (holds: () => boolean): (() => void) => {
    const reason = { holds };
    suspended.add(reason);
    return () => suspended.delete(reason);
  };
  return {
    store,
    suspend: () => suspendWhile(() => true),
    suspendWhile,
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
      if (wanted === null || [...suspended].some(({ holds }) => holds())) return;
      const before = store.getState();
      const next = passTime(before, elapsed, wanted);
      put(next);
      if (next.gone && !before.gone) gone();
    },
  };
}
