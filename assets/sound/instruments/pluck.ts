import { chance, whiteNoise } from '../dsp/chance.ts';
import { strike } from '../dsp/envelope.ts';
import { body, highpass, lowpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { add, amplify, RATE, samples, type Signal, silence } from '../dsp/signal.ts';

interface Strung {
  /** Seconds to −60 dB at 220 Hz; higher strings ring shorter. */
  readonly decay: number;
  /** 0 dull … 0.5 bright: how much of each return is the average of two samples. */
  readonly damping: number;
  /** Hz above which the pluck itself has nothing. */
  readonly nail: number;
  /** Where the string is plucked, as a part of its length. */
  readonly at: number;
}

/**
 * Karplus and Strong's string: noise runs round a delay line and loses its highs on every turn.
 * The fractional part of the length is an all-pass, so that strings are in tune and not only nearly so.
 */
function string(hz: number, seconds: number, strung: Strung, seed: number): Signal {
  const length = RATE / hz - strung.damping;
  const whole = Math.floor(length - 0.2);
  const rest = length - whole;
  const tune = (1 - rest) / (1 + rest);
  const next = chance(seed);
  const noise = lowpass(
    new Float32Array(whole).map(() => next() * 2 - 1),
    strung.nail,
  );
  const pick = Math.max(1, Math.round(whole * strung.at));
  // A string plucked at a point lacks the modes that rest there.
  const line = noise.map((x, i) => x - (noise[(i - pick + whole) % whole] ?? 0));
  const mean = line.reduce((sum, x) => sum + x, 0) / whole;
  for (let i = 0; i < whole; i++) line[i] = (line[i] ?? 0) - mean;

  const loss = 10 ** (-3 / (hz * strung.decay * Math.sqrt(220 / hz)));
  let previous = 0;
  let tunedIn = 0;
  let tunedOut = 0;
  const out = silence(seconds);
  for (let i = 0; i < out.length; i++) {
    const x = line[i % whole] ?? 0;
    const dulled = loss * ((1 - strung.damping) * x + strung.damping * previous);
    previous = x;
    const tuned = tune * dulled + tunedIn - tune * tunedOut;
    tunedIn = dulled;
    tunedOut = tuned;
    line[i % whole] = tuned;
    out[i] = x;
  }
  return out;
}

/** 琵琶: bright silk, a wooden body, and the nail on the string. */
export function pipa(hz: number, seconds = 1.6, seed = Math.round(hz)): Signal {
  const raw = string(hz, seconds, { decay: 2.3, damping: 0.28, nail: 5_200, at: 0.13 }, seed);
  const sound = body(raw, [
    [390, 1.2, 4],
    [860, 1.5, 4],
    [1_700, 1.4, 3],
    [5_000, 0.7, -7],
  ]);
  const nail = amplify(highpass(whiteNoise(0.008, seed + 1), 2_400), strike(0.007, 0.0006));
  return add(
    amplify(sound, (t) => Math.min(1, t / 0.0012)),
    nail,
    0,
    0.12,
  );
}

/** 三弦: longer strings over a snake's skin, so each note has a small drum under it. */
export function sanxian(hz: number, seconds = 1.8, seed = Math.round(hz) + 500): Signal {
  const raw = string(hz, seconds, { decay: 1.7, damping: 0.42, nail: 3_000, at: 0.2 }, seed);
  const sound = body(raw, [
    [260, 1.3, 5],
    [620, 1.6, 5],
    [1_250, 1.6, 4],
    [4_000, 0.7, -8],
  ]);
  const skin = ring(0.12, [
    { hz: 172, level: 0.5, decay: 0.09, bend: 0.2, settle: 0.01 },
    { hz: 331, level: 0.25, decay: 0.06 },
  ]);
  return add(
    amplify(sound, (t) => Math.min(1, t / 0.0015)),
    skin,
    0,
    0.7,
  );
}

/** 轮指: the five fingers of the pipa one after the other, as long as it lasts. */
export function pipaRoll(hz: number, seconds: number, strokes = 11): Signal {
  const out = silence(seconds + 0.9);
  const count = Math.round(seconds * strokes);
  for (let i = 0; i < count; i++) {
    const shape = Math.sin((Math.PI * (i + 0.6)) / (count + 0.4));
    const late = (((i * 37) % 11) / 11 - 0.5) * 0.012;
    add(out, pipa(hz, 0.8, samples(0.01) + i * 17), i / strokes + 0.006 + late, 0.3 + 0.6 * shape);
  }
  return out;
}
