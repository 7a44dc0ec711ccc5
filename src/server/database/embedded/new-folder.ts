/**
 * Makes the files of a new, empty database. Making them takes PostgreSQL some seconds and half a gigabyte, so it is not
 * done in the server's process: they are copied from a template of the build, or made by a child process.
 */
import { fork } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { chmod, cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { DatabaseTrouble } from '../database.ts';

/** Every folder of PostgreSQL's files has it. */
const VERSION_FILE = 'PG_VERSION';

/**
 * Makes a new database in `folder` unless there is one. A crash in between leaves nothing that looks like one.
 *
 * @param template folder of a new database's files, if the build has made one
 * @throws DatabaseTrouble when it cannot be made, with the words of whatever failed
 */
export async function makeNewFolder(folder: string, template: string | undefined): Promise<void> {
  if (existsSync(join(folder, VERSION_FILE))) return;
  const parent = join(folder, '..');
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (template !== undefined && existsSync(join(template, VERSION_FILE))) await copyTemplate(template, unfinished);
  else await fillInChild(unfinished);
  await syncAll(unfinished);
  // An empty folder may stand there (a mounted volume's parent is made by hand); rename takes its place.
  await rename(unfinished, folder);
  await syncFolder(parent);
}

async function copyTemplate(template: string, folder: string): Promise<void> {
  // File systems that can, share the blocks until one of both is written.
  await cp(template, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await chmod(folder, 0o700);
}

/** Has a child process make the files. @throws DatabaseTrouble with the child's last words */
export function fillInChild(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('new-folder-child.mjs', import.meta.url), [folder], {
      // Compiled once: see `thread-session.ts`.
      execArgv: ['--liftoff-only'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-2000);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new DatabaseTrouble(
            `A new database could not be made in ${folder} (${signal ?? code}). Is the disk full? ${said.trim()}`,
          ),
        );
    });
  });
}

/** What was made is on the disk before it gets its name. */
async function syncAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isDirectory() ? syncFolder(path) : syncPath(path, 'r+');
    }),
  );
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its file system keeps names by itself.
  if (process.platform !== 'win32') await syncPath(path, 'r');
}

async function syncPath(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
