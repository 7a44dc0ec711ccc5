/** Finds acts by their folders, as the page does: nothing here names one. */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import type { ActRules } from '../../kernel/act-rules.ts';
import { type ActFile, parseActFile, parseCampaignFile } from '../../kernel/content/act-file.ts';

/** The project's folder, with `levels/` in it. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** Ids of the acts that have rules: those of the campaign in its order, then any others by name. */
export async function listActs(root = ROOT): Promise<readonly string[]> {
  const entries = await readdir(join(root, 'src/acts'), { withFileTypes: true });
  const found = new Set(entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name));
  const { acts } = parseCampaignFile('levels/campaign.json', await readJson(root, 'levels/campaign.json'));
  const inOrder = acts.filter((act) => found.has(act));
  return [...inOrder, ...[...found].filter((act) => !acts.includes(act)).toSorted()];
}

/** Rejects when there is no such act. `id` must be one that `listActs` gave: it becomes part of a path. */
export async function loadRules(id: string): Promise<ActRules> {
  return (await import(`../../acts/${id}/rules/index.ts`)) as ActRules;
}

/** Reads and checks `levels/<act>/act.json`. Rejects with `BadInput`, or when the file cannot be read. */
export async function readActFile(id: string, root = ROOT): Promise<ActFile> {
  const file = `levels/${id}/act.json`;
  return parseActFile(file, await readJson(root, file));
}

async function readJson(root: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, file), 'utf8')) as unknown;
}
