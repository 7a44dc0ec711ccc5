import { birds } from './birds.ts';
import type { Effects } from './effect.ts';
import { hunt } from './hunt.ts';
import { interfaceSounds } from './interface.ts';
import { muster } from './muster.ts';
import { theatre } from './theatre.ts';

/** Every effect of the sprite, in the order in which it lies there. */
export const effects: Effects = { ...interfaceSounds, ...hunt, ...birds, ...theatre, ...muster };
