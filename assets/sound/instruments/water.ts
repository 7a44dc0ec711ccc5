import { between, chance, whiteNoise } from '../dsp/chance.ts';
import { hump, strike } from '../dsp/envelope.ts';
import { bandpass, lowpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { add, amplify, type Signal, silence } from '../dsp/signal.ts';

/**
 * One bubble: most of what the ear calls water. It rings at Minnaert's frequency (about 3.26 m/s divided by its radius)
 * and rises a little as it nears the surface.
 */
export function bubble(hz: number, rise = 0.25): Signal {
  const seconds = Math.min(0.14, 60 / hz);
  // bend < 0: starts below its pitch and rises to it.
  return ring(seconds, [
    { hz: hz * (1 + rise), level: 1, decay: seconds, bend: -rise, settle: seconds * 0.5, bloom: 0.002 },
  ]);
}

/** Something falls into the pond: a slap, the hollow closing over it, and drops coming back. */
export function splash(size: number, seed: number): Signal {
  const next = chance(seed);
  const seconds = 0.55 + 0.6 * size;
  const out = silence(seconds);
  const spray = whiteNoise(0.5, seed);
  add(out, amplify(lowpass(bandpass(spray, 900 - 350 * size, 0.6), 2_800), strike(0.2 + 0.25 * size, 0.004)), 0, 1.3);
  add(out, bubble(430 - 150 * size, 0.5), 0.03, 0.7);
  add(out, bubble(590 - 150 * size, 0.7), 0.075, 0.55);
  const drops = Math.round(7 + 16 * size);
  for (let i = 0; i < drops; i++) {
    const late = next() ** 1.4;
    add(
      out,
      bubble(between(next, 480, 1_500)),
      0.06 + late * (seconds - 0.2),
      between(next, 0.06, 0.26) * (1 - late * 0.7),
    );
  }
  return out;
}

/** One small wave against the reeds. */
export function lap(seconds: number, seed: number): Signal {
  const next = chance(seed);
  const out = silence(seconds);
  const move = hump(seconds, 0.4);
  add(
    out,
    amplify(
      bandpass(whiteNoise(seconds, seed), (t) => 320 + 380 * move(t), 0.9),
      move,
    ),
    0,
    0.5,
  );
  for (let i = 0; i < 9; i++) {
    const at = seconds * (0.2 + 0.6 * next());
    add(out, bubble(between(next, 260, 820)), at, between(next, 0.03, 0.15));
  }
  return out;
}
