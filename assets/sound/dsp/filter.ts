import { RATE, type Signal } from './signal.ts';

/** The five numbers of a second-order filter, already divided by a0. */
interface Coefficients {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

export type FilterKind = 'low' | 'high' | 'band' | 'peak';

/** Robert Bristow-Johnson's audio EQ cookbook. `band` has a peak gain of 0 dB; `peak` lifts by `lift` dB. */
function cookbook(kind: FilterKind, hz: number, q: number, lift: number): Coefficients {
  const w = (2 * Math.PI * Math.min(hz, RATE * 0.49)) / RATE;
  const cos = Math.cos(w);
  const alpha = Math.sin(w) / (2 * q);
  if (kind === 'peak') {
    const a = 10 ** (lift / 40);
    const a0 = 1 + alpha / a;
    return {
      b0: (1 + alpha * a) / a0,
      b1: (-2 * cos) / a0,
      b2: (1 - alpha * a) / a0,
      a1: (-2 * cos) / a0,
      a2: (1 - alpha / a) / a0,
    };
  }
  const a0 = 1 + alpha;
  const feedback = { a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 };
  if (kind === 'low') return { b0: (1 - cos) / 2 / a0, b1: (1 - cos) / a0, b2: (1 - cos) / 2 / a0, ...feedback };
  if (kind === 'high') return { b0: (1 + cos) / 2 / a0, b1: -(1 + cos) / a0, b2: (1 + cos) / 2 / a0, ...feedback };
  return { b0: alpha / a0, b1: 0, b2: -alpha / a0, ...feedback };
}

/** A moving filter is set anew this often: fine enough for the ear, coarse enough to be quick. */
const STEP = 32;

/** Filters a signal. The frequency may move with time (seconds → Hz). Gives a new signal. */
export function filter(
  signal: Signal,
  kind: FilterKind,
  hz: number | ((t: number) => number),
  q = Math.SQRT1_2,
  lift = 0,
): Signal {
  const out = new Float32Array(signal.length);
  let c = cookbook(kind, typeof hz === 'number' ? hz : hz(0), q, lift);
  // Transposed direct form II: two memories, and it stays calm while its coefficients move.
  let s1 = 0;
  let s2 = 0;
  for (let i = 0; i < signal.length; i++) {
    if (typeof hz !== 'number' && i % STEP === 0) c = cookbook(kind, hz(i / RATE), q, lift);
    const x = signal[i] ?? 0;
    const y = c.b0 * x + s1;
    s1 = c.b1 * x - c.a1 * y + s2;
    s2 = c.b2 * x - c.a2 * y;
    out[i] = y;
  }
  return out;
}

export const lowpass = (signal: Signal, hz: number | ((t: number) => number), q?: number): Signal =>
  filter(signal, 'low', hz, q);
export const highpass = (signal: Signal, hz: number | ((t: number) => number), q?: number): Signal =>
  filter(signal, 'high', hz, q);
export const bandpass = (signal: Signal, hz: number | ((t: number) => number), q?: number): Signal =>
  filter(signal, 'band', hz, q);

/** The body of an instrument or a throat: a few resonances laid over the sound. */
export function body(signal: Signal, resonances: readonly (readonly [hz: number, q: number, lift: number])[]): Signal {
  return resonances.reduce((sound, [hz, q, lift]) => filter(sound, 'peak', hz, q, lift), signal);
}
