/**
 * Backups of an embedded database whose server is at work. The database belongs to the server's process, so that one
 * writes the backup when another asks for it: by a file in the data folder, where nobody can write but whoever runs the
 * server (and which several containers may share). The answer is a file too.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import { type Database, DatabaseTrouble } from '../database.ts';
import { writeBackup } from './write-backup.ts';

/** Below the data folder. */
const FOLDER = 'backups-wanted';
/** What lies there for longer was left by somebody who did not wait, and is deleted. */
const LEFT_MS = 60 * 60 * 1000;
const WANTED = /^([0-9a-f-]{36})\.wanted$/;
/** How often the server looks, in milliseconds, and how often whoever waits does. */
const LOOK_MS = 1000;
/** A server that has not taken a wish up by then is none, or an older one. */
const TAKEN_UP_MS = 15_000;

const DoneSchema = v.union([
  v.strictObject({ rows: v.number(), bytes: v.number() }),
  v.strictObject({ fault: v.string() }),
]);

export interface Writing {
  readonly database: Pick<Database, 'db'>;
  readonly now: () => Date;
  /** Hears what could not be done. */
  readonly onFault: (error: unknown) => void;
  readonly lookMs?: number;
}

/** Writes what is wanted, one after the other, until it is told to stop; then it waits for the one under way. */
export function startWriting(dataFolder: string, writing: Writing): () => Promise<void> {
  const { onFault, lookMs = LOOK_MS } = writing;
  const folder = join(dataFolder, FOLDER);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const goOn = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      working = writeWanted(folder, writing).catch(onFault).finally(goOn);
    }, lookMs);
    timer.unref();
  };
  goOn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await working;
  };
}

async function writeWanted(folder: string, { database, now, onFault }: Writing): Promise<void> {
  const begun: string[] = [];
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const file = join(folder, name);
    const id = WANTED.exec(name)?.[1];
    if (await isLeft(file)) await rm(file, { force: true });
    // All are taken up before the first is written, so that nobody gives up behind a long one. In one step each: it is done
    // once, and one that has gone meanwhile was given up.
    else if (id !== undefined && (await moved(file, join(folder, `${id}.begun`)))) begun.push(id);
  }
  for (const id of begun) {
    const at = (ending: string): string => join(folder, `${id}.${ending}`);
    let done: v.InferInput<typeof DoneSchema>;
    try {
      done = await writeBackup(database, at('backup'), now());
    } catch (error) {
      onFault(error);
      done = { fault: error instanceof Error ? error.message : String(error) };
    }
    await writeFile(at('unfinished'), JSON.stringify(done), { mode: 0o600 });
    await rename(at('unfinished'), at('done'));
  }
}

async function isLeft(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > LEFT_MS;
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

export interface Asking {
  readonly takenUpMs?: number;
  readonly lookMs?: number;
}

/**
 * Has the server that works on a data folder write a backup.
 *
 * @param take is given the finished file, which is gone afterwards
 * @returns rows and bytes
 * @throws DatabaseTrouble when no server takes it up, or it could not be written
 */
export async function askForBackup(
  dataFolder: string,
  take: (file: string) => Promise<void>,
  { takenUpMs = TAKEN_UP_MS, lookMs = LOOK_MS / 4 }: Asking = {},
): Promise<{ readonly rows: number; readonly bytes: number }> {
  const folder = join(dataFolder, FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const id = randomUUID();
  const at = (ending: string): string => join(folder, `${id}.${ending}`);
  try {
    await writeFile(at('wanted'), '', { mode: 0o600, flag: 'wx' });
    const until = performance.now() + takenUpMs;
    for (;;) {
      const done = await readDone(at('done'));
      if (done !== undefined) {
        if ('fault' in done) throw new DatabaseTrouble(`The server could not write the backup: ${done.fault}`);
        await take(at('backup'));
        return done;
      }
      // Given up in one step too: either it is ours again, or the server has begun and is waited for.
      if (performance.now() > until && (await moved(at('wanted'), at('given-up'))))
        throw new DatabaseTrouble(
          `The data folder ${dataFolder} is in use, but its server writes no backup: it may be another program or an ` +
            'older version. Stop it, and try again.',
        );
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  } finally {
    for (const ending of ['wanted', 'begun', 'given-up', 'done', 'backup']) await rm(at(ending), { force: true });
  }
}

async function readDone(file: string): Promise<v.InferOutput<typeof DoneSchema> | undefined> {
  try {
    return v.parse(DoneSchema, JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
