import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltFile, Format, SoundManifest } from '../../src/sound/manifest.ts';
import { BUILT, MANIFEST, MOST_BYTES, recipesHash, sha256 } from './places.ts';

const REBUILD = 'Run `npx tsx scripts/sound/build.ts` (it needs ffmpeg) and commit assets/sound/built/.';

export const filesOf = (manifest: SoundManifest, format: Format): BuiltFile[] => [
  ...Object.values(manifest.effects).map((sprite) => sprite.files[format]),
  ...Object.values(manifest.loops).map((loop) => loop.files[format]),
];

export function readManifest(): SoundManifest {
  return JSON.parse(readFileSync(MANIFEST, 'utf8')) as SoundManifest;
}

/** What is wrong with the built files, in words; nothing when they are what the recipes say. Needs no encoder. */
export function whatIsStale(): string[] {
  if (!existsSync(MANIFEST)) return [`There is no ${MANIFEST}. ${REBUILD}`];
  const manifest = readManifest();
  const complaints: string[] = [];
  if (manifest.recipes !== recipesHash())
    complaints.push(`A sound recipe has changed since the sound was built. ${REBUILD}`);
  for (const format of ['webm', 'm4a'] as const) {
    const files = filesOf(manifest, format);
    for (const file of files) {
      const path = join(BUILT, file.name);
      if (!existsSync(path)) complaints.push(`${file.name} is missing. ${REBUILD}`);
      else if (sha256(readFileSync(path)) !== file.sha256)
        complaints.push(`${file.name} is not the file that was built. ${REBUILD}`);
    }
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (bytes > MOST_BYTES)
      complaints.push(
        `The ${format} files are ${bytes} bytes in all; ${MOST_BYTES} are allowed. Shorten a sound or lower a rate.`,
      );
  }
  return complaints;
}
