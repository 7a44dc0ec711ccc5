/**
 * When a new version takes over: where nobody is in the middle of anything, in no tab, and when everything that was here
 * is here for the new one, too. The page then loads itself anew; what was begun lies in drafts and goes on.
 */
import { player } from '../player.ts';
import { mayUpdate } from './places.ts';
import { offline } from './state.ts';
import { whenOthersRest } from './tabs.ts';
import { here, quietFor } from './whereabouts.ts';
import type { PageWorker } from './worker.ts';

/** Whoever touches a page that is about to go would begin something that goes with it. */
function loadAnew(): void {
  document.body.inert = true;
  location.reload();
}

export class Updates {
  readonly #worker: () => PageWorker | null;
  /** A new version is installed, and waits. */
  #waits = false;
  /** Everything that was here is here for it, too. */
  #isComplete = false;
  /** It has taken over: this page is the last of the old version. */
  #tookOver = false;
  /** The player, or the quiet on this page, asked for it: then the page need not be asked again. */
  #wanted = false;

  constructor(worker: () => PageWorker | null) {
    this.#worker = worker;
  }

  get waits(): boolean {
    return this.#waits;
  }

  get isReady(): boolean {
    return this.#tookOver || (this.#waits && this.#isComplete);
  }

  /** The worker says that a new version waits. What was complete until now was another one. */
  wait(): void {
    this.#waits = true;
    this.#isComplete = false;
  }

  complete(): void {
    this.#isComplete = true;
  }

  /**
   * The new version holds this page: by this page's own wish, by another's, or because no page was left. A wish is some
   * seconds old by then: who has begun to play meanwhile is not disturbed.
   */
  takenOver(): void {
    this.#tookOver = true;
    if (this.#wanted && this.#judge() !== 'wait') loadAnew();
    else this.consider();
  }

  #judge(): ReturnType<typeof mayUpdate> {
    return mayUpdate({
      place: here(),
      quietMs: quietFor(),
      hidden: document.hidden,
      dialog: document.querySelector('dialog[open]') !== null,
      unsaved: player.storage.getState().unsaved,
      complete: this.isReady,
    });
  }

  /** Looks whether it may be now, and does it, or offers it. */
  consider(): void {
    const verdict = this.#judge();
    offline.setState({ offered: verdict !== 'wait' });
    if (verdict === 'now') void this.update();
  }

  /** Lets the new version take over, and loads the page anew. False when another tab is in the middle of something. */
  async update(): Promise<boolean> {
    const worker = this.#worker();
    if (this.#tookOver || worker === null) {
      loadAnew();
      return true;
    }
    // A page with a part missing, or behind its server, asks before it is known that something waits.
    if (!this.#waits) await worker.ask();
    // The worker may take its time, so the wish stays until it is refused.
    this.#wanted = true;
    this.#wanted = await whenOthersRest(() => worker.letTakeOver());
    return this.#wanted;
  }
}
