import { wander, whiteNoise } from '../dsp/chance.ts';
import { bandpass, lowpass } from '../dsp/filter.ts';
import { add, amplify, type Signal, throughLoop } from '../dsp/signal.ts';
import { PLACE_SECONDS } from './tempo.ts';

/** Wind over a ravine: the depth sounds like a jar that is blown across, a low note that slides, and one above it. */
export function roadWind(): Signal {
  const gust = wander(PLACE_SECONDS, 881, [1, 2, 3, 5]);
  const air = whiteNoise(PLACE_SECONDS, 882);
  const jar = throughLoop(air, (twice) => bandpass(twice, (t) => 235 + 120 * gust(t), 11));
  const rim = throughLoop(air, (twice) => bandpass(twice, (t) => 470 + 230 * gust(t), 14));
  const depth = throughLoop(air, (twice) => lowpass(twice, 210));
  const out = amplify(jar, (t) => 1.6 * (0.35 + gust(t)));
  add(
    out,
    amplify(rim, (t) => 1.1 * gust(t) ** 1.5),
  );
  return add(out, depth, 0, 0.1);
}
