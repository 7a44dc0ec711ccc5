/** Milliseconds that the scene's own code takes in each frame, for the bench; only when the address asks for it. */

const KEPT = 1200;
/** Where the bench looks for it. */
const NAME = '__theatre';

export interface Measured {
  frameMs(): number[];
  counts(): Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    __theatre?: Measured;
  }
}

export class FrameMeter {
  readonly #ms = new Float32Array(KEPT);
  #seen = 0;
  readonly on = new URLSearchParams(location.search).has('measure');

  /** Puts the meter where the bench finds it. Returns the way to take it away. */
  show(counts: () => Readonly<Record<string, number>>): () => void {
    if (!this.on) return () => undefined;
    const measured: Measured = { frameMs: () => [...this.#ms.subarray(0, Math.min(this.#seen, KEPT))], counts };
    window[NAME] = measured;
    return () => {
      if (window[NAME] === measured) delete window[NAME];
    };
  }

  add(ms: number): void {
    this.#ms[this.#seen % KEPT] = ms;
    this.#seen++;
  }
}
