/**
 * A world of its own: a clock that stands still between events, a list of what is to happen, and dice that a seed
 * fixes. One event at a time; what it sets off runs to its end before the next, so the same seed gives the same story.
 */
import { Digest } from '../../../src/kernel/hash.ts';
import { drawUnit, seedRandom, type RandomState } from '../../../src/kernel/random.ts';

interface Happening {
  readonly at: number;
  readonly order: number;
  readonly what: string;
  readonly run: () => void;
}

/** Turns of the event loop without anything under way after which nothing more will come of an event. */
const QUIET_TURNS = 6;
/** Real time after which something hangs, or runs without a pause, in milliseconds. */
const MOST_MS = 30_000;

export class World {
  /** Milliseconds since 1970. */
  now = Date.UTC(2026, 10, 22, 12);
  readonly trace: string[] = [];
  readonly #random: RandomState;
  #list: Happening[] = [];
  #order = 0;
  /** Work outside the dice: transactions of devices, a query under way. */
  readonly #busy = new Set<{ readonly what: string }>();

  constructor(seed: number) {
    this.#random = seedRandom(seed);
  }

  unit(): number {
    return drawUnit(this.#random);
  }
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }
  chance(probability: number): boolean {
    return this.unit() < probability;
  }
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }
  fill(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) bytes[i] = this.below(256);
  }

  /** Something begins that the world must wait for; call the answer when it is over. */
  begin(what: string): () => void {
    const work = { what };
    this.#busy.add(work);
    return () => void this.#busy.delete(work);
  }

  /** Has something happen after some milliseconds. */
  later(ms: number, what: string, run: () => void): void {
    const happening = { at: this.now + Math.max(0, Math.round(ms)), order: this.#order++, what, run };
    let [low, high] = [0, this.#list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      // Soonest last: taking it is a pop.
      if ((this.#list[middle] as Happening).at <= happening.at) high = middle;
      else low = middle + 1;
    }
    this.#list.splice(low, 0, happening);
  }

  wait(ms: number, what: string): Promise<void> {
    return new Promise((resolve) => this.later(ms, what, resolve));
  }

  /** Lets the next thing happen, and waits until nothing more comes of it. False when nothing is to come. */
  async step(): Promise<boolean> {
    const next = this.#list.pop();
    if (next === undefined) return false;
    this.now = Math.max(this.now, next.at);
    this.trace.push(`${this.now} ${next.what}`);
    next.run();
    await this.settle();
    return true;
  }

  async settle(): Promise<void> {
    let quiet = 0;
    for (const end = performance.now() + MOST_MS; quiet < QUIET_TURNS;) {
      if (performance.now() > end) throw new Error(`the simulation hangs: ${this.#sayBusy()}`);
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.#busy.size > 0 ? 0 : quiet + 1;
    }
  }

  /** Lets things happen until some time of the clock. */
  async run(until: number): Promise<void> {
    for (let next = this.#list.at(-1); next !== undefined && next.at <= until; next = this.#list.at(-1))
      await this.step();
    this.now = Math.max(this.now, until);
  }

  #sayBusy(): string {
    return [...this.#busy].map(({ what }) => what).join(', ');
  }

  /** Fingerprint of all that happened, in order. */
  hash(): string {
    const digest = new Digest();
    for (const line of this.trace) digest.text(line);
    return digest.hex();
  }
}
