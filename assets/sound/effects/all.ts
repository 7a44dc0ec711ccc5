import { birds } from './birds.ts';
import type { Effects } from './effect.ts';
import { feet } from './feet.ts';
import { hunt } from './hunt.ts';
import { interfaceSounds } from './interface.ts';
import { muster } from './muster.ts';
import { roadSounds } from './road.ts';
import { staff } from './staff.ts';
import { theatre } from './theatre.ts';
import { voices } from './voices.ts';

/** What is fetched together: the house's effects always, those of one act with the act. In the order of the sprites. */
export const packs = {
  house: { ...interfaceSounds, ...theatre, ...muster },
  pond: { ...hunt, ...birds },
  road: { ...staff, ...feet, ...voices, ...roadSounds },
} as const satisfies Readonly<Record<string, Effects>>;

/** Every effect of every pack. */
export const effects: Effects = { ...packs.house, ...packs.pond, ...packs.road };
