import type { Surroundings } from '../surroundings.ts';
import type { Round } from './courier.ts';
import { askedPause, ELSEWHERE_MS, IDLE_MS, pauseAfter } from './pause.ts';

/** One round of deliveries after the other for as long as the page lives, with pauses that something new cuts short. */
export class Rounds {
  readonly #surroundings: Pick<Surroundings, 'wait' | 'random'>;
  #isWoken = false;
  #wake: () => void = () => undefined;
  #isClosed = false;
  #close: () => void = () => undefined;
  readonly #closed = new Promise<void>((resolve) => (this.#close = resolve));

  constructor(surroundings: Pick<Surroundings, 'wait' | 'random'>) {
    this.#surroundings = surroundings;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** There is something new, or the network may be back. */
  wake(): void {
    this.#isWoken = true;
    this.#wake();
  }

  /** No more rounds after the one under way. */
  close(): void {
    this.#isClosed = true;
    this.#close();
  }

  /** After each round a pause: as long as the server asked, and then until something happens or the time is over. */
  async goOn(deliver: () => Promise<Round>): Promise<void> {
    const { wait, random } = this.#surroundings;
    let failures = 0;
    while (!this.#isClosed) {
      this.#isWoken = false;
      const round = await deliver();
      failures = round.end === 'later' ? failures + 1 : 0;
      if (round.end === 'later' && round.retryAfter > 0)
        await Promise.race([this.#closed, wait(askedPause(round.retryAfter))]);
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      if (this.#isWoken || this.#isClosed) continue;
      const elsewhere = round.end === 'elsewhere' ? ELSEWHERE_MS : IDLE_MS;
      const pause = round.end === 'later' ? pauseAfter(failures, random()) : elsewhere;
      await Promise.race([this.#closed, woken, wait(pause)]);
    }
  }
}
