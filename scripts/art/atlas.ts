import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { pack } from './pack.ts';
import { ROOT } from './palette.ts';
import { crop, opaqueBox } from './raster.ts';
import type { Box, Pixels } from './raster.ts';
import type { SheetSource } from './sheets.ts';
import { spreadColours } from './spread-colours.ts';

/** One picture on its way into the atlas. */
export interface Frame {
  readonly name: string;
  readonly pixels: Pixels;
  /** the drawing's 0,0, from 0 to 1 of the whole frame */
  readonly pivot: readonly [number, number];
  /** raster pixels per unit of the drawing */
  readonly scale: number;
  /** a frame that repeats is not trimmed, and its border is drawn out so that neighbours do not bleed in */
  readonly tile: boolean;
}

const PAD = 2;
/** How long the AVIF's maker thinks, 0 to 9: another step saves 4 % and takes twice as long. */
const AVIF_EFFORT = 5;

/** What a sheet has become. */
export interface Written {
  readonly height: number;
  /** bytes of the picture in either format */
  readonly webp: number;
  readonly avif: number;
}

/**
 * Packs frames and writes `assets/built/<name>.avif`, the `.webp` for browsers that cannot read that, and `.json`
 * (Phaser's JSON hash). Frames with the same pixels share a place.
 */
export async function writeAtlas(source: SheetSource, frames: readonly Frame[]): Promise<Written> {
  const { name, width, quality, alphaQuality = 20, avifQuality } = source;
  const boxes = frames.map((f) =>
    f.tile ? { x: 0, y: 0, w: f.pixels.width, h: f.pixels.height } : opaqueBox(f.pixels),
  );
  const cuts = frames.map((f, i) => crop(f.pixels, boxes[i] as Box));
  const firsts = new Map<string, number>();
  const same = cuts.map((c, i) => {
    const key = `${c.width}x${c.height}:${createHash('sha1').update(c.data).digest('hex')}`;
    const first = firsts.get(key) ?? i;
    firsts.set(key, first);
    return first;
  });
  const unique = [...new Set(same)];
  const sizes = unique.map((i) => ({
    w: (cuts[i] as Pixels).width + PAD * 2,
    h: (cuts[i] as Pixels).height + PAD * 2,
  }));
  const { places, height } = pack(sizes, width, 2048);
  const sheet = { data: Buffer.alloc(width * height * 4), width, height };
  unique.forEach((i, k) => draw(sheet, cuts[i] as Pixels, places[k] as Box, frames[i]?.tile === true));

  const hash: Record<string, unknown> = {};
  frames.forEach((f, i) => {
    const at = places[unique.indexOf(same[i] as number)] as Box;
    const box = boxes[i] as Box;
    hash[f.name] = {
      frame: { x: at.x + PAD, y: at.y + PAD, w: box.w, h: box.h },
      rotated: false,
      trimmed: box.w !== f.pixels.width || box.h !== f.pixels.height,
      spriteSourceSize: { x: box.x, y: box.y, w: box.w, h: box.h },
      sourceSize: { w: f.pixels.width, h: f.pixels.height },
      pivot: { x: round(f.pivot[0]), y: round(f.pivot[1]) },
      scale: f.scale,
    };
  });
  const out = join(ROOT, 'assets/built');
  mkdirSync(out, { recursive: true });
  const raw = { width, height, channels: 4 } as const;
  const [webp, avif] = await Promise.all([
    sharp(sheet.data, { raw }).webp({ quality, alphaQuality, effort: 6 }).toBuffer(),
    // Thin ink lines on strong dyes: colours at half size, as WebP has them, would cost more of the look than they save.
    sharp(spreadColours(sheet).data, { raw })
      .avif({ quality: avifQuality, effort: AVIF_EFFORT, chromaSubsampling: '4:4:4' })
      .toBuffer(),
  ]);
  writeFileSync(join(out, `${name}.webp`), webp);
  writeFileSync(join(out, `${name}.avif`), avif);
  writeFileSync(
    join(out, `${name}.json`),
    JSON.stringify({
      frames: hash,
      meta: { image: `${name}.webp`, format: 'RGBA8888', size: { w: width, h: height }, scale: '1' },
    }),
  );
  return { height, webp: webp.length, avif: avif.length };
}

const round = (v: number): number => Math.round(v * 1e4) / 1e4;

function draw(sheet: Pixels, p: Pixels, at: Box, spread: boolean): void {
  const put = (x: number, y: number, sx: number, sy: number): void => {
    p.data.copy(
      sheet.data,
      ((at.y + PAD + y) * sheet.width + at.x + PAD + x) * 4,
      (sy * p.width + sx) * 4,
      (sy * p.width + sx) * 4 + 4,
    );
  };
  const m = spread ? PAD : 0;
  for (let y = -m; y < p.height + m; y++) {
    for (let x = -m; x < p.width + m; x++)
      put(x, y, Math.min(p.width - 1, Math.max(0, x)), Math.min(p.height - 1, Math.max(0, y)));
  }
}
