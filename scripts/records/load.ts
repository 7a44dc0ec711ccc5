/**
 * `npm run records:load [-- --players 1000] [--seconds 60] [--postgres]`: so many players finish an act within so many seconds and
 * answer the questions after it, on a real server with its database on the disk (embedded, or PostgreSQL:
 * `DATABASE_URL`, or one that is started for this). Prints how long their deliveries took. Ends with 1 when anything was lost, or the promise broken.
 */
import { availableParallelism } from 'node:os';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { readOptions } from '../options/read-options.ts';
import { openLibrary } from '../../src/server/content/open-library.ts';
import { atMost } from '../bench/figure.ts';
import { carry, type Carried } from './carry.ts';
import { findPlace } from './find-place.ts';
import { gatherCrowd, withDatabase, type Person } from './crowd.ts';
import { makeStage, startServer } from './server-process.ts';

/** What is promised of the slowest of a hundred deliveries. */
const P99_MS = 500;
/** Between two answers of a debrief. */
const ANSWER_EVERY_MS = 8_000;
/** After so long the server has started all that it starts. */
const SETTLED_MS = 10_000;

const { values } = readOptions({
  options: {
    players: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    postgres: { type: 'boolean', default: false },
  },
});
const players = Number(values.players);
const seconds = Number(values.seconds);

const stage = await makeStage();
const { place, name, stop } = await findPlace(stage.folder, values.postgres);
try {
  const library = await openLibrary();
  const people = await withDatabase(place, (database) => gatherCrowd(database, library, players, 50));
  const server = await startServer(place, stage);
  console.log(`${players} players, ${seconds} s, ${name}, ${availableParallelism()} cores`);
  console.log(`start: ${Math.round(server.startedIn)} ms`);
  // As a server that has stood for a while.
  await wait(SETTLED_MS);
  const began = performance.now();
  const carried = (await Promise.all(people.map((person, n) => play(server.address, person, n)))).flat();
  const took = (performance.now() - began) / 1000;
  const memory = await readMemory(server.pid);
  const busy = await readBusy(server.pid);
  await server.stop();
  say(
    'runs',
    carried.filter((each) => each.receipts.length > 1),
  );
  say(
    'answers',
    carried.filter((each) => each.receipts.length === 1),
  );
  const figure = atMost('delivery, p99', say('all', carried), 'ms', P99_MS);
  const missing = await withDatabase(place, async ({ db }) => {
    const count = (table: 'attempt' | 'answer' | 'bet') =>
      db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
    const [attempts, answers, bets] = [await count('attempt'), await count('answer'), await count('bet')].map((row) =>
      Number(row.count),
    );
    const wanted = people.reduce((sum, { run, answers: own }) => sum + run.length + own.length, 0);
    return wanted - (attempts ?? 0) - (answers ?? 0) - (bets ?? 0);
  });
  console.log(
    `in all ${took.toFixed(0)} s, ${(carried.length / took).toFixed(0)} deliveries a second; ${busy}, ${memory}`,
  );
  console.log(
    `tries that failed: ${carried.reduce((sum, { failures }) => sum + failures, 0)}; records missing: ${missing}`,
  );
  console.log(`${figure.ok ? 'ok ' : 'NOT'} ${figure.name}: ${figure.value} ${figure.unit} (budget ${figure.budget})`);
  process.exitCode = figure.ok && missing === 0 ? 0 : 1;
} finally {
  await stop();
  await stage.remove();
}

/** Finishes some time in the minute, then answers one question after the other. */
async function play(address: string, { headers, run, answers }: Person, n: number): Promise<readonly Carried[]> {
  await wait(((n * 7919) % players) * ((seconds * 1000) / players));
  const carried = [await carry(() => address, headers, run)];
  for (const answer of answers) {
    await wait(ANSWER_EVERY_MS * (0.5 + Math.random()));
    carried.push(await carry(() => address, headers, [answer]));
  }
  return carried;
}

/** Prints quantiles; returns the 99th percentile in milliseconds. */
function say(name: string, carried: readonly Carried[]): number {
  const sorted = carried.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const [p50, p95, p99, most] = [at(0.5), at(0.95), at(0.99), at(1)].map((ms) => ms.toFixed(0));
  console.log(`${name}: ${sorted.length} deliveries, p50 ${p50}, p95 ${p95}, p99 ${p99}, most ${most} ms`);
  return at(0.99);
}

/** Processor seconds that the server has used since it started, where the system tells. */
async function readBusy(pid: number): Promise<string> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(' ');
  const ticks = Number(fields[13]) + Number(fields[14]);
  return Number.isFinite(ticks) ? `processor ${(ticks / 100).toFixed(0)} s` : 'processor unknown';
}

/** What the server holds in memory, where the system tells. */
async function readMemory(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const read = (name: string): string => {
    const kb = new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1];
    return kb === undefined ? 'unknown' : `${Math.round(Number(kb) / 1024)} MB`;
  };
  return `memory ${read('VmRSS')}, at most ${read('VmHWM')}`;
}
