import { between, chance, whiteNoise } from '../dsp/chance.ts';
import { hump } from '../dsp/envelope.ts';
import { bandpass, lowpass } from '../dsp/filter.ts';
import { add, amplify, draw, type Signal, silence } from '../dsp/signal.ts';

/** The first two resonances of a few vowels, in Hz: enough for talk that nobody can make out. */
const VOWELS = [
  [700, 1_150],
  [480, 900],
  [400, 1_700],
  [560, 1_350],
  [330, 800],
] as const;

function syllable(hz: number, seconds: number, vowel: readonly [number, number], seed: number): Signal {
  let phase = 0;
  let last = 0;
  const voice = draw(seconds, (t) => {
    phase += hz * (1 + 0.12 * Math.sin((Math.PI * t) / seconds)) * (t - last);
    last = t;
    return Math.exp(-(phase % 1) * 5) - 0.2;
  });
  add(voice, whiteNoise(seconds, seed), 0, 0.04);
  const mouth = add(bandpass(voice, vowel[0], 4), bandpass(voice, vowel[1], 6), 0, 0.5);
  return amplify(mouth, hump(seconds, 0.35));
}

/** 人声: people behind the screen's light, murmuring. `lift` raises the voices at the end, as when something is guessed right. */
export function murmur(seconds: number, voices: number, lift: number, seed: number): Signal {
  const next = chance(seed);
  const out = silence(seconds);
  for (let voice = 0; voice < voices; voice++) {
    const pitch = next() < 0.6 ? between(next, 95, 150) : between(next, 170, 250);
    let at = next() * 0.3;
    while (at < seconds - 0.25) {
      const length = between(next, 0.1, 0.24);
      const vowel = VOWELS[Math.floor(next() * VOWELS.length)] ?? VOWELS[0];
      const raised = pitch * between(next, 0.9, 1.12) * (1 + (lift * at) / seconds);
      add(out, syllable(raised, length, vowel, seed + voice * 100), at, between(next, 0.4, 1));
      at += length + (next() < 0.2 ? between(next, 0.15, 0.4) : between(next, 0, 0.04));
    }
  }
  return lowpass(out, 1_900);
}
