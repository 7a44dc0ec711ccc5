import { birds } from '../effects/birds.ts';
import { hunt } from '../effects/hunt.ts';
import { pondDrum } from '../loops/pond-drum.ts';
import { pondFlute } from '../loops/pond-flute.ts';
import { pondNight } from '../loops/pond-night.ts';
import { pondStrings } from '../loops/pond-strings.ts';
import type { Pack } from './pack.ts';

export const pack: Pack = {
  effects: { ...hunt, ...birds },
  loops: {
    /** Wind, small waves, crickets: the pond itself. It tells nothing, and goes with the music. */
    'pond-night': { kind: 'music', loudness: -27, render: pondNight, gain: 0.9, opus: 16, aac: 16 },
    /** The calm. Fades as fear grows. */
    'pond-flute': { kind: 'music', loudness: -22, render: pondFlute, gain: 0.65, opus: 14, aac: 16 },
    /** The flock grows. */
    'pond-strings': { kind: 'music', loudness: -22, render: pondStrings, gain: 0.7, opus: 16, aac: 16 },
    /** Fear. */
    'pond-drum': { kind: 'music', loudness: -22, render: pondDrum, gain: 0.75, opus: 14, aac: 20 },
  },
};
