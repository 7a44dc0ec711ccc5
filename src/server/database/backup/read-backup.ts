import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { DatabaseTrouble } from '../database.ts';
import { type Head, type Line, readLine } from './backup-file.ts';

/**
 * Gives the lines of a backup. The last one is given only when the file is whole: all rows there, none changed.
 *
 * @throws DatabaseTrouble when the file is not there, is no backup, or is damaged
 */
export async function* readBackup(file: string): AsyncGenerator<Line> {
  const hash = createHash('sha256');
  let rows = 0;
  let isFirst = true;
  let isEnded = false;
  try {
    for await (const text of readLines(file)) {
      if (isEnded) throw new SyntaxError('something follows the end');
      const line = readLine(text);
      if (isFirst !== (line.kind === 'head')) throw new SyntaxError('the head is not where it belongs');
      isFirst = false;
      if (line.kind === 'row') rows += 1;
      if (line.kind === 'end') {
        isEnded = true;
        if (line.end.rows !== rows || line.end.sha256 !== hash.digest('hex')) throw new SyntaxError('the sum is wrong');
      } else hash.update(`${text}\n`);
      yield line;
    }
    if (!isEnded) throw new SyntaxError('the end is missing');
  } catch (error) {
    throw explain(error, file);
  }
}

/** Reads the whole file once, and gives what its head says. @throws DatabaseTrouble as `readBackup` */
export async function checkBackup(file: string): Promise<Head> {
  let head: Head | undefined;
  for await (const line of readBackup(file)) if (line.kind === 'head') head = line.head;
  if (head === undefined) throw new DatabaseTrouble(`${file} is empty.`);
  return head;
}

async function* readLines(file: string): AsyncGenerator<string> {
  const plain = new PassThrough();
  const unpacked = pipeline(createReadStream(file), createGunzip(), plain);
  // The reader below ends early when this fails; the reason is awaited after it.
  unpacked.catch(() => {});
  const lines = createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    yield* lines;
    await unpacked;
  } finally {
    lines.close();
    plain.destroy();
  }
}

function explain(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT') return new DatabaseTrouble(`There is no file ${file}.`, error);
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new DatabaseTrouble(`${file} is damaged, or is no backup (${code}).`, error);
  if (error instanceof SyntaxError)
    return new DatabaseTrouble(`${file} is damaged, or is no backup: ${error.message}.`, error);
  return error;
}
