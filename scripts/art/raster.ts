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

/** Pixels drawn round a piece and cut off again: the rasteriser clips before it filters, which would burn an edge along the box. */
const BLEED = 12;

/**
 * A drawing with its finish at a scale, as pixels. Where it runs out of its box it is cut without an edge. `repeat` draws
 * its neighbours too, so that no edge is burnt where tiles meet.
 */
export async function finish(d: Drawing, how: Finish, scale: number, repeat: '' | 'x' | 'y' = ''): Promise<Pixels> {
  const width = Math.round(d.width * scale);
  const height = Math.round(d.height * scale);
  const unitsX = (BLEED * d.width) / width;
  const unitsY = (BLEED * d.height) / height;
  const step = repeat === 'x' ? [d.width, 0] : [0, d.height];
  const copies =
    repeat === ''
      ? d.inner
      : [-1, 0, 1]
          .map((k) => `<g transform="translate(${k * (step[0] ?? 0)} ${k * (step[1] ?? 0)})">${d.inner}</g>`)
          .join('');
  const filter = finishFilter(how);
  const view = `${d.x - unitsX} ${d.y - unitsY} ${d.width + 2 * unitsX} ${d.height + 2 * unitsY}`;
  const whole = await raster(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * BLEED}" height="${height + 2 * BLEED}" viewBox="${view}" preserveAspectRatio="none">` +
      `<defs>${d.defs}${filter}</defs><g${filter === '' ? '' : ' filter="url(#finish)"'}>${copies}</g></svg>`,
  );
  return steady(crop(whole, { x: BLEED, y: BLEED, w: width, h: height }));
}

/** An alpha below which eight bits no longer tell the colour. */
const FAINT = 40;

/** Gives faint pixels the colour of what is round them: alone, they come out of the rasteriser in all colours of the rainbow. */
function steady(p: Pixels): Pixels {
  const data = Buffer.from(p.data);
  for (let y = 0; y < p.height; y++) {
    for (let x = 0; x < p.width; x++) {
      const at = (y * p.width + x) * 4;
      const alpha = p.data[at + 3] ?? 0;
      if (alpha === 0 || alpha >= FAINT) continue;
      const sum = [0, 0, 0];
      let weight = 0;
      for (let ny = Math.max(0, y - 2); ny <= Math.min(p.height - 1, y + 2); ny++) {
        for (let nx = Math.max(0, x - 2); nx <= Math.min(p.width - 1, x + 2); nx++) {
          const near = (ny * p.width + nx) * 4;
          const w = p.data[near + 3] ?? 0;
          for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + w * (p.data[near + c] ?? 0);
          weight += w;
        }
      }
      for (let c = 0; c < 3; c++) data[at + c] = Math.round((sum[c] ?? 0) / weight);
    }
  }
  return { data, width: p.width, height: p.height };
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

/** A part of a picture. */
export function crop(p: Pixels, b: Box): Pixels {
  const data = Buffer.alloc(b.w * b.h * 4);
  for (let y = 0; y < b.h; y++)
    p.data.copy(data, y * b.w * 4, ((b.y + y) * p.width + b.x) * 4, ((b.y + y) * p.width + b.x + b.w) * 4);
  return { data, width: b.w, height: b.h };
}
