/**
 * A flash meter after WCAG 2.2, "general flash thresholds", which XAG 118 takes over: a flash is a pair of opposing changes
 * in relative luminance of a tenth or more of its highest value, where the darker image is below 0.80; more than three
 * within a second are too many, unless they fill less than a quarter of every ten degrees of sight.
 */

/** What a film showed, in cells: `levels[frame * cells + cell]` is relative luminance times 255. */
export interface Film {
  readonly columns: number;
  readonly rows: number;
  readonly levels: Uint8Array;
  /** Milliseconds from frame to frame. */
  readonly stepMs: number;
}

/** The worst that was found. */
export interface Flashing {
  /** Flashes within one second that at least a quarter of some ten degrees of sight shared. May end in a half. */
  readonly most: number;
  /** When that second ended, in seconds; 0 when nothing flashed. */
  readonly atSeconds: number;
}

const CHANGE = 25.5;
const BRIGHT = 0.8 * 255;
/** Ten degrees of sight are about a third of a screen each way (341 × 256 of 1024 × 768). */
const SIGHT = 1 / 3;
const SHARED = 1 / 4;

/** The frames in which each change of a tenth or more has come about, each opposed to the one before it. Levels: 0 to 255. */
export function findChanges(levels: readonly number[]): readonly number[] {
  const changes: number[] = [];
  let [low, high] = [levels[0] ?? 0, levels[0] ?? 0];
  let last: 'rise' | 'fall' | null = null;
  for (const [frame, level] of levels.entries()) {
    [low, high] = [Math.min(low, level), Math.max(high, level)];
    const rises: boolean = last !== 'rise' && level - low >= CHANGE && low < BRIGHT;
    const falls: boolean = last !== 'fall' && high - level >= CHANGE && level < BRIGHT;
    if (!rises && !falls) continue;
    last = rises ? 'rise' : 'fall';
    changes.push(frame);
    // What opposes it is counted from the furthest point that is reached from here on.
    [low, high] = [level, level];
  }
  return changes;
}

/** Measures a film. */
export function measureFlashes({ columns, rows, levels, stepMs }: Film): Flashing {
  const cells = columns * rows;
  const frames = Math.floor(levels.length / cells);
  const second = Math.round(1000 / stepMs);
  /** Changes of each cell by frame. */
  const changed = Array.from({ length: cells }, () => new Uint8Array(frames));
  for (let cell = 0; cell < cells; cell++) {
    const own = Array.from({ length: frames }, (_, frame) => levels[frame * cells + cell] ?? 0);
    for (const frame of findChanges(own)) (changed[cell] as Uint8Array)[frame] = 1;
  }
  const counts = new Uint8Array(cells);
  let worst: Flashing = { most: 0, atSeconds: 0 };
  for (let frame = 0; frame < frames; frame++) {
    let moved = false;
    for (let cell = 0; cell < cells; cell++) {
      const now = (changed[cell] as Uint8Array)[frame] ?? 0;
      const gone = (changed[cell] as Uint8Array)[frame - second] ?? 0;
      if (now !== gone) moved = true;
      counts[cell] = (counts[cell] ?? 0) + now - gone;
    }
    if (!moved) continue;
    const most = shareMost(counts, columns, rows) / 2;
    if (most > worst.most) worst = { most, atSeconds: (frame * stepMs) / 1000 };
  }
  return worst;
}

/** The highest number of changes that a quarter of some window of ten degrees has at least. */
function shareMost(counts: Uint8Array, columns: number, rows: number): number {
  const width = Math.max(1, Math.round(columns * SIGHT));
  const height = Math.max(1, Math.round(rows * SIGHT));
  let most = 0;
  for (let top = 0; top + height <= rows; top += Math.max(1, height >> 1))
    for (let left = 0; left + width <= columns; left += Math.max(1, width >> 1)) {
      const inside: number[] = [];
      for (let row = top; row < top + height; row++)
        for (let column = left; column < left + width; column++) inside.push(counts[row * columns + column] ?? 0);
      inside.sort((a, b) => b - a);
      most = Math.max(most, inside[Math.ceil(inside.length * SHARED) - 1] ?? 0);
    }
  return most;
}
