/** What an ear tells sounds apart by, measured. All times in seconds, all frequencies in Hz. */
import { RATE, samples, type Signal } from '../../assets/sound/dsp/signal.ts';

const FRAME = 1_024;
const HOP = 240;

/** Power in bands a sixth of an octave wide from 90 Hz to 7 kHz, over the whole signal, by Goertzel's filter. */
function spectrumOf(signal: Signal): readonly (readonly [hz: number, power: number])[] {
  const bands: [number, number][] = [];
  for (let hz = 90; hz < 7_000; hz *= 2 ** (1 / 6)) {
    let power = 0;
    for (let from = 0; from + FRAME <= signal.length + FRAME; from += FRAME / 2) power += goertzel(signal, from, hz);
    // Every band counts by its width: noise is flat, and has the same centroid whatever the steps are.
    bands.push([hz, power * hz]);
  }
  return bands;
}

function goertzel(signal: Signal, from: number, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / RATE);
  let before = 0;
  let last = 0;
  for (let i = 0; i < FRAME; i++) {
    const x = (signal[from + i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / FRAME));
    const now = x + turn * last - before;
    before = last;
    last = now;
  }
  return before * before + last * last - turn * before * last;
}

/** Loudness over time: energy of short frames. */
function energyOf(signal: Signal): readonly number[] {
  const frames = Math.ceil(signal.length / HOP);
  return Array.from({ length: frames }, (_, frame) => {
    let sum = 0;
    for (let i = 0; i < HOP; i++) sum += (signal[frame * HOP + i] ?? 0) ** 2;
    return sum;
  });
}

export interface Features {
  /** Where the middle of the spectrum lies: dull or bright. */
  readonly centroid: number;
  /** When half of the energy has been heard: at the blow, or late. */
  readonly middle: number;
  /** From the first to the last moment within 20 dB of the loudest: a tick, or something that rings. */
  readonly length: number;
  /** Blows: rises by 9 dB within 15 ms to within 14 dB of the loudest, 60 ms apart. */
  readonly blows: number;
}

export function featuresOf(signal: Signal): Features {
  const spectrum = spectrumOf(signal);
  const whole = spectrum.reduce((sum, [, power]) => sum + power, 0);
  const energy = energyOf(signal);
  const most = Math.max(...energy);
  const total = energy.reduce((sum, x) => sum + x, 0);
  const loud = energy.flatMap((x, i) => (x > most / 100 ? [i] : []));
  let heard = 0;
  const middle = energy.findIndex((x) => (heard += x) >= total / 2);
  let blows = 0;
  let lastBlow = -Infinity;
  energy.forEach((x, i) => {
    const before = Math.min(...[1, 2, 3].map((back) => energy[i - back] ?? 0));
    if (x > most / 25 && x > before * 8 && i - lastBlow > samples(0.06) / HOP) {
      blows++;
      lastBlow = i;
    }
  });
  return {
    centroid: 2 ** (spectrum.reduce((sum, [hz, power]) => sum + Math.log2(hz) * power, 0) / whole),
    middle: (middle * HOP) / RATE,
    length: (((loud.at(-1) ?? 0) - (loud[0] ?? 0) + 1) * HOP) / RATE,
    blows,
  };
}

/** Pitch at a moment, by the strongest agreement of 50 ms with themselves, between 90 and 400 Hz; NaN for no pitch. */
export function pitchAt(signal: Signal, at: number): number {
  const from = samples(at);
  const window = samples(0.05);
  const agreement = (lag: number): number => {
    let both = 0;
    let left = 0;
    let right = 0;
    for (let i = 0; i < window; i += 2) {
      const a = signal[from + i] ?? 0;
      const b = signal[from + i + lag] ?? 0;
      both += a * b;
      left += a * a;
      right += b * b;
    }
    return both / Math.sqrt(left * right + 1e-9);
  };
  let best = 0;
  let bestLag = Number.NaN;
  for (let lag = Math.floor(RATE / 400); lag <= RATE / 90; lag++) {
    // A little less for a longer lag, or an octave below would do as well.
    const found = agreement(lag) - lag * 0.0003;
    if (found > best) [best, bestLag] = [found, lag];
  }
  return best > 0.5 ? RATE / bestLag : Number.NaN;
}
