/** Which acts a kiosk can offer, and in which ways. */
import { CAMPAIGN, isOpen, loadActFile } from '../../app/acts.ts';
import { loadAct } from '../../i18n/index.ts';
import type { KioskAct } from '../settings/kiosk-settings.ts';
import type { HouseActs } from '../settings/read-settings.ts';
import { otherWays } from './other-ways.ts';

export interface House {
  /** Everything that can be offered, act by act, the usual way of each first (`way` null). */
  readonly offered: readonly KioskAct[];
  readonly acts: HouseActs;
}

/** Loads the list, with the words of every act. Rejects when something does not arrive. */
export async function loadHouse(): Promise<House> {
  const ids = CAMPAIGN.filter(isOpen);
  const files = await Promise.all(ids.map(loadActFile));
  await Promise.all(ids.map(loadAct));
  return {
    acts: new Map(files.map(({ id, ways = [] }) => [id, ways.map((way) => way.id)])),
    offered: files.flatMap((file) => [null, ...otherWays(file)].map((way) => ({ act: file.id, way }))),
  };
}

/** What a new event begins with: every act in its usual way, and for two where it can be. */
export function usualActs({ offered }: House): readonly KioskAct[] {
  return offered.filter(({ way }) => way === null || way === 'two');
}
