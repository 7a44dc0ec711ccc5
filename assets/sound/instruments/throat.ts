import { whiteNoise } from '../dsp/chance.ts';
import { swell, through } from '../dsp/envelope.ts';
import { bandpass, highpass, lowpass } from '../dsp/filter.ts';
import { add, amplify, draw, secondsOf, type Signal, silence } from '../dsp/signal.ts';

/** The first three resonances of a man's mouth for a vowel, in Hz. */
const VOWELS = {
  a: [720, 1_180, 2_550],
  e: [460, 1_820, 2_500],
  i: [310, 2_150, 2_900],
  o: [460, 860, 2_450],
  u: [330, 720, 2_300],
} as const satisfies Readonly<Record<string, readonly [number, number, number]>>;

type Vowel = keyof typeof VOWELS;

/** One syllable of a sung word. */
export interface Syllable {
  readonly seconds: number;
  /** Hz at its start and at its end. */
  readonly from: number;
  readonly to: number;
  /** The vowel, or two between which the mouth moves. */
  readonly vowel: Vowel | readonly [Vowel, Vowel];
  /** 0 a soft start … 1 one that is pushed. */
  readonly push?: number;
}

/**
 * A man sings one syllable: pulses from the throat through three resonances of the mouth. The pitch slides in equal
 * steps of the ear, and sways only where the note stands long enough.
 * @param nasal 0 an open voice … 1 the pinched one of the old opera
 */
export function sing({ seconds, from, to, vowel, push = 0.4 }: Syllable, nasal: number, seed: number): Signal {
  const [start, end] =
    typeof vowel === 'string' ? [VOWELS[vowel], VOWELS[vowel]] : [VOWELS[vowel[0]], VOWELS[vowel[1]]];
  const shape = swell(0.035, seconds - 0.1, 0.065);
  let phase = 0;
  let last = 0;
  const throat = draw(seconds, (t) => {
    // Voices come to a note from a little below it.
    const scoop = 1 - 0.05 * Math.exp(-t / 0.03);
    const sway = 1 + 0.009 * Math.min(1, Math.max(0, (t - 0.2) / 0.2)) * Math.sin(2 * Math.PI * 5.4 * t);
    phase += from * (to / from) ** (t / seconds) * scoop * sway * (t - last);
    last = t;
    return Math.exp(-(phase % 1) * (6 + 3 * nasal)) - 0.15;
  });
  add(throat, whiteNoise(seconds, seed), 0, 0.03);
  const glide = (index: 0 | 1 | 2) => through([seconds * 0.3, start[index]], [seconds * 0.8, end[index]]);
  const mouth = silence(seconds);
  add(mouth, bandpass(throat, glide(0), 5));
  add(mouth, bandpass(throat, glide(1), 8), 0, 0.75);
  add(mouth, bandpass(throat, glide(2), 9), 0, 0.3 + 0.45 * nasal);
  const breath = amplify(bandpass(whiteNoise(0.06, seed + 1), start[1], 1.2), swell(0.01, 0.005, 0.04));
  const sung = amplify(mouth, shape);
  return lowpass(highpass(add(sung, breath, 0, 0.12 * push), 110), 4_600);
}

/** Syllables one after the other, each with the pause after it in seconds. */
export function phrase(
  syllables: readonly (readonly [syllable: Syllable, pause: number])[],
  nasal: number,
  seed: number,
): Signal {
  const sung = syllables.map(([syllable], i) => sing(syllable, nasal, seed + i * 10));
  const out = silence(sung.reduce((sum, one, i) => sum + secondsOf(one) + (syllables[i]?.[1] ?? 0), 0));
  let at = 0;
  sung.forEach((one, i) => {
    add(out, one, at);
    at += secondsOf(one) + (syllables[i]?.[1] ?? 0);
  });
  return out;
}
