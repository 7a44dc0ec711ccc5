/**
 * Seeded random numbers that live inside the game's state.
 *
 * The generator is sfc32 ("small fast counting", Chris Doty-Humphrey, PractRand 0.93): four 32-bit words,
 * integer arithmetic only, so every engine draws the same numbers. Keeping the words in the state means that a
 * saved state resumes exactly where it stopped.
 */

/** Four unsigned 32-bit words. Owned by one run; every draw changes it. */
export type RandomState = Uint32Array;

/** Makes the generator's state from a seed. Any finite number is accepted; its low 32 bits are used. */
export function seedRandom(seed: number): RandomState {
  const words = new Uint32Array(4);
  words[0] = 0x9e3779b9;
  words[1] = seed >>> 0;
  words[2] = Math.floor(seed / 0x1_0000_0000) >>> 0;
  words[3] = 1;
  // The first draws of sfc32 still show the seed; the author advises to throw away twelve or more.
  for (let i = 0; i < 15; i++) drawWord(words);
  return words;
}

/** Draws an integer from 0 to 2^32 − 1. */
export function drawWord(words: RandomState): number {
  const a = words[0] as number;
  const b = words[1] as number;
  const c = words[2] as number;
  const d = words[3] as number;
  const sum = (a + b + d) >>> 0;
  words[3] = d + 1;
  words[0] = b ^ (b >>> 9);
  words[1] = c + (c << 3);
  words[2] = ((c << 21) | (c >>> 11)) + sum;
  return sum;
}

/** Draws a number from 0 (inclusive) to 1 (exclusive), with 32 bits of resolution. */
export function drawUnit(words: RandomState): number {
  return drawWord(words) / 0x1_0000_0000;
}

/** Draws an integer from 0 to `count` − 1. `count` must be from 1 to 2^32; the bias is below count / 2^32. */
export function drawBelow(words: RandomState, count: number): number {
  return Math.floor(drawUnit(words) * count);
}

/** Is true with the given probability (0 never, 1 always). Always consumes one draw. */
export function drawChance(words: RandomState, probability: number): boolean {
  return drawUnit(words) < probability;
}
