import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything a build is made of; what is built from it (`assets/built`) is left out. */
const SOURCES = [
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'src',
  'levels',
  'assets',
  'public',
  'scripts/art',
  'scripts/bake.ts',
  'scripts/build',
  'scripts/fonts',
];
const NOT_SOURCES = new Set([join('assets', 'built'), join('src', 'server')]);

/** A fingerprint of every source's path and content, so that a build knows whether it is still current. */
export async function digestSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await listSources(root)).toSorted()) {
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(await readFile(join(root, path)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

/** When the youngest of the sources was changed, in milliseconds since 1970. */
export async function findYoungestSource(root: string): Promise<number> {
  const ages = await Promise.all((await listSources(root)).map(async (path) => (await stat(join(root, path))).mtimeMs));
  return Math.max(0, ...ages);
}

async function listSources(root: string): Promise<string[]> {
  const lists = await Promise.all(SOURCES.map((path) => listFiles(root, path)));
  return lists.flat();
}

async function listFiles(root: string, path: string): Promise<string[]> {
  if (NOT_SOURCES.has(path)) return [];
  try {
    const entries = await readdir(join(root, path), { withFileTypes: true });
    const lists = await Promise.all(
      entries
        .filter((entry) => !entry.name.startsWith('.'))
        .map(async (entry) => {
          const below = join(path, entry.name);
          return entry.isDirectory() ? listFiles(root, below) : [below];
        }),
    );
    return lists.flat();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
