/**
 * A sound while it is being made: mono samples in about −1 … 1 at one fixed rate. Everything is
 * mono because the pan is chosen when a cue is played, by where on the stage it happens.
 */
export type Signal = Float32Array<ArrayBuffer>;

/** Samples a second. Opus works at 48 kHz whatever it is given, so nothing is resampled on the way. */
export const RATE = 48_000;

export const samples = (seconds: number): number => Math.round(seconds * RATE);

export const secondsOf = (signal: Signal): number => signal.length / RATE;

export const silence = (seconds: number): Signal => new Float32Array(samples(seconds));

/** Draws a signal from a function of time. */
export function draw(seconds: number, sample: (t: number, i: number) => number): Signal {
  const out = silence(seconds);
  for (let i = 0; i < out.length; i++) out[i] = sample(i / RATE, i);
  return out;
}

/** Multiplies by a constant or by an envelope of time. Gives a new signal. */
export function amplify(signal: Signal, gain: number | ((t: number) => number)): Signal {
  if (typeof gain === 'number') return signal.map((x) => x * gain);
  return signal.map((x, i) => x * gain(i / RATE));
}

/** Adds `part` into `target` from `at` seconds on; what would fall outside is dropped. */
export function add(target: Signal, part: Signal, at = 0, gain = 1): Signal {
  const from = samples(at);
  const end = Math.min(part.length, target.length - from);
  for (let i = Math.max(0, -from); i < end; i++) target[from + i] = (target[from + i] ?? 0) + (part[i] ?? 0) * gain;
  return target;
}

/** Adds `part` into a loop: what rings on past the end is heard at the beginning, so the seam has nothing to hide. */
export function addWrapped(loop: Signal, part: Signal, at: number, gain = 1): Signal {
  const from = samples(at);
  for (let i = 0; i < part.length; i++) {
    const k = (((from + i) % loop.length) + loop.length) % loop.length;
    loop[k] = (loop[k] ?? 0) + (part[i] ?? 0) * gain;
  }
  return loop;
}

/** Several signals on one time line. */
export function arrange(
  seconds: number,
  parts: readonly (readonly [at: number, part: Signal, gain?: number])[],
): Signal {
  const out = silence(seconds);
  for (const [at, part, gain] of parts) add(out, part, at, gain);
  return out;
}

/**
 * Runs a process with memory (a filter, a room) over a loop until it no longer knows where the loop began: it hears
 * the loop twice and the second hearing is kept, so the last sample leads into the first.
 */
export function throughLoop(loop: Signal, process: (twice: Signal) => Signal): Signal {
  const twice = new Float32Array(loop.length * 2);
  twice.set(loop);
  twice.set(loop, loop.length);
  return process(twice).slice(loop.length, loop.length * 2);
}
