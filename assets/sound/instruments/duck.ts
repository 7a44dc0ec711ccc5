import { between, chance, whiteNoise } from '../dsp/chance.ts';
import { hump } from '../dsp/envelope.ts';
import { bandpass, highpass, lowpass } from '../dsp/filter.ts';
import { add, amplify, draw, type Signal, silence } from '../dsp/signal.ts';

interface Quack {
  readonly seconds: number;
  /** Hz of the throat at the start and at the end. */
  readonly from: number;
  readonly to: number;
  /** 0 a soft chuckle … 1 a harsh shout. */
  readonly force: number;
  readonly seed: number;
}

/**
 * One quack: a train of pulses from the throat through three resonances of the bill. What makes it a duck and not a
 * horn is the second resonance, which opens and closes with the bill, and the roughness of every other pulse.
 */
export function quack({ seconds, from, to, force, seed }: Quack): Signal {
  const next = chance(seed);
  let phase = 0;
  let last = 0;
  let rough = 1;
  const throat = draw(seconds, (t) => {
    const pitch = from + (to - from) * (t / seconds) ** 0.8;
    phase += pitch * (t - last);
    last = t;
    if (phase >= 1) {
      phase -= 1;
      rough = 1 - 0.45 * force * next();
    }
    // A pulse that closes quickly has the buzz, one that closes slowly has none.
    return rough * (Math.exp(-phase * (5 + 5 * force)) - 0.14) + 0.06 * force * (next() - 0.5);
  });
  const open = hump(seconds, 0.35);
  const bill = (low: number, high: number) => (t: number) => low + (high - low) * open(t);
  const shaped = silence(seconds);
  add(shaped, bandpass(throat, bill(480, 700), 3), 0, 0.5);
  add(shaped, bandpass(throat, bill(1_050, 1_550), 5), 0, 1.6);
  add(shaped, bandpass(throat, bill(2_300, 2_700), 5), 0, 0.8 * force + 0.2);
  const envelope = hump(seconds, 0.22);
  return lowpass(highpass(amplify(shaped, envelope), 260), 5_200);
}

/** Feeding: low quick chuckles, nobody is afraid. */
export function chuckle(count: number, seed: number): Signal {
  const next = chance(seed);
  const out = silence(count * 0.13 + 0.12);
  for (let i = 0; i < count; i++) {
    const low = between(next, 205, 235) - i * 5;
    const part = quack({
      seconds: between(next, 0.075, 0.1),
      from: low * 1.08,
      to: low * 0.86,
      force: 0.2,
      seed: seed + i,
    });
    add(out, part, i * 0.125 + between(next, 0, 0.02), 0.75 + 0.25 * next());
  }
  return out;
}

/** The alarm: two sharp quacks that rise. */
export function alarm(seed: number): Signal {
  const out = silence(0.5);
  add(out, quack({ seconds: 0.15, from: 345, to: 390, force: 1, seed }), 0);
  return add(out, quack({ seconds: 0.24, from: 400, to: 300, force: 1, seed: seed + 1 }), 0.19, 0.9);
}

/**
 * Wings: each beat is a soft thump of air and a rustle of quills.
 * @param rate beats a second; a duck that rises in fear beats about 13 times
 */
export function wings(seconds: number, rate: (t: number) => number, loud: (t: number) => number, seed: number): Signal {
  const next = chance(seed);
  const out = silence(seconds);
  let at = 0.01;
  for (let beat = 0; at < seconds - 0.1; beat++) {
    const length = Math.min(0.12, 0.8 / rate(at));
    const air = whiteNoise(length, seed + beat);
    const thump = amplify(bandpass(air, between(next, 260, 420), 0.9), hump(length, 0.3));
    const quills = amplify(bandpass(air, between(next, 1_500, 2_300), 0.8), hump(length, 0.45));
    const gain = loud(at) * between(next, 0.75, 1);
    add(out, thump, at, gain * 1.5);
    add(out, quills, at + 0.008, gain * 0.4);
    at += (1 / rate(at)) * between(next, 0.93, 1.07);
  }
  return out;
}
