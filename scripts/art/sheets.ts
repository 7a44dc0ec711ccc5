import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './palette.ts';

/** An entry of `assets/sheets.json`. */
export interface SheetSource {
  /** of the files, and of the texture */
  readonly name: string;
  /** folders of `assets/sets` */
  readonly sets: readonly string[];
  /** folders of `assets/puppets`; a piece that two of them wear is one frame */
  readonly puppets?: readonly string[];
  /** whether the small birds are baked too, moment by moment */
  readonly flock?: boolean;
  /** pixels across; the height follows */
  readonly width: number;
  /** of the AVIF, 0 to 100, which nearly every browser takes */
  readonly avifQuality: number;
  /** of the WebP, 0 to 100, for the others */
  readonly quality: number;
  /** of the WebP's alpha, 0 to 100; few levels do for cut edges, glows and mists need more. 20 if it is not told */
  readonly alphaQuality?: number;
}

/** The sheets that are built. */
export function readSheets(): readonly SheetSource[] {
  return JSON.parse(readFileSync(join(ROOT, 'assets/sheets.json'), 'utf8')) as readonly SheetSource[];
}
