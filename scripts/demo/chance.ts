/** Draws of the demonstration: everything about it follows from its seed. */
import { drawBelow, drawUnit, seedRandom, type RandomState } from '../../src/kernel/random.ts';
import { seedFor } from '../../src/quiz/items/shuffle.ts';

/** A stream of draws with a name of its own, so that one more draw here changes nothing there. */
export class Chance {
  readonly random: RandomState;
  readonly #seed: number;

  constructor(seed: number, name: string) {
    this.#seed = seedFor(seed, name);
    this.random = seedRandom(this.#seed);
  }

  /** A stream that begins the same whatever was drawn from this one. */
  branch(name: string): Chance {
    return new Chance(this.#seed, name);
  }

  unit(): number {
    return drawUnit(this.random);
  }

  happens(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A number from `from` to `to`. */
  between(from: number, to: number): number {
    return from + (to - from) * this.unit();
  }

  /** A whole number from `from` to `to`, both among them. */
  whole(from: number, to: number): number {
    return from + drawBelow(this.random, to - from + 1);
  }

  /** One of a list that is not empty. */
  pick<Each>(list: readonly Each[]): Each {
    return list[drawBelow(this.random, list.length)] as Each;
  }

  /** Normal, by Box and Muller 1958. */
  normal(mean = 0, sd = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()));
    return mean + sd * radius * Math.cos(2 * Math.PI * this.unit());
  }

  fillRandom = (bytes: Uint8Array): void => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = drawBelow(this.random, 256);
  };

  /** A seed for something else: 32 bits. */
  seed(): number {
    return drawBelow(this.random, 0x1_0000_0000);
  }
}
