import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { Database } from '../database.ts';
import { writeLine } from './backup-file.ts';
import { dump } from './dump.ts';

/** Lines are handed on in pieces of about this many characters. */
const PIECE = 64 * 1024;

/**
 * Writes a backup. The file appears under its name only when it is complete and on the disk; one that was there is
 * replaced in the same step. Only its owner may read it.
 *
 * @returns rows and bytes written
 */
export async function writeBackup(
  database: Pick<Database, 'db'>,
  file: string,
  now: Date,
): Promise<{ readonly rows: number; readonly bytes: number }> {
  const unfinished = `${file}.unfinished-${process.pid}`;
  const handle = await open(unfinished, 'wx', 0o600);
  const gzip = createGzip();
  const disk = handle.createWriteStream({ flush: true });
  try {
    const written = finished(gzip.pipe(disk));
    // Awaited below; a failure before that must not end the process.
    written.catch(() => {});
    const hash = createHash('sha256');
    let piece = '';
    const pass = async (): Promise<void> => {
      const text = piece;
      piece = '';
      hash.update(text);
      if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written]);
    };
    const rows = await dump(database.db, now, async (line) => {
      piece += writeLine(line);
      if (piece.length >= PIECE) await pass();
    });
    await pass();
    gzip.end(writeLine({ rows, sha256: hash.digest('hex') }));
    await written;
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    return { rows, bytes: disk.bytesWritten };
  } catch (error) {
    gzip.destroy();
    disk.destroy();
    await once(disk, 'close');
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** So that the new name survives a loss of power. Windows cannot open a folder; its file system keeps names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
