/** What helps a visitor who cannot bring their own tools: large text, controls low, spoken text, one switch, calm motion. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { player } from '../../app/player.ts';
import type { KioskSettings } from '../settings/kiosk-settings.ts';

export interface Aids {
  /** Everything that is pressed stands in the lower half of a tall screen. */
  readonly low: boolean;
  /** What is written is also spoken, by a voice of this device. */
  readonly spoken: boolean;
}

/** Text of a visitor who wants it large, as a factor. */
export const LARGE_TEXT = 1.5;
/** How long the one switch's light stays on each choice; milliseconds. */
const SWITCH_MS = 1800;

type FromOrganiser = Pick<KioskSettings, 'reach'>;

/** The aids with which every visit begins. */
export function makeAids({ reach }: FromOrganiser): StoreApi<Aids> {
  return createStore<Aids>(() => ({ low: reach, spoken: false }));
}

/** Makes the page follow the aids. Returns the way to stop. */
export function wearAids(aids: StoreApi<Aids>): () => void {
  const wear = ({ low }: Aids): void => {
    document.documentElement.dataset['reach'] = low ? 'low' : 'usual';
  };
  wear(aids.getState());
  return aids.subscribe(wear);
}

export function turnSwitch(on: boolean): void {
  player.settings.change({ scan: { on, periodMs: SWITCH_MS } });
}
