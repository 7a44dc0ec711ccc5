/** The audience's eye: it follows the walker with a soft spring, a little ahead of him, and moves between framings. Pure. */
import { LANES } from '../rules/places.ts';
import { mixFramings, type Framing } from './road-layout.ts';

/** Seconds in which most of a way is made up for. */
const FOLLOW_S = 0.38;
const REFRAME_S = 0.34;
const MIDDLE = (LANES - 1) / 2;

export class Camera {
  /** Where the eye rests, in columns and lanes. */
  column = 0;
  lane = MIDDLE;
  framing: Framing;
  #from: Framing;
  #to: Framing;
  #share = 1;
  #isPlaced = false;

  constructor(framing: Framing) {
    this.framing = framing;
    this.#from = framing;
    this.#to = framing;
  }

  /** Goes over to another framing; at once where nothing may move. */
  reframe(to: Framing, atOnce: boolean): void {
    if (to === this.#to) return;
    this.#from = this.framing;
    this.#to = to;
    this.#share = atOnce ? 1 : 0;
    if (atOnce) {
      this.framing = to;
      this.#isPlaced = false;
    }
  }

  /** Looks at the walker at once at the next `follow`. */
  jump(): void {
    this.#isPlaced = false;
  }

  /** `column`, `lane`: where the walker is. `columns`: of the road. In calm the eye keeps up without swinging. */
  follow(column: number, lane: number, columns: number, seconds: number, calm: boolean): void {
    if (this.#share < 1) {
      this.#share = Math.min(1, this.#share + seconds / REFRAME_S / 2);
      const t = this.#share;
      this.framing = mixFramings(this.#from, this.#to, t * t * (3 - 2 * t));
    }
    const { along, across } = this.framing;
    const middle = (columns - 1) / 2;
    const goalColumn = middle + (column - middle) * along;
    const goalLane = MIDDLE + (lane - MIDDLE) * across;
    const keep = calm || !this.#isPlaced ? 0 : Math.exp(-seconds / FOLLOW_S);
    this.#isPlaced = true;
    this.column = goalColumn + (this.column - goalColumn) * keep;
    this.lane = goalLane + (this.lane - goalLane) * keep;
  }
}
