/**
 * How long a manager waits for each report: a team of 200 among a million attempts, on a real PostgreSQL of this
 * machine, through the server's own routes with everything that stands before them. Takes some minutes, most of them to
 * fill the tables. `npm run bench:dashboards [-- --write]`: the figures, and into `docs/server.md`.
 */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { pino } from 'pino';

import { openChanges } from '../../src/server/changes.ts';
import { openLibrary } from '../../src/server/content/open-library.ts';
import { openDatabase } from '../../src/server/database/open-database.ts';
import type { Tables } from '../../src/server/database/tables.ts';
import type { Grounds } from '../../src/server/grounds.ts';
import { buildHouse } from '../../src/server/house.ts';
import { makeKeyRing } from '../../src/server/keys.ts';
import { openVerifier } from '../../src/server/records/open-verifier.ts';
import { makeOwner } from '../../tests/server/harness/people.ts';
import { startPostgres } from '../../tests/server/harness/real-postgres.ts';
import { fillTeams } from './dashboards/fill-teams.ts';
import { writeServerFigures } from './dashboards/write-server-figures.ts';
import { atMost, type Figure } from './figure.ts';

/** 20,000 players and a million attempts; each team has 200 and ten thousand. */
const AMOUNTS = {
  teams: 100,
  players: 200,
  attempts: 50,
  answers: 40,
  bets: 12,
  examinations: 2,
  questions: 10,
};
const BUDGET_MS = 150;
/** Calls of each report that are measured, on ten teams in turn, after one on each that warms up. */
const CALLS = 60;
const TEAMS_ASKED = 10;

const REPORTS: readonly (readonly [name: string, path: (player: string) => string])[] = [
  ['overview', () => 'overview'],
  ['progress', () => 'progress'],
  ['progress of a month', () => 'progress?from=2026-10-01&to=2026-10-31'],
  ['ranks', () => 'ranks'],
  ['ideas', () => 'ideas'],
  ['ideas of a month', () => 'ideas?from=2026-10-01&to=2026-10-31'],
  ['bets', () => 'bets'],
  ['time', () => 'time'],
  ['items', () => 'items'],
  ['items of a month', () => 'items?from=2026-10-01&to=2026-10-31'],
  ['marked', () => 'marked'],
  ['one person', (player) => `people/${player}`],
  ['one run', (player) => `people/${player}/runs/run-7`],
];

async function benchDashboards(): Promise<readonly Figure[]> {
  const server = await startPostgres();
  try {
    await (await openDatabase({ kind: 'postgres', url: server.url })).close();
    await fill(server.url);
    return await measureAt(server.url);
  } finally {
    await server.stop();
  }
}

/** Measures on a database that has been filled. */
export async function measureAt(url: string): Promise<readonly Figure[]> {
  const library = await openLibrary();
  const database = await openDatabase({ kind: 'postgres', url });
  const log = pino({ level: 'silent' });
  const now = (): Date => new Date('2026-11-22T12:00:00Z');
  const changes = openChanges(database.signals, log, now);
  const verifier = await openVerifier(library);
  try {
    const grounds: Grounds = {
      db: database.db,
      keys: makeKeyRing(Buffer.alloc(32, 1)),
      changes,
      verifier,
      library,
      log,
      now,
      origin: 'http://localhost:8787',
      trustedProxies: 0,
      demo: false,
    };
    return await measure(grounds, database);
  } finally {
    await changes.close();
    await verifier.close();
    await database.close();
  }
}

/** On a connection of its own: the server's end what takes too long for a page. */
async function fill(url: string): Promise<void> {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }),
  });
  try {
    await fillTeams(db, await openLibrary(), AMOUNTS);
  } finally {
    await db.destroy();
  }
}

async function measure(
  grounds: Grounds,
  database: Awaited<ReturnType<typeof openDatabase>>,
): Promise<readonly Figure[]> {
  const house = buildHouse({ catalogue: new Map(), team: { grounds, database } });
  const { headers } = await makeOwner(grounds);
  const teams = await grounds.db.selectFrom('team').select('id').orderBy('id').limit(TEAMS_ASKED).execute();
  const asked = await Promise.all(
    teams.map(async ({ id }) => {
      const player = await grounds.db.selectFrom('player').select('id').where('team_id', '=', id).limit(1).execute();
      return { team: id, player: player[0]?.id ?? '' };
    }),
  );
  const figures: Figure[] = [];
  for (const [name, path] of REPORTS) {
    const times: number[] = [];
    for (let call = -asked.length; call < CALLS; call++) {
      const { team, player } = asked[(call + asked.length) % asked.length] ?? { team: '', player: '' };
      await grounds.db.deleteFrom('rate').execute();
      const began = performance.now();
      const answer = await house.request(`/api/teams/${team}/${path(player)}`, { headers });
      await answer.arrayBuffer();
      if (call >= 0) times.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`);
    }
    figures.push(atMost(`report: ${name}, p95`, percentile(times, 0.95), 'ms', BUDGET_MS));
  }
  return figures;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

if (process.argv[1] === import.meta.filename) {
  const figures = await benchDashboards();
  for (const { name, value, unit, budget, ok } of figures)
    console.log(`${ok ? 'ok ' : 'NOT'} ${name}: ${value} ${unit} (budget ${budget})`);
  if (process.argv.includes('--write')) await writeServerFigures(figures, AMOUNTS);
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
}
