/** The files of a new, empty database: copying them takes a fifth of a second, making them several. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { fillInChild } from '../../src/server/database/embedded/new-folder.ts';
import { ROOT } from './build-once.ts';

const FOLDER = join(ROOT, '.cache', 'database');

/** The folder of the template of this version of PGlite; undefined when none was made. */
export function findTemplate(): string | undefined {
  const folder = nameTemplate();
  return existsSync(folder) ? folder : undefined;
}

/** Makes the template unless it is there; some seconds, and half a gigabyte of a child's memory while it lasts. */
export async function makeTemplate(): Promise<void> {
  const folder = nameTemplate();
  if (existsSync(folder)) return;
  const unfinished = `${folder}.${process.pid}`;
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await fillInChild(unfinished);
  await rename(unfinished, folder);
}

/** Files of one version of PGlite are for that version; `package.json` pins it. */
function nameTemplate(): string {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return join(FOLDER, `new-${dependencies['@electric-sql/pglite']}`);
}
