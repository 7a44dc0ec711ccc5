import { createRequire } from 'node:module';

import type jsQR from 'jsqr';

// The package's types say that it is a module; Node gets its CommonJS file.
const { default: decode } = createRequire(import.meta.url)('jsqr') as { default: typeof jsQR };

/** What a camera reads: the text of the QR code in a picture of RGBA pixels, or null. */
export function readQr(pixels: Uint8ClampedArray, width: number, height: number): string | null {
  return decode(pixels, width, height)?.data ?? null;
}
