import { type Signal, samples } from './signal.ts';

/** A source of numbers in 0 … 1 that is the same on every run, so the same recipe gives the same sound. */
export type Chance = () => number;

/** mulberry32. Sound is no part of a run's outcome, so it keeps its own chance and not the kernel's. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number between two bounds. */
export const between = (next: Chance, low: number, high: number): number => low + (high - low) * next();

/** White noise in −1 … 1. */
export function whiteNoise(seconds: number, seed: number): Signal {
  const next = chance(seed);
  return new Float32Array(samples(seconds)).map(() => next() * 2 - 1);
}

/** A slow wandering curve in 0 … 1 that comes back to its start after `period` seconds: gusts and swells of a loop. */
export function wander(period: number, seed: number, swells: readonly number[] = [1, 2, 3, 5]): (t: number) => number {
  const next = chance(seed);
  const parts = swells.map((cycles) => ({ cycles, phase: next(), weight: 1 / Math.sqrt(cycles) }));
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  return (t) =>
    parts.reduce(
      (sum, p) => sum + p.weight * (0.5 + 0.5 * Math.sin(2 * Math.PI * (p.phase + (p.cycles * t) / period))),
      0,
    ) / whole;
}
