import { kites } from '../effects/kites.ts';
import { siege } from '../effects/siege.ts';
import { provinceMarch } from '../loops/province-march.ts';
import { provincePlan } from '../loops/province-plan.ts';
import { provinceSky } from '../loops/province-sky.ts';
import { provinceTowns } from '../loops/province-towns.ts';
import type { Pack } from './pack.ts';

export const pack: Pack = {
  effects: { ...kites, ...siege },
  loops: {
    /** Kites that stand over the walls, and the wind they stand in. */
    'province-sky': { kind: 'music', loudness: -25, render: provinceSky, gain: 0.7, opus: 16, aac: 16 },
    /** Planning. */
    'province-plan': { kind: 'music', loudness: -23, render: provincePlan, gain: 0.65, opus: 14, aac: 16 },
    /** The week plays out. */
    'province-march': { kind: 'music', loudness: -22, render: provinceMarch, gain: 0.75, opus: 16, aac: 18 },
    /** Ground that is held. */
    'province-towns': { kind: 'music', loudness: -22, render: provinceTowns, gain: 0.6, opus: 14, aac: 16 },
  },
};
