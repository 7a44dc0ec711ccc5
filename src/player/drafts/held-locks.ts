import type { Surroundings } from '../surroundings.ts';

/**
 * Web locks held over a stretch of play. A lock that this very page is just letting go of is waited for; one that
 * another tab holds is not. Where there are no locks (plain http), every page gets what it asks for.
 */
export class HeldLocks {
  readonly #locks: Surroundings['locks'];
  readonly #releases = new Map<string, () => void>();
  /** Settles when the browser has really taken the lock back. */
  readonly #gone = new Map<string, Promise<unknown>>();

  constructor(locks: Surroundings['locks']) {
    this.#locks = locks;
  }

  /** Resolves to true when the lock is held, false when another tab has it. */
  async hold(name: string): Promise<boolean> {
    await this.#gone.get(name);
    if (this.#locks === undefined) return true;
    const locks = this.#locks;
    return new Promise((resolve, reject) => {
      const whole = locks.request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<void>((release) => this.#releases.set(name, release));
      });
      this.#gone.set(name, whole.catch(reject));
    });
  }

  release(name: string): void {
    this.#releases.get(name)?.();
    this.#releases.delete(name);
  }
}
