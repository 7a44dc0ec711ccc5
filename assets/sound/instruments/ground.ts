import { between, chance, whiteNoise } from '../dsp/chance.ts';
import { hump, strike } from '../dsp/envelope.ts';
import { bandpass, highpass, lowpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { add, amplify, type Signal, silence } from '../dsp/signal.ts';

/** The bamboo of a staff as the hand hears it: the same short knock whatever it meets. */
export const bamboo = (): Signal =>
  ring(0.06, [
    { hz: 1_020, level: 1, decay: 0.035 },
    { hz: 1_640, level: 0.4, decay: 0.025 },
  ]);

/** Trodden earth: gives way, and keeps nothing of the blow but a low thud and some grit. */
export function earth(seed: number): Signal {
  const next = chance(seed);
  const out = silence(0.2);
  add(
    out,
    ring(0.2, [
      { hz: between(next, 118, 128), level: 0.8, decay: 0.11, bend: 0.5, settle: 0.012 },
      { hz: between(next, 236, 252), level: 0.8, decay: 0.07, bend: 0.3, settle: 0.012 },
      { hz: 385, level: 0.4, decay: 0.05 },
    ]),
  );
  add(out, amplify(lowpass(bandpass(whiteNoise(0.09, seed), 430, 0.8), 900), strike(0.07, 0.003)), 0, 1.7);
  return out;
}

/** A plank over nothing: it speaks with a pitch of its own, and answers once more as it falls back on its beam. */
export function plank(hz: number, seed: number): Signal {
  const next = chance(seed);
  const board = (loud: number, decay: number): Signal =>
    ring(0.46, [
      { hz, level: loud, decay },
      { hz: hz * 1.58, level: loud * 0.9, decay },
      { hz: hz * 2.73, level: loud * 0.7, decay: decay * 0.8 },
      { hz: hz * 4.1, level: loud * 0.2, decay: decay * 0.25 },
    ]);
  const out = silence(0.46);
  add(out, board(1, 0.5));
  return add(out, board(0.35, 0.2), between(next, 0.085, 0.1));
}

/** A wet stone in the river: hard and high, and the water it threw up comes back. */
export function wetStone(seed: number): Signal {
  const next = chance(seed);
  const out = silence(0.4);
  add(
    out,
    ring(0.12, [
      { hz: between(next, 2_250, 2_400), level: 1, decay: 0.06 },
      { hz: between(next, 3_300, 3_450), level: 0.7, decay: 0.045 },
      { hz: between(next, 4_500, 4_700), level: 0.3, decay: 0.03 },
    ]),
  );
  for (let i = 0; i < 5; i++) {
    const hz = between(next, 1_300, 2_100);
    const drop = ring(0.05, [{ hz: hz * 1.3, level: 1, decay: 0.045, bend: -0.25, settle: 0.02, bloom: 0.002 }]);
    add(out, drop, 0.1 + 0.22 * next(), between(next, 0.08, 0.2));
  }
  return out;
}

/** Standing rock: everything comes straight back. */
export const rock = (seed: number): Signal =>
  add(
    ring(0.1, [
      { hz: 1_180, level: 1, decay: 0.04 },
      { hz: 1_750, level: 0.9, decay: 0.03 },
      { hz: 2_440, level: 0.5, decay: 0.022 },
    ]),
    amplify(highpass(whiteNoise(0.03, seed), 900), strike(0.015, 0.0006)),
    0,
    0.5,
  );

/** One pebble on another. */
export const pebble = (hz: number): Signal =>
  ring(0.05, [
    { hz, level: 1, decay: 0.028 },
    { hz: hz * 1.71, level: 0.5, decay: 0.018 },
  ]);

/** Pebbles that slide: many at first, then the last ones one by one. Their voices lie between two pitches. */
export function trickle(seconds: number, count: number, low: number, high: number, seed: number): Signal {
  const next = chance(seed);
  const out = silence(seconds);
  for (let i = 0; i < count; i++) {
    const late = next() ** 1.8;
    add(out, pebble(between(next, low, high)), late * (seconds - 0.06), between(next, 0.15, 0.7) * (1 - 0.6 * late));
  }
  return out;
}

/** Sand and grit under something that slips. */
export const slip = (seconds: number, hz: number, seed: number): Signal =>
  amplify(
    bandpass(whiteNoise(seconds, seed), (t) => hz * (1.25 - (0.5 * t) / seconds), 0.9),
    hump(seconds, 0.2),
  );
