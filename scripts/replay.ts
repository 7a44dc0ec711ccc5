/**
 * What did this run come to?   npm run replay -- FILE
 *
 * Plays a replay file again and prints the outcome and the last fingerprint. Ends with 1, and a reason, for a file that
 * cannot be read, breaks the rules, or says something else than the run really gives.
 */
import { readFileSync } from 'node:fs';
import { BadInput } from '../src/kernel/act.ts';
import { parseReplay, verifyReplay } from '../src/kernel/replay.ts';
import { listActs, loadAct } from './bots/content.ts';

async function main(path: string | undefined): Promise<void> {
  if (path === undefined) throw new BadInput('usage', 'npm run replay -- FILE');
  const value = readJson(path);
  const id = (value as { act?: unknown } | null)?.act;
  if (typeof id !== 'string' || !listActs().includes(id))
    throw new BadInput('replay.act', `names no act; there are: ${listActs().join(', ')}`);
  const { act } = await loadAct(id);
  const replay = parseReplay(value, act);
  const { ok, outcome, hash, driftAtTick } = verifyReplay(act, replay);
  console.log(`act      ${act.id}, rules ${act.version}, seed ${replay.seed}, ${replay.ticks} ticks`);
  console.log(`outcome  ${outcome.score}, by round: ${outcome.series.join(' ')}`);
  console.log(`hash     ${hash}`);
  if (ok) return;
  throw driftAtTick === undefined
    ? new BadInput('replay.outcome', `says ${replay.outcome?.score}; the run came to ${outcome.score}`)
    : new BadInput('replay.hashes', `do not fit the run from some tick after ${driftAtTick} on`);
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new BadInput(path, `cannot be read (${(error as { code?: string }).code ?? String(error)})`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput(path, 'is no JSON');
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  console.error(`This replay is not valid. ${error.message}`);
  process.exitCode = 1;
}
