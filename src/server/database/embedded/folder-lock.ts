/**
 * A lock on the folder of the embedded database. PGlite has none: two processes on one folder destroy each other's rows
 * without an error (measured: 240 acknowledged rows gone).
 *
 * The lock is a file that its owner touches every two seconds. On one machine a second sign tells at once whether the
 * owner lives: a socket that the system takes away with its process, `kill -9` included. Where that sign cannot be
 * seen (another machine or container with the same folder), the file is watched: if nobody touches it for longer than
 * an owner ever pauses, the owner is gone. Only our own clock measures that, so clocks need not agree.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DatabaseTrouble, FolderInUse } from '../database.ts';
import { holdSign, type Sign } from './life-sign.ts';
import { type Owner, readOwner, thisOwner } from './lock-owner.ts';

export const LOCK_FILE = 'lock';
/** How often the owner touches the file. */
const TOUCH_MS = 2000;
/** A file untouched for so long has lost its owner: an owner may be held up, but not by that. */
const DEAD_MS = 15_000;
const LOOK_MS = 500;
/** Tries after which somebody else is always quicker. */
const MOST_TRIES = 5;

export interface FolderLock {
  /** Resolves when the lock is no longer ours: the database must not be written any more. */
  readonly lost: Promise<Error>;
  release(): Promise<void>;
}

export interface LockOptions {
  readonly touchMs?: number;
  readonly deadMs?: number;
}

/**
 * Takes the lock of a folder, which is made if it is missing. At once when it is free or its owner on this machine is
 * dead; after `deadMs` when its owner elsewhere shows no life.
 *
 * @throws DatabaseTrouble when somebody else has it
 */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  const { touchMs = TOUCH_MS, deadMs = DEAD_MS } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, LOCK_FILE);
  const sign = await holdSign(folder);
  if (sign === 'taken') throw inUse(folder, await readOwner(file));
  try {
    const me = thisOwner(randomUUID());
    await takeFile(file, me, { folder, deadMs });
    return keepTouching(file, me, sign, touchMs);
  } catch (error) {
    await sign.release();
    throw error;
  }
}

async function takeFile(
  file: string,
  me: Owner,
  { folder, deadMs }: { readonly folder: string; readonly deadMs: number },
): Promise<void> {
  const fresh = `${file}.${me.id}`;
  await writeFile(fresh, JSON.stringify(me), { mode: 0o600 });
  try {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (await linkIfFree(fresh, file)) return;
      const other = await readOwner(file);
      if (other === undefined) continue;
      // On this machine the sign was free, so the owner that the file names is dead.
      const isGone = other.place === me.place || (await staysUntouched(file, deadMs));
      if (!isGone) throw inUse(folder, other);
      await takeAway(file, other);
    }
    throw inUse(folder, await readOwner(file));
  } finally {
    await unlink(fresh).catch(() => {});
  }
}

/** Gives the written file its name, unless the name is taken: one step, so that nobody sees half of it. */
async function linkIfFree(fresh: string, file: string): Promise<boolean> {
  try {
    await link(fresh, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead owner's file away; if another one was quicker and it is theirs that was moved, it is put back. */
async function takeAway(file: string, dead: Owner): Promise<void> {
  const aside = `${file}.dead-${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readOwner(aside);
  if (moved !== undefined && moved.id !== dead.id) await linkIfFree(aside, file);
  await unlink(aside);
}

/** Watches the file for as long as an owner may pause. */
async function staysUntouched(file: string, deadMs: number): Promise<boolean> {
  const first = await touchedAt(file);
  const end = performance.now() + deadMs;
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(LOOK_MS, deadMs / 4)));
    if ((await touchedAt(file)) !== first) return false;
  }
  return true;
}

async function touchedAt(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.mtimeMs;
}

function keepTouching(file: string, me: Owner, sign: Sign, touchMs: number): FolderLock {
  let tellLost: (error: Error) => void = () => {};
  const lost = new Promise<Error>((resolve) => {
    tellLost = resolve;
  });
  let isHeld = true;
  const touch = async (): Promise<void> => {
    const owner = await readOwner(file);
    if (!isHeld) return;
    if (owner?.id === me.id) {
      const now = new Date();
      await utimes(file, now, now);
      return;
    }
    isHeld = false;
    clearInterval(timer);
    tellLost(
      new DatabaseTrouble(
        owner === undefined
          ? `The lock file ${file} was removed while the server was running.`
          : `Another process (${describe(owner)}) has taken the lock ${file}.`,
      ),
    );
  };
  const timer = setInterval(() => {
    // A disk that is full for a moment does not take the lock away; whoever does, is seen at the next touch.
    touch().catch(() => {});
  }, touchMs);
  timer.unref();
  return {
    lost,
    async release() {
      clearInterval(timer);
      const wasHeld = isHeld;
      isHeld = false;
      if (wasHeld && (await readOwner(file))?.id === me.id) await unlink(file).catch(() => {});
      await sign.release();
    },
  };
}

function inUse(folder: string, owner: Owner | undefined): FolderInUse {
  const who = owner === undefined ? 'another process' : describe(owner);
  return new FolderInUse(
    `The data folder ${folder} is in use by ${who}. Two servers on one folder would destroy its data. ` +
      'Stop the other server, or give this one a folder of its own with DATA_DIR=…',
  );
}

function describe({ pid, host, since }: Owner): string {
  return `process ${pid} on ${host}, since ${since}`;
}
