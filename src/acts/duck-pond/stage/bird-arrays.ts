/** What is drawn of every bird, in typed arrays: one number per bird, changed by the flock, read by the drawing. */

/** What a bird is seen doing; drawing chooses its picture by this. */
export const SEEN = {
  hidden: 0,
  flying: 1,
  gliding: 2,
  afloat: 3,
  standing: 4,
  feeding: 5,
  held: 6,
  rising: 7,
  falling: 8,
  carried: 9,
} as const;

export class BirdArrays {
  readonly count: number;
  readonly x: Float32Array;
  /** The body's middle. */
  readonly y: Float32Array;
  /** Feet or water line: what is nearer to the audience is drawn later. */
  readonly ground: Float32Array;
  readonly size: Float32Array;
  /** −1..1: which way it faces; turns through 0. */
  readonly facing: Float32Array;
  readonly seen: Uint8Array;
  /** Wing beats or seconds of the present doing, by which the picture is chosen. */
  readonly beat: Float32Array;
  readonly tilt: Float32Array;
  readonly alpha: Float32Array;
  /** CSS pixels a second, for wakes and for walking. */
  readonly pace: Float32Array;

  constructor(count: number) {
    this.count = count;
    this.x = new Float32Array(count);
    this.y = new Float32Array(count);
    this.ground = new Float32Array(count);
    this.size = new Float32Array(count);
    this.facing = new Float32Array(count).fill(1);
    this.seen = new Uint8Array(count);
    this.beat = new Float32Array(count);
    this.tilt = new Float32Array(count);
    this.alpha = new Float32Array(count);
    this.pace = new Float32Array(count);
  }
}
