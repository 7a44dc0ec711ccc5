/**
 * Do the acts' claims hold?   npm run claims -- [--act ID] [--seeds N] [--json]
 *
 * Prints each claim's sentence, whether it holds, the estimate with its 99 % bound, the runs and their seconds; then the
 * act's tables, if it has any (not with --json). For the tables a fifth of the seeds is played at each value.
 * Ends with 1 if a claim fails.
 */
import './content/plain-faults.ts';
import { readOptions, refuseOption } from './options/read-options.ts';
import { listActs, loadClaims, loadSweeps, readActFile } from './bots/content.ts';
import { judgeClaims } from './bots/judge-claims.ts';
import { BotPool } from './bots/pool.ts';
import { describeSweep } from './bots/sweeps.ts';

const { values: options } = readOptions({
  options: {
    act: { type: 'string' },
    seeds: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});
const seeds = Number(options.seeds);
if (!Number.isInteger(seeds) || seeds < 2) refuseOption('--seeds must be a whole number from 2 up');

const began = performance.now();
const rows: Record<string, unknown>[] = [];
const pool = new BotPool();
for (const act of options.act === undefined ? listActs() : [options.act]) {
  const { parameters } = readActFile(act);
  for (const { claim, finding, runs, seconds } of await judgeClaims(
    pool,
    act,
    await loadClaims(act),
    parameters,
    seeds,
  )) {
    const { holds, estimate, lower, upper, threshold, share } = finding;
    rows.push({
      act,
      claim: claim.sentence,
      holds,
      estimate,
      lower,
      upper,
      runs,
      seconds: Math.round(seconds * 100) / 100,
    });
    if (options.json) continue;
    const show = (value: number): string => value.toFixed(2);
    console.log(`${holds ? 'holds' : 'FAILS'}  ${act}: ${claim.sentence}`);
    console.log(`       ${show(estimate)} ${claim.measure}`);
    console.log(`       99 % bound ${show(lower)} to ${show(upper)}, needed: more than ${show(threshold)}`);
    console.log(`       true of ${(share * 100).toFixed(1)} % of the seeds; ${runs} runs in ${show(seconds)} s\n`);
  }
  if (options.json) continue;
  for (const sweep of await loadSweeps(act))
    console.log(`${await describeSweep(pool, act, sweep, parameters, Math.max(2, Math.ceil(seeds / 5)))}\n`);
}
await pool.close();
if (options.json) console.log(JSON.stringify(rows, undefined, 2));
else console.log(`${seeds} seeds, ${((performance.now() - began) / 1000).toFixed(1)} s in all`);
if (rows.some((row) => row['holds'] !== true)) process.exitCode = 1;
