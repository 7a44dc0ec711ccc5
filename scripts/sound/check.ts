import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltFile, Format, SoundManifest } from '../../src/sound/manifest.ts';
import { BUILT, HOUSE, MANIFEST, MOST_BYTES, recipesHash, sha256 } from './places.ts';

const REBUILD = 'Run `npx tsx scripts/sound/build.ts` (it needs ffmpeg) and commit assets/sound/built/.';

/** Files of one pack or of all: the sprite of the effects first, then the layers. */
export const filesOf = (manifest: SoundManifest, format: Format, pack?: string): BuiltFile[] => [
  ...Object.entries(manifest.effects)
    .filter(([name]) => pack === undefined || name === pack)
    .map(([, sprite]) => sprite.files[format]),
  ...Object.values(manifest.loops)
    .filter((loop) => pack === undefined || loop.pack === pack)
    .map((loop) => loop.files[format]),
];

/** Bytes that one loads who plays this act first: the house's pack and the act's, every layer of both. */
export function firstLoadOf(manifest: SoundManifest, act: string, format: Format): number {
  const files = [...filesOf(manifest, format, HOUSE), ...filesOf(manifest, format, act)];
  return files.reduce((sum, file) => sum + file.bytes, 0);
}

export const actsOf = (manifest: SoundManifest): string[] =>
  Object.keys(manifest.effects).filter((pack) => pack !== HOUSE);

function readManifest(): SoundManifest {
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
    for (const act of actsOf(manifest)) {
      const bytes = firstLoadOf(manifest, act, format);
      if (bytes > MOST_BYTES)
        complaints.push(
          `The ${format} files of the house and of ${act} are ${bytes} bytes; ${MOST_BYTES} are allowed. ` +
            'Shorten a sound or lower a rate.',
        );
    }
  }
  return complaints;
}
