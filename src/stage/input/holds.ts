/** A held direction goes on by itself: after a first wait, then at a walking pace. Pure: time comes in. */

/** A held direction goes on after the first wait, in milliseconds, then at this pace. */
export const REPEAT_FIRST_MS = 380;
export const REPEAT_MS = 170;

interface Held<What> {
  readonly what: What;
  leftMs: number;
}

/** What is held down now. Two hands on one keyboard hold two keys at once, for which the system's own repeat is blind. */
export class Holds<What> {
  readonly #held = new Map<string, Held<What>>();

  /** `key` names what is held: a key's code, a button of a pad. Pressing it again while it is held changes nothing. */
  press(key: string, what: What): void {
    if (!this.#held.has(key)) this.#held.set(key, { what, leftMs: REPEAT_FIRST_MS });
  }

  release(key: string): void {
    this.#held.delete(key);
  }

  /** Lets go of everything: the page was left, the play was paused. */
  clear(): void {
    this.#held.clear();
  }

  /** Asks again for what has been held long enough; at most once each call, however long the frame was. */
  letPass(elapsedMs: number, again: (what: What) => void): void {
    for (const held of this.#held.values()) {
      held.leftMs -= elapsedMs;
      if (held.leftMs > 0) continue;
      held.leftMs = REPEAT_MS;
      again(held.what);
    }
  }
}
