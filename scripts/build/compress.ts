/** Puts a Brotli and a gzip twin beside every text-like file, so that the server never compresses while it serves. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT_LIKE = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest', '.map']);
/** A twin that saves less than this many bytes costs more in a request than it gives. */
const LEAST_SAVED = 128;

/** Compresses what is in a folder, at any depth. Pictures, fonts and sound are compressed already. */
export async function compress(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT_LIKE.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(files.map(writeTwins));
}

async function writeTwins(file: string): Promise<void> {
  const raw = readFileSync(file);
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(raw, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
      },
    }),
    promisify(gzip)(raw, { level: 9 }),
  ]);
  if (raw.length - brotli.length >= LEAST_SAVED) writeFileSync(`${file}.br`, brotli);
  if (raw.length - zipped.length >= LEAST_SAVED) writeFileSync(`${file}.gz`, zipped);
}
