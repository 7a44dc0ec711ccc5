import { whiteNoise } from '../dsp/chance.ts';
import { strike } from '../dsp/envelope.ts';
import { bandpass, lowpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { room } from '../dsp/room.ts';
import { add, amplify, arrange, type Signal } from '../dsp/signal.ts';
import { earth, pebble, plank, slip, trickle, wetStone } from '../instruments/ground.ts';
import { A3, C4 } from '../instruments/scale.ts';
import { bubble, splash } from '../instruments/water.ts';
import { woodblock } from '../instruments/woodblock.ts';
import type { Effects } from './effect.ts';

/** A straw sole comes down: heel and ball, no edge to it. */
const sole = (hz: number, seed: number): Signal =>
  add(
    amplify(lowpass(bandpass(whiteNoise(0.1, seed), hz, 0.8), hz * 2.2), strike(0.08, 0.008)),
    amplify(lowpass(bandpass(whiteNoise(0.1, seed + 1), hz * 1.3, 0.8), hz * 2.2), strike(0.07, 0.006)),
    0.045,
    0.6,
  );

const onEarth = (seed: number): Signal =>
  arrange(0.22, [
    [0, sole(420, seed)],
    [0.004, earth(seed + 5), 0.35],
    [0.05, trickle(0.14, 5, 700, 1_100, seed + 6), 0.06],
  ]);

const onWood = (hz: number, seed: number): Signal =>
  arrange(0.36, [
    [0, sole(360, seed), 0.5],
    [0.004, plank(hz, seed + 5), 0.6],
  ]);

const onStone = (seed: number): Signal =>
  arrange(0.32, [
    [0, sole(1_250, seed)],
    [0.012, wetStone(seed + 5), 0.25],
    [0.07, bubble(820), 0.2],
    [0.13, bubble(1_060), 0.14],
  ]);

/** A slope that has come down: the foot slides, and the slope with it. */
const landslide = (): Signal =>
  arrange(1.35, [
    [0, slip(0.4, 620, 831), 0.9],
    [0.05, trickle(1.2, 90, 520, 1_500, 832), 0.42],
    [0.08, ring(0.3, [{ hz: 150, level: 1, decay: 0.2, bend: 0.3 }]), 0.4],
  ]);

/** A bridge that has fallen: old wood breaks, the foot is drawn back, and the pieces are heard far below. */
function broken(): Signal {
  const pieces = arrange(0.5, [
    [0, woodblock(470, 0.2), 1],
    [0.13, woodblock(560, 0.2), 0.7],
    [0.22, pebble(980), 0.4],
  ]);
  return arrange(1.5, [
    [0, woodblock(980, 0.1), 1],
    [0.045, woodblock(640, 0.14), 0.9],
    [0.09, slip(0.26, 900, 834), 0.5],
    [0.72, lowpass(room(pieces, 1.3, 1.8, 0.3), 1_400), 0.5],
  ]);
}

/** Water where stones were: in over the knee, and out again. */
const flood = (): Signal =>
  arrange(1.25, [
    [0, slip(0.12, 1_400, 835), 0.3],
    [0.06, splash(0.5, 836), 1],
    [0.62, splash(0.05, 837), 0.35],
  ]);

/** Feet, and what befalls them. Softer than the staff: it is the staff that tells. */
export const feet: Effects = {
  'foot-earth-1': { loudness: -27, render: () => onEarth(821) },
  'foot-earth-2': { loudness: -27, render: () => onEarth(841) },
  'foot-wood-1': { loudness: -26, render: () => onWood(C4, 822), fade: 0.1 },
  'foot-wood-2': { loudness: -26, render: () => onWood(A3, 842), fade: 0.1 },
  'foot-stone-1': { loudness: -27, render: () => onStone(823) },
  'foot-stone-2': { loudness: -27, render: () => onStone(843) },
  'stumble-rock': { loudness: -19, render: landslide, fade: 0.2 },
  'stumble-ravine': { loudness: -19, render: broken, fade: 0.3 },
  'stumble-water': { loudness: -19, render: flood, fade: 0.2 },
};
