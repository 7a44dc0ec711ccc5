import { between, chance, whiteNoise } from '../dsp/chance.ts';
import { hump, strike } from '../dsp/envelope.ts';
import { bandpass, highpass, lowpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { room } from '../dsp/room.ts';
import { add, amplify, arrange, type Signal, silence } from '../dsp/signal.ts';
import { swish } from '../instruments/air.ts';
import { chuckle } from '../instruments/duck.ts';
import { pipa } from '../instruments/pluck.ts';
import { D4, G4 } from '../instruments/scale.ts';
import { bubble, splash } from '../instruments/water.ts';
import { woodblock } from '../instruments/woodblock.ts';
import type { Effects } from './effect.ts';

/** The crossbow: the nut lets go (wood), the bow slaps (low), the cord hums and is damped. */
function loose(): Signal {
  const slap = ring(0.35, [
    { hz: 96, level: 1, decay: 0.2, bend: 0.5, settle: 0.02 },
    { hz: 187, level: 0.5, decay: 0.12 },
    { hz: 410, level: 0.25, decay: 0.06 },
  ]);
  const cord = amplify(pipa(110, 0.3, 7), strike(0.22, 0.002));
  const bolt = swish(0.22, (t) => 1_500 - 3_200 * t, 1.6, hump(0.22, 0.2), 71);
  return room(
    arrange(0.42, [
      [0, woodblock(610, 0.2), 0.45],
      [0.004, slap],
      [0.008, cord, 0.5],
      [0.02, bolt, 0.5],
    ]),
    0.4,
    0.3,
    0.1,
  );
}

/** A bolt has met a bird: a dull knock and a few feathers. The act is about ducks, not about blood. */
function hit(): Signal {
  const knock = ring(0.25, [
    { hz: 132, level: 1, decay: 0.16, bend: 0.6, settle: 0.015 },
    { hz: 290, level: 0.4, decay: 0.08 },
  ]);
  const feathers = amplify(lowpass(bandpass(whiteNoise(0.32, 72), 1_300, 0.7), 2_600), hump(0.32, 0.25));
  return arrange(0.45, [
    [0, knock],
    [0, woodblock(520, 0.15), 0.6],
    [0.03, feathers, 0.55],
  ]);
}

/** Grain: one quick throw of a sleeve, then the grains, thick at first, on water and mud. */
function scatter(): Signal {
  const next = chance(73);
  const out = silence(1.05);
  add(
    out,
    swish(0.2, (t) => 700 + 3_000 * t, 1.1, hump(0.2, 0.6), 74),
    0,
    0.35,
  );
  for (let i = 0; i < 110; i++) {
    const at = 0.12 + 0.8 * next() ** 1.7;
    const grain = ring(0.02, [{ hz: between(next, 1_400, 3_600), level: 1, decay: 0.012 }]);
    add(out, grain, at, between(next, 0.06, 0.25) * (1.1 - at));
  }
  for (let i = 0; i < 12; i++)
    add(out, bubble(between(next, 800, 1_700)), 0.22 + 0.6 * next(), between(next, 0.04, 0.12));
  return lowpass(out, 4_800);
}

/** Two strokes of a wet brush, each with the small pops of glue that lets go of the hair. */
function glue(): Signal {
  const next = chance(75);
  const out = silence(0.95);
  for (const [at, seconds, from, to] of [
    [0, 0.36, 520, 1_250],
    [0.44, 0.42, 1_150, 480],
  ] as const) {
    const stroke = swish(seconds, (t) => from + ((to - from) * t) / seconds, 1.8, hump(seconds, 0.4), 76 + at);
    // A wet brush stutters: it holds and slips about thirty times a second.
    add(
      out,
      amplify(stroke, (t) => 0.6 + 0.4 * Math.sin(2 * Math.PI * 31 * t)),
      at,
    );
    for (let i = 0; i < 7; i++)
      add(out, bubble(between(next, 420, 900), 0.6), at + seconds * (0.3 + 0.65 * next()), between(next, 0.05, 0.16));
  }
  return lowpass(out, 3_600);
}

/** A bird has stepped into the glue: it sticks twice, and a string is pressed until the note hangs. */
function held(): Signal {
  const stick = ring(0.09, [{ hz: 520, level: 1, decay: 0.06, bend: -0.5, settle: 0.03, bloom: 0.003 }]);
  return room(
    arrange(0.8, [
      [0, stick, 0.7],
      [0.1, stick, 0.5],
      [0.12, pipa(D4, 0.6), 0.5],
      [0.16, chuckle(2, 77), 0.5],
    ]),
    0.5,
    0.25,
  );
}

/** Gathered by hand: the basket's wicker, a soft contented bird, and two notes that rise. */
function gather(): Signal {
  const next = chance(78);
  const wicker = silence(0.4);
  for (let i = 0; i < 22; i++) {
    const creak = ring(0.04, [{ hz: between(next, 480, 1_500), level: 1, decay: 0.03 }]);
    add(wicker, creak, 0.36 * next(), between(next, 0.1, 0.4));
  }
  return room(
    arrange(1.1, [
      [0, highpass(wicker, 300), 0.3],
      [0.1, chuckle(3, 79), 0.55],
      [0.34, pipa(D4, 0.7), 0.5],
      [0.48, pipa(G4, 0.62), 0.55],
    ]),
    0.5,
    0.25,
  );
}

/** What the player does at the pond. */
export const hunt: Effects = {
  shot: { loudness: -16, render: loose },
  hit: { loudness: -18, render: hit },
  miss: { loudness: -18, render: () => splash(0.15, 81) },
  scatter: { loudness: -20, render: scatter },
  glue: { loudness: -21, render: glue },
  held: { loudness: -18, render: held, fade: 0.2 },
  gather: { loudness: -18, render: gather, fade: 0.2 },
};
