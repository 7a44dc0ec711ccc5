/**
 * How many canvas pixels a CSS pixel gets. Screens are sharp up to twice; where frames take too long (software
 * rendering, remote desktops) the canvas gives way step by step, since a soft picture that moves beats a sharp one that stutters.
 * Pure: frame times come in.
 */

const SHARPEST = 2;
const SOFTEST = 0.6;
const STEP = 0.78;
/** A frame slower than this, on average, is too slow; so many frames are looked at before giving way. */
const SLOW_MS = 42;
const LOOKED_AT = 60;
/** Longer gaps are a sleeping page, not a slow one. */
const SLEPT_MS = 200;

export class Sharpness {
  ratio: number;
  #frames = 0;
  #sumMs = 0;

  constructor(devicePixelRatio: number) {
    this.ratio = Math.min(SHARPEST, Math.max(1, devicePixelRatio || 1));
  }

  /** Takes a frame's milliseconds; true when the canvas should be made softer now (`ratio` has changed). */
  judge(frameMs: number): boolean {
    if (frameMs > SLEPT_MS) return false;
    this.#frames++;
    this.#sumMs += frameMs;
    if (this.#frames < LOOKED_AT) return false;
    const mean = this.#sumMs / this.#frames;
    this.#frames = 0;
    this.#sumMs = 0;
    if (mean <= SLOW_MS || this.ratio <= SOFTEST) return false;
    this.ratio = Math.max(SOFTEST, this.ratio * STEP);
    return true;
  }
}
