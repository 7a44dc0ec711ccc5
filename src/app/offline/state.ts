/** What is known about playing without a network, for the settings and the notice. */
import { createStore } from 'zustand/vanilla';
import type { OfflineCount } from './list.ts';
import type { Place } from './places.ts';

export interface OfflineState {
  /** `opening` until it is known; `never`: this browser, or this address, cannot keep the game. */
  readonly keeping: 'opening' | 'never' | 'yes';
  /** How much of the present version is here; null until its list has been read. */
  readonly count: OfflineCount | null;
  /** `thrifty`: the device saves data, so only what is opened is kept. `offline`: the list or a file did not arrive. */
  readonly fetching: 'idle' | 'going' | 'thrifty' | 'offline' | 'full';
  readonly place: Place;
  /** A newer version waits and may be loaded here and now. */
  readonly offered: boolean;
  /** The team's server plays by rules that this page does not know yet. */
  readonly outdated: boolean;
  /** A part of this page did not arrive because the server has another version. */
  readonly torn: boolean;
}

export const offline = createStore<OfflineState>(() => ({
  keeping: 'opening',
  count: null,
  fetching: 'idle',
  place: 'road',
  offered: false,
  outdated: false,
  torn: false,
}));
