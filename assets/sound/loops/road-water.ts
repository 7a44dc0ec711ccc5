import { between, chance, wander, whiteNoise } from '../dsp/chance.ts';
import { bandpass, lowpass } from '../dsp/filter.ts';
import { addWrapped, amplify, type Signal, throughLoop } from '../dsp/signal.ts';
import { bubble } from '../instruments/water.ts';
import { PLACE_SECONDS } from './tempo.ts';

/** A river among stones: a steady rush, and over it the water's own small voices. High where the wind is low. */
export function roadWater(): Signal {
  const next = chance(871);
  const flow = wander(PLACE_SECONDS, 872, [2, 3, 5, 7]);
  const noise = whiteNoise(PLACE_SECONDS, 873);
  const rush = throughLoop(noise, (twice) => bandpass(twice, 1_150, 0.7));
  const out = amplify(
    throughLoop(rush, (twice) => lowpass(twice, 2_800)),
    (t) => 0.34 + 0.16 * flow(t % PLACE_SECONDS),
  );
  for (let i = 0; i < 210; i++)
    addWrapped(out, bubble(between(next, 560, 1_700)), PLACE_SECONDS * next(), between(next, 0.05, 0.34));
  return out;
}
