import { feet } from '../effects/feet.ts';
import { roadSounds } from '../effects/road.ts';
import { staff } from '../effects/staff.ts';
import { voices } from '../effects/voices.ts';
import { roadMarket } from '../loops/road-market.ts';
import { roadStrings } from '../loops/road-strings.ts';
import { roadWater } from '../loops/road-water.ts';
import { roadWind } from '../loops/road-wind.ts';
import type { Pack } from './pack.ts';

/** All of it can be played by ear. */
export const pack: Pack = {
  effects: { ...staff, ...feet, ...voices, ...roadSounds },
  loops: {
    /** A river. */
    'road-water': { kind: 'place', loudness: -23, render: roadWater, gain: 0.6, opus: 16, aac: 16 },
    /** Wind over a ravine. */
    'road-wind': { kind: 'place', loudness: -23, render: roadWind, gain: 0.6, opus: 14, aac: 16 },
    /** A market: voices, and somebody plays. */
    'road-market': { kind: 'place', loudness: -22, render: roadMarket, gain: 0.6, opus: 16, aac: 16 },
    /** Walking. */
    'road-strings': { kind: 'music', loudness: -22, render: roadStrings, gain: 0.7, opus: 14, aac: 16 },
  },
};
