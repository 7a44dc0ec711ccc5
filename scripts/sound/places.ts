import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const RECIPES = join(ROOT, 'assets/sound');
export const BUILT = join(RECIPES, 'built');
export const MANIFEST = join(BUILT, 'manifest.json');

/** The pack that is fetched with the first gesture; every other one has the name of its act. */
export const HOUSE = 'house';

/** What decides the built files beside the recipes: how they are laid out and how they are encoded. */
const BUILDERS = ['scripts/sound/sprite.ts', 'scripts/sound/encode.ts'];

/**
 * In no format may the house's pack and one act's be larger than this together, with all their layers: it is what the
 * sound costs one who comes for the first time and plays that act, and it must not be heavier than the act's pictures.
 */
export const MOST_BYTES = 600_000;

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Paths of every recipe source, from the root, sorted, with forward slashes on every system. */
function recipeSources(): string[] {
  const recipes = readdirSync(RECIPES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return [...recipes, ...BUILDERS].toSorted();
}

/** One hash over all sources. Line ends are made alike first, for a checkout on Windows may change them. */
export function recipesHash(): string {
  const lines = recipeSources().map(
    (path) => `${path} ${sha256(readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n'))}`,
  );
  return sha256(lines.join('\n'));
}
