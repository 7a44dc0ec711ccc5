/** Birds in the air keep apart: a grid of cells finds neighbours, so the cost stays even when thousands fly. */
import type { PondLayout } from './pond-layout.ts';

const COLUMNS = 64;
const ROWS = 40;
/** What is seen as flying (see `SEEN`). */
const FLYING = 1;
/** Neighbours looked at for one bird; a denser cloud needs no more to look right. */
const ENOUGH = 6;

export class Separation {
  readonly #head = new Int32Array(COLUMNS * ROWS);
  readonly #next: Int32Array;

  constructor(count: number) {
    this.#next = new Int32Array(count);
  }

  /** Pushes near birds apart: adds to `asideX`/`asideY`, in CSS pixels, never more than a body length a second. */
  push(
    x: Float32Array,
    y: Float32Array,
    size: Float32Array,
    seen: Uint8Array,
    asideX: Float32Array,
    asideY: Float32Array,
    seconds: number,
    layout: PondLayout,
  ): void {
    const cell = Math.max(12, layout.skySize * 90);
    const { opening } = layout;
    const head = this.#head.fill(-1);
    const next = this.#next;
    for (let i = 0; i < x.length; i++) {
      if (seen[i] !== FLYING) continue;
      const at = this.#cell(x[i] as number, y[i] as number, opening.x - 200, opening.y - 100, cell);
      next[i] = head[at] as number;
      head[at] = i;
    }
    const most = layout.skySize * 160 * seconds * 1.4;
    for (let i = 0; i < x.length; i++) {
      if (seen[i] !== FLYING) continue;
      const xi = x[i] as number;
      const yi = y[i] as number;
      const reach = (size[i] as number) * 110;
      let px = 0;
      let py = 0;
      let met = 0;
      for (let dy = -1; dy <= 1 && met < ENOUGH; dy++) {
        for (let dx = -1; dx <= 1 && met < ENOUGH; dx++) {
          const at = this.#cell(xi + dx * cell, yi + dy * cell, opening.x - 200, opening.y - 100, cell);
          for (let j = head[at] as number; j >= 0 && met < ENOUGH; j = next[j] as number) {
            if (j === i) continue;
            const ox = xi - (x[j] as number);
            const oy = yi - (y[j] as number);
            const far = ox * ox + oy * oy * 2.2;
            if (far > reach * reach || far < 0.01) continue;
            const d = Math.sqrt(far);
            const push = (reach - d) / reach / d;
            px += ox * push;
            py += oy * push;
            met++;
          }
        }
      }
      asideX[i] = (asideX[i] as number) + limit(px, 1) * most;
      asideY[i] = (asideY[i] as number) + limit(py, 1) * most;
    }
  }

  #cell(x: number, y: number, left: number, top: number, cell: number): number {
    const column = Math.max(0, Math.min(COLUMNS - 1, Math.floor((x - left) / cell)));
    const row = Math.max(0, Math.min(ROWS - 1, Math.floor((y - top) / cell)));
    return row * COLUMNS + column;
  }
}

function limit(value: number, most: number): number {
  return value > most ? most : value < -most ? -most : value;
}
