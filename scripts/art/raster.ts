import sharp from 'sharp';
import type { Drawing } from './drawing.ts';
import { finishFilter } from './hide.ts';
import type { Finish } from './hide.ts';

/** Pixels with alpha, not premultiplied. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Wraps a drawing with its finish at a scale. `repeat` draws its neighbours too, so that no edge is burnt where tiles meet. */
export function finished(d: Drawing, finish: Finish, scale: number, repeat: '' | 'x' | 'y' = ''): string {
  const step = repeat === 'x' ? [d.width, 0] : [0, d.height];
  const copies =
    repeat === ''
      ? d.inner
      : [-1, 0, 1]
          .map((k) => `<g transform="translate(${k * (step[0] ?? 0)} ${k * (step[1] ?? 0)})">${d.inner}</g>`)
          .join('');
  const filter = finishFilter(finish);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(d.width * scale)}" height="${Math.round(d.height * scale)}" viewBox="${d.x} ${d.y} ${d.width} ${d.height}" preserveAspectRatio="none">` +
    `<defs>${d.defs}${filter}</defs><g${filter === '' ? '' : ' filter="url(#finish)"'}>${copies}</g></svg>`
  );
}

export async function raster(svg: string): Promise<Pixels> {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The part of the picture that is not clear. An alpha below `faint` counts as clear. */
export function opaqueBox(p: Pixels, faint = 6): Box {
  let x0 = p.width;
  let y0 = p.height;
  let x1 = -1;
  let y1 = -1;
  for (let y = 0; y < p.height; y++) {
    for (let x = 0; x < p.width; x++) {
      if ((p.data[(y * p.width + x) * 4 + 3] ?? 0) < faint) continue;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  return x1 < 0 ? { x: 0, y: 0, w: 1, h: 1 } : { x: x0, y: y0, w: x1 - x0 + 1, h: y1 - y0 + 1 };
}
