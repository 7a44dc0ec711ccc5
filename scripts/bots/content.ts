/** Reads an act and its data from the disk: what scripts and tests play with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ActRules } from '../../src/kernel/act-rules.ts';
import type { ActClaims, Claim, Sweep } from '../../src/kernel/claim.ts';
import { type ActFile, parseActFile } from '../../src/kernel/content/act-file.ts';
import { parseFile } from '../content/parse-file.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Ids of the acts that have rules, in alphabetical order. */
export function listActs(): readonly string[] {
  return readdirSync(join(ROOT, 'src/acts'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export async function loadAct(id: string): Promise<ActRules> {
  return (await importRules(id, 'index')) as ActRules;
}

export async function loadClaims(id: string): Promise<readonly Claim[]> {
  return ((await importRules(id, 'claims')) as ActClaims).claims;
}

/** The tables that an act has beside its claims; most have none. */
export async function loadSweeps(id: string): Promise<readonly Sweep[]> {
  return ((await importRules(id, 'claims')) as ActClaims).sweeps ?? [];
}

/** Reads and checks `levels/<act>/act.json`. Throws `BadInput`, `ContentError` or a file error. */
export function readActFile(id: string): ActFile {
  const file = `levels/${id}/act.json`;
  return parseActFile(file, parseFile(file, readFileSync(join(ROOT, file), 'utf8')));
}

async function importRules(id: string, part: string): Promise<unknown> {
  if (!listActs().includes(id)) throw new Error(`there is no act ${id}; there are: ${listActs().join(', ')}`);
  return import(pathToFileURL(join(ROOT, 'src/acts', id, 'rules', `${part}.ts`)).href);
}
