import type { Pixels } from './raster.ts';

/** A sheet at one size: colours times their cover, and the cover, 0 to 1, for each pixel. */
interface Level {
  readonly width: number;
  readonly height: number;
  readonly sums: Float32Array;
}

/**
 * Gives clear pixels the colour of what is near, and leaves them clear. A format that blurs colours (AVIF does, before
 * it knows what will be seen) would otherwise mix the black of nothing into every edge, and spend bytes on it.
 *
 * Each level is half as large as the one before and sums it up; a clear pixel takes the mean of the smallest square round
 * it that holds any colour.
 */
export function spreadColours(pixels: Pixels): Pixels {
  const levels = [readLevel(pixels)];
  for (let top = levels[0]; top !== undefined && (top.width > 1 || top.height > 1); top = levels.at(-1))
    levels.push(halve(top));
  const data = Buffer.from(pixels.data);
  for (let y = 0; y < pixels.height; y++) {
    for (let x = 0; x < pixels.width; x++) {
      const at = (y * pixels.width + x) * 4;
      if (data[at + 3] !== 0) continue;
      const level = levels.findIndex((each, depth) => coverAt(each, x >> depth, y >> depth) > 0);
      const source = levels[level];
      if (source === undefined) continue;
      const from = ((y >> level) * source.width + (x >> level)) * 4;
      const cover = source.sums[from + 3] ?? 1;
      for (let c = 0; c < 3; c++) data[at + c] = Math.round((source.sums[from + c] ?? 0) / cover);
    }
  }
  return { data, width: pixels.width, height: pixels.height };
}

function coverAt({ width, sums }: Level, x: number, y: number): number {
  return sums[(y * width + x) * 4 + 3] ?? 0;
}

function readLevel({ data, width, height }: Pixels): Level {
  const sums = new Float32Array(width * height * 4);
  for (let at = 0; at < sums.length; at += 4) {
    const cover = (data[at + 3] ?? 0) / 255;
    for (let c = 0; c < 3; c++) sums[at + c] = (data[at + c] ?? 0) * cover;
    sums[at + 3] = cover;
  }
  return { width, height, sums };
}

function halve({ width, height, sums }: Level): Level {
  const half = { width: (width + 1) >> 1, height: (height + 1) >> 1 };
  const out = new Float32Array(half.width * half.height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = ((y >> 1) * half.width + (x >> 1)) * 4;
      const from = (y * width + x) * 4;
      for (let c = 0; c < 4; c++) out[to + c] = (out[to + c] ?? 0) + (sums[from + c] ?? 0);
    }
  }
  return { ...half, sums: out };
}
