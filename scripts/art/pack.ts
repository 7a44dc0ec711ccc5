import type { Box } from './raster.ts';

interface Size {
  readonly w: number;
  readonly h: number;
}

/**
 * Packs boxes by the MaxRects method (best short side fit) into one sheet of a given width, largest first.
 * Returns the places in the order given, and the height used. Throws when they do not fit.
 */
export function pack(
  sizes: readonly Size[],
  width: number,
  maxHeight: number,
): { readonly places: readonly Box[]; readonly height: number } {
  let free: Box[] = [{ x: 0, y: 0, w: width, h: maxHeight }];
  const places: Box[] = sizes.map(() => ({ x: 0, y: 0, w: 0, h: 0 }));
  const order = sizes
    .map((_, i) => i)
    .sort((a, b) => {
      const p = sizes[a];
      const q = sizes[b];
      if (p === undefined || q === undefined) return 0;
      return Math.max(q.w, q.h) - Math.max(p.w, p.h) || q.w * q.h - p.w * p.h || a - b;
    });
  let height = 0;
  for (const i of order) {
    const size = sizes[i];
    if (size === undefined) continue;
    const { w, h } = size;
    let best: Box | undefined;
    let score = Infinity;
    for (const f of free) {
      if (f.w < w || f.h < h) continue;
      // low in the sheet first, so that it stays short; then the tightest gap
      const s = (f.y + h) * 4096 + Math.min(f.w - w, f.h - h);
      if (s < score) {
        score = s;
        best = f;
      }
    }
    if (best === undefined) throw new Error(`a ${w}×${h} frame finds no room on a sheet of ${width}×${maxHeight}`);
    const put: Box = { x: best.x, y: best.y, w, h };
    places[i] = put;
    height = Math.max(height, put.y + h);
    free = prune(free.flatMap((f) => cutOut(f, put)));
  }
  return { places, height };
}

/** What is left of a free box after another has been put over it. */
function cutOut(f: Box, p: Box): readonly Box[] {
  if (p.x >= f.x + f.w || p.x + p.w <= f.x || p.y >= f.y + f.h || p.y + p.h <= f.y) return [f];
  const out: Box[] = [];
  if (p.x > f.x) out.push({ x: f.x, y: f.y, w: p.x - f.x, h: f.h });
  if (p.x + p.w < f.x + f.w) out.push({ x: p.x + p.w, y: f.y, w: f.x + f.w - p.x - p.w, h: f.h });
  if (p.y > f.y) out.push({ x: f.x, y: f.y, w: f.w, h: p.y - f.y });
  if (p.y + p.h < f.y + f.h) out.push({ x: f.x, y: p.y + p.h, w: f.w, h: f.y + f.h - p.y - p.h });
  return out;
}

function prune(boxes: readonly Box[]): Box[] {
  const inside = (a: Box, b: Box): boolean =>
    a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h;
  return boxes.filter((a, i) => !boxes.some((b, j) => i !== j && inside(a, b) && (!inside(b, a) || j < i)));
}
