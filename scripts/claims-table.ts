/**
 * Writes into docs/acts/<act>.md what the claims came to, and where each stops holding as each workshop slider moves;
 * and the same limits as data into levels/<act>/limits.json.
 *
 *   npx tsx scripts/claims-table.ts [--act ID] [--seeds N] [--figures N]
 *
 * `--seeds` (400) is for each value of each slider, `--figures` (10000) for the act's own parameters, and a fifth of it for each
 * value of a sweep.
 */
import './content/plain-faults.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './options/read-options.ts';
import type { Claim } from '../src/kernel/claim.ts';
import { type ActFile, type Slider, valuesOf } from '../src/kernel/content/act-file.ts';
import { listActs, loadAct, loadClaims, loadSweeps, readActFile, ROOT } from './bots/content.ts';
import { judgeClaims, type Judged } from './bots/judge-claims.ts';
import { BotPool } from './bots/pool.ts';
import {
  beginPage,
  checkBlocks,
  describeFigures,
  describeLimits,
  replaceBlock,
  type Limits,
  type Row,
} from './bots/limits.ts';
import { describeSweep } from './bots/sweeps.ts';

const { values: options } = readOptions({
  options: {
    act: { type: 'string' },
    seeds: { type: 'string', default: '400' },
    figures: { type: 'string', default: '10000' },
  },
});

async function sweep(
  pool: BotPool,
  act: string,
  claims: readonly Claim[],
  file: ActFile,
  slider: Slider,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const value of valuesOf(slider)) {
    const parameters = { ...file.parameters, [slider.parameter]: value };
    const judged = await judgeClaims(pool, act, claims, parameters, Number(options.seeds));
    rows.push({ parameter: slider.parameter, value, holds: holdsOf(judged), estimates: estimatesOf(judged) });
    console.log(`${act}: ${slider.parameter} ${value}`);
  }
  return rows;
}

function holdsOf(judged: readonly Judged[]): Record<string, boolean> {
  return Object.fromEntries(judged.map(({ claim, finding }) => [claim.id, finding.holds]));
}

function estimatesOf(judged: readonly Judged[]): Record<string, number> {
  return Object.fromEntries(judged.map(({ claim, finding }) => [claim.id, Math.round(finding.estimate * 100) / 100]));
}

const pool = new BotPool();
for (const id of options.act === undefined ? listActs() : [options.act]) {
  const file = readActFile(id);
  const claims = await loadClaims(id);
  const { act } = await loadAct(id);
  const sweeps = await loadSweeps(id);
  // Before the minutes of playing: a page without room for a table would be found only after them.
  const page = join('docs', 'acts', `${id}.md`);
  const blocks = ['figures', 'kiosk', 'limits', ...sweeps.map((each) => `sweep-${each.id}`)];
  if (!existsSync(join(ROOT, page))) writeFileSync(join(ROOT, page), beginPage(id, blocks));
  checkBlocks(page, readFileSync(join(ROOT, page), 'utf8'), blocks);
  const rows: Row[] = [];
  for (const slider of file.workshop) rows.push(...(await sweep(pool, id, claims, file, slider)));
  const limits: Limits = { rules: act.version, parameters: file.parameters, seeds: Number(options.seeds), rows };
  writeFileSync(join(ROOT, 'levels', id, 'limits.json'), `${JSON.stringify(limits, undefined, 2)}\n`);

  const figures = await judgeClaims(pool, id, claims, file.parameters, Number(options.figures));
  const kiosk = await judgeClaims(pool, id, claims, { ...file.parameters, ...file.kiosk }, Number(options.seeds));
  for (const { where, judged } of [
    { where: "at the act's own parameters", judged: figures },
    { where: 'in the kiosk cut', judged: kiosk },
  ])
    for (const { claim, finding } of judged)
      if (!finding.holds) console.log(`${id}: does not hold ${where}: ${claim.sentence}`);
  const tables: Record<string, string> = {
    figures: describeFigures(figures, Number(options.figures)),
    kiosk: describeFigures(kiosk, Number(options.seeds)),
    limits: describeLimits(limits, claims, file.workshop),
  };
  for (const each of sweeps)
    tables[`sweep-${each.id}`] = await describeSweep(
      pool,
      id,
      each,
      file.parameters,
      Math.ceil(Number(options.figures) / 5),
    );
  let text = readFileSync(join(ROOT, page), 'utf8');
  for (const [block, table] of Object.entries(tables)) text = replaceBlock(text, block, table);
  writeFileSync(join(ROOT, page), text);
}
await pool.close();
