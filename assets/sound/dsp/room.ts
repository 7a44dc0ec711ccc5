import { RATE, type Signal } from './signal.ts';

/** Delays of a small wooden hall with a cloth screen in it, in seconds; no two share a factor that could be heard. */
const COMBS = [0.0297, 0.0371, 0.0411, 0.0437] as const;
const ALLPASSES = [0.005, 0.0017] as const;

/** Cloth and wood swallow the highs: each return through a comb is dulled by this much. */
const DULL = 0.45;

function comb(signal: Signal, delay: number, seconds: number): Signal {
  const line = new Float32Array(Math.round(delay * RATE));
  const feedback = 10 ** ((-3 * delay) / seconds);
  let dulled = 0;
  return signal.map((x, i) => {
    const back = line[i % line.length] ?? 0;
    dulled = back * (1 - DULL) + dulled * DULL;
    line[i % line.length] = x + dulled * feedback;
    return back;
  });
}

function allpass(signal: Signal, delay: number): Signal {
  const line = new Float32Array(Math.round(delay * RATE));
  return signal.map((x, i) => {
    const back = line[i % line.length] ?? 0;
    const into = x + back * 0.6;
    line[i % line.length] = into;
    return back - into * 0.6;
  });
}

/**
 * Puts a signal into the theatre's room (Schroeder's four combs and two all-passes).
 * @param seconds how long the room rings, to −60 dB
 * @param mix     how loud the room is beside the dry sound
 * @param tail    seconds of room kept after the sound ends; 0 for a loop that is led through twice
 */
export function room(signal: Signal, seconds: number, mix: number, tail = 0): Signal {
  const dry = new Float32Array(signal.length + Math.round(tail * RATE));
  dry.set(signal);
  const wet = new Float32Array(dry.length);
  for (const delay of COMBS) {
    const part = comb(dry, delay, seconds);
    for (let i = 0; i < wet.length; i++) wet[i] = (wet[i] ?? 0) + (part[i] ?? 0) / COMBS.length;
  }
  const spread = ALLPASSES.reduce((sound, delay) => allpass(sound, delay), wet);
  return dry.map((x, i) => x + (spread[i] ?? 0) * mix);
}
