/**
 * Plays the reveal's thousand runs of each strategy, with the act's own rules and parameters, and writes their bands to
 * assets/built/reveal/<act>.json. Keeps a file whose rules and parameters have not changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActRules } from '../src/kernel/act-rules.ts';
import type { Outcome } from '../src/kernel/act.ts';
import type { ActFile } from '../src/kernel/content/act-file.ts';
import { readLine } from '../src/kernel/lines.ts';
import { BAND_SHARES, quantilesOf } from '../src/kernel/statistics/index.ts';
import { listActs, loadAct, readActFile, ROOT } from './bots/content.ts';
import { BotPool } from './bots/pool.ts';

const RUNS = 1000;
/** Runs that a player may watch, for each strategy: those that come closest to its median. */
const SAMPLES = 3;
const OUT = join(ROOT, 'assets/built/reveal');

function digestOf(act: string): string {
  const hash = createHash('sha256');
  for (const folder of [`src/acts/${act}/rules`, 'src/kernel']) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.ts'),
    );
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(ROOT, folder, file)));
  }
  hash.update(readFileSync(join(ROOT, 'levels', act, 'act.json')));
  return hash
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 16);
}

/** Seeds of the runs whose last round comes closest to the median, the first of equals first. */
function pickSamples(outcomes: readonly Outcome[]): readonly number[] {
  const [median] = quantilesOf(
    outcomes.map(({ score }) => score),
    [0.5],
  );
  return outcomes
    .map(({ score }, i) => ({ seed: i + 1, distance: Math.abs(score - (median ?? 0)) }))
    .sort((a, b) => a.distance - b.distance || a.seed - b.seed)
    .slice(0, SAMPLES)
    .map(({ seed }) => seed);
}

/** By round: quantiles of one figure over all runs. */
function bandsOf(all: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return (all[0] ?? []).map((_, round) =>
    quantilesOf(
      all.map((values) => values[round] ?? 0),
      BAND_SHARES,
    ).map((value) => Math.round(value * 100) / 100),
  );
}

async function bake(
  pool: BotPool,
  id: string,
  rules: ActRules,
  { parameters, lines: names }: ActFile,
): Promise<object> {
  const bots = [...new Set([...rules.strategies.map(({ bot }) => bot), ...rules.betStrategies])];
  const runs: Record<string, readonly Outcome[]> = {};
  const play = async (bot: string): Promise<void> => {
    runs[bot] = (await pool.play({ act: id, bot, parameters, firstSeed: 1, count: RUNS })).outcomes;
  };
  await Promise.all(bots.map(play));
  const strategies = rules.strategies.map(({ bot }) => {
    const outcomes = runs[bot] ?? [];
    const rounds = bandsOf(outcomes.map(({ series }) => series));
    const lines = names?.map((name) => [name, bandsOf(outcomes.map((outcome) => readLine(outcome, name)))] as const);
    return { bot, rounds, ...(lines && { lines: Object.fromEntries(lines) }), samples: pickSamples(outcomes) };
  });
  const bets: Record<string, number> = {};
  for (let i = 0; i < RUNS; i++) {
    const outcomes = Object.fromEntries(rules.betStrategies.map((bot) => [bot, runs[bot]?.[i] as Outcome]));
    const right = rules.settleBet(outcomes);
    bets[right] = (bets[right] ?? 0) + 1;
  }
  for (const bet of Object.keys(bets)) bets[bet] = (bets[bet] ?? 0) / RUNS;
  return { runs: RUNS, shares: BAND_SHARES, strategies, bets };
}

function isCurrent(file: string, digest: string): boolean {
  if (!existsSync(file)) return false;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { digest?: unknown }).digest === digest;
  } catch {
    return false;
  }
}

mkdirSync(OUT, { recursive: true });
let pool: BotPool | undefined;
for (const id of listActs()) {
  const file = join(OUT, `${id}.json`);
  const digest = digestOf(id);
  if (isCurrent(file, digest)) continue;
  pool ??= new BotPool();
  const bands = await bake(pool, id, await loadAct(id), readActFile(id));
  const text = JSON.stringify({ digest, ...bands });
  writeFileSync(file, `${text}\n`);
  console.log(`${id}: ${RUNS} runs of each strategy, ${text.length} bytes`);
}
await pool?.close();
