/** The grain of the paper and the mottle of old hide, as a small canvas that repeats. Made once, from fixed numbers. */

const SIDE = 256;
let grain: HTMLCanvasElement | null = null;

/** A tile of fine dark and light specks with slow clouds in it; draw it with a pattern. */
export function grainTile(): HTMLCanvasElement {
  if (grain) return grain;
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  const pixels = context.createImageData(SIDE, SIDE);
  let word = 0x2545f491;
  const draw = (): number => {
    word = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d);
    word = Math.imul(word ^ (word >>> 12), 0x297a2d39) ^ (word >>> 15);
    return (word >>> 0) / 0x1_0000_0000;
  };
  const coarse = Float32Array.from({ length: 64 }, draw);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const speck = (draw() + draw() + draw()) / 3 - 0.5;
      const cloud = soften(coarse, (x / SIDE) * 8, (y / SIDE) * 8) - 0.5;
      const value = speck * 0.62 + cloud * 0.3;
      const at = (y * SIDE + x) * 4;
      const dark = value < 0;
      pixels.data[at] = dark ? 58 : 255;
      pixels.data[at + 1] = dark ? 26 : 238;
      pixels.data[at + 2] = dark ? 10 : 205;
      pixels.data[at + 3] = Math.min(255, Math.abs(value) * (dark ? 190 : 120));
    }
  }
  context.putImageData(pixels, 0, 0);
  grain = canvas;
  return canvas;
}

/** Smooth value noise on a grid of 8 × 8 that wraps. */
function soften(grid: Float32Array, x: number, y: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = ease(x - x0);
  const fy = ease(y - y0);
  const at = (i: number, j: number): number => grid[(j & 7) * 8 + (i & 7)] ?? 0;
  const top = at(x0, y0) + (at(x0 + 1, y0) - at(x0, y0)) * fx;
  const low = at(x0, y0 + 1) + (at(x0 + 1, y0 + 1) - at(x0, y0 + 1)) * fx;
  return top + (low - top) * fy;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
