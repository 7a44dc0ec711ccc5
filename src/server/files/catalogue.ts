import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { mediaTypeOf } from './media-types.ts';

/** The codings that the build makes beforehand, best first: name in HTTP, end of the copy's name. */
export const CODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export type CodingName = (typeof CODINGS)[number]['name'];

/** One file of the build, as it is sent. */
export interface ServedFile {
  readonly type: string;
  /** Strong validator of the uncompressed bytes, with quotes; each coding has its own, made from this one. */
  readonly etag: string;
  /** The name carries a hash of the content, so a browser may keep it for good. */
  readonly hashed: boolean;
  readonly bytes: Buffer;
  /** Copies that were compressed by the build, by coding. */
  readonly coded: Readonly<Partial<Record<CodingName, Buffer>>>;
}

/** Every file that may be sent, by its path in the address (`/assets/app-1a2b3c4d.js`). */
export type Catalogue = ReadonlyMap<string, ServedFile>;

/** What Vite names its output: a dash and eight or more characters of a hash before the ends of the name. */
const HASHED_NAME = /-[A-Za-z0-9_-]{8,}\.[a-z0-9.]+$/;

/**
 * Reads a whole build into memory. Only what was there at the start is ever sent: an address can therefore not reach
 * outside the folder however it is written, and a build that is replaced underneath does not show half of it.
 *
 * @throws when the folder cannot be read
 */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const known = new Set(paths);
  const catalogue = new Map<string, ServedFile>();
  for (const path of paths.toSorted()) {
    const inFolder = relative(folder, path).split(sep);
    if (inFolder.some((part) => part.startsWith('.')) || isCopy(path, known)) continue;
    catalogue.set(`/${inFolder.join('/')}`, await readServedFile(path, inFolder, known));
  }
  return catalogue;
}

function isCopy(path: string, known: ReadonlySet<string>): boolean {
  return CODINGS.some(({ suffix }) => path.endsWith(suffix) && known.has(path.slice(0, -suffix.length)));
}

async function readServedFile(
  path: string,
  inFolder: readonly string[],
  known: ReadonlySet<string>,
): Promise<ServedFile> {
  const bytes = await readFile(path);
  const coded: Partial<Record<CodingName, Buffer>> = {};
  for (const { name, suffix } of CODINGS) if (known.has(path + suffix)) coded[name] = await readFile(path + suffix);
  return {
    type: mediaTypeOf(path),
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    hashed: inFolder[0] === 'assets' && HASHED_NAME.test(path),
    bytes,
    coded,
  };
}
