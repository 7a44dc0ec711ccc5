/** Typing the commands on the database, and looking at what they did. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { Place } from '../../../src/server/database/database.ts';
import { openDatabase } from '../../../src/server/database/open-database.ts';
import { makeUuid } from '../../../src/server/database/uuid.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TEAM = makeUuid(new Date('2026-11-22T12:00:00Z'));

/** A folder that is gone after the test. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'commands-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs `npm run <command> -- <given>` without npm, which would only be slower. */
export function run(command: string, given: readonly string[], env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { DATABASE_URL: _, DATA_DIR: __, ...environment } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', `${command}.ts`), ...given], {
      env: { ...environment, ...env },
    });
    let said = '';
    for (const out of [child.stdout, child.stderr]) out.on('data', (part: Buffer) => (said += part.toString()));
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, said }));
  });
}

/** Puts one team into a database. */
export async function addTeam(place: Place, name: string): Promise<void> {
  const database = await openDatabase(place);
  await database.db.insertInto('team').values({ id: TEAM, name }).execute();
  await database.close();
}

export async function readTeams(place: Place): Promise<readonly string[]> {
  const database = await openDatabase(place);
  const teams = await database.db.selectFrom('team').select('name').execute();
  await database.close();
  return teams.map(({ name }) => name);
}
