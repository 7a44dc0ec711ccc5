import { wander, whiteNoise } from '../dsp/chance.ts';
import { lowpass } from '../dsp/filter.ts';
import { add, amplify, type Signal, throughLoop } from '../dsp/signal.ts';
import { whistleLoop } from '../instruments/kite.ts';
import { A4, D4, D5, G4 } from '../instruments/scale.ts';
import { PLACE_SECONDS } from './tempo.ts';

/** The air over the province: kites that stand there sing on their strings, far up, over a soft wind. */
export function provinceSky(): Signal {
  const bow = [
    { hz: D4, level: 0.6 },
    { hz: G4, level: 0.7 },
    { hz: A4, level: 1 },
    { hz: D5, level: 0.5 },
  ];
  const gust = wander(PLACE_SECONDS, 951, [1, 2, 3]);
  const wind = throughLoop(whiteNoise(PLACE_SECONDS, 952), (twice) => lowpass(lowpass(twice, 420), 900));
  return add(
    whistleLoop(PLACE_SECONDS, bow, 953),
    amplify(wind, (t) => 0.3 + 0.5 * gust(t)),
    0,
    0.28,
  );
}
