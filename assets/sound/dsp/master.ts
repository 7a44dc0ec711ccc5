import { filter } from './filter.ts';
import { RATE, type Signal, samples, throughLoop } from './signal.ts';

/** No sample above this after mastering: lossy codecs overshoot by a decibel or so. */
export const CEILING = 10 ** (-2.5 / 20);

export const peakOf = (signal: Signal): number => signal.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/**
 * Loudness in LUFS after ITU-R BS.1770, of the loudest 400 ms (a whole short sound counts as 400 ms). The weighting
 * filter is drawn with a shelf made of a wide peak, which is within half a decibel of the standard's below 10 kHz.
 */
export function loudnessOf(signal: Signal): number {
  const weighted = filter(filter(signal, 'high', 38, 0.5), 'peak', 6_000, 0.45, 4);
  const window = samples(0.4);
  let sum = 0;
  let most = 0;
  for (let i = 0; i < weighted.length; i++) {
    sum += (weighted[i] ?? 0) ** 2 - (i >= window ? (weighted[i - window] ?? 0) ** 2 : 0);
    most = Math.max(most, sum);
  }
  return -0.691 + 10 * Math.log10(most / window + 1e-12);
}

/** Bends what is above the knee instead of cutting it: a blow may be loud, but it never clips. */
function limit(signal: Signal): Signal {
  const knee = CEILING * 0.7;
  const above = CEILING - knee;
  return signal.map((x) => {
    const size = Math.abs(x);
    return size <= knee ? x : Math.sign(x) * (knee + above * Math.tanh((size - knee) / above));
  });
}

function level(signal: Signal, loudness: number): Signal {
  const wanted = 10 ** ((loudness - loudnessOf(signal)) / 20);
  // The limiter may shave a blow by 6 dB and no more; a still sharper sound stays quieter than it asked for.
  const most = (CEILING * 2) / Math.max(peakOf(signal), 1e-9);
  return limit(signal.map((x) => x * Math.min(wanted, most)));
}

/** Masters a sound that happens once: rumble out, loudness set, 2 ms in, `out` seconds of fade at the end. */
export function masterEffect(signal: Signal, loudness: number, out = 0.05): Signal {
  const levelled = level(filter(signal, 'high', 45), loudness);
  const fadeIn = samples(0.002);
  const fadeOut = Math.min(samples(out), levelled.length);
  return levelled.map((x, i) => {
    const left = levelled.length - 1 - i;
    return x * Math.min(1, i / fadeIn) * Math.sin((Math.PI / 2) * Math.min(1, left / fadeOut));
  });
}

/** Masters a loop. No fades: the seam must be as loud as everything else. */
export function masterLoop(loop: Signal, loudness: number): Signal {
  return level(
    throughLoop(loop, (twice) => filter(twice, 'high', 45)),
    loudness,
  );
}

/** Cuts off the end of a sound from where it never again rises above `floor` (−60 dB unless told). */
export function trimTail(signal: Signal, floor = 10 ** (-60 / 20)): Signal {
  let end = signal.length;
  while (end > RATE * 0.05 && Math.abs(signal[end - 1] ?? 0) < floor) end--;
  return signal.slice(0, end);
}
