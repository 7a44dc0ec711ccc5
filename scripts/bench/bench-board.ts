/** How long the board of a large event takes, through the server's own routes, on either database. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql } from 'kysely';
import { pino } from 'pino';

import { openChanges } from '../../src/server/changes.ts';
import { openLibrary } from '../../src/server/content/open-library.ts';
import type { Database, Place } from '../../src/server/database/database.ts';
import { openDatabase } from '../../src/server/database/open-database.ts';
import type { Grounds } from '../../src/server/grounds.ts';
import { buildHouse } from '../../src/server/house.ts';
import { makeKeyRing } from '../../src/server/keys.ts';
import { openVerifier } from '../../src/server/records/open-verifier.ts';
import { makePlayer, makeTeam } from '../../tests/server/harness/people.ts';
import { startPostgres } from '../../tests/server/harness/real-postgres.ts';
import { atMost, type Figure } from './figure.ts';

const VISITS = 5_000;
/** Every visitor plays all the acts that there are today. */
const ACTS = 3;
/** Text of a visit's records: of about four runs, and such that it cannot be packed. */
const RECORD_BYTES = 20_000;
const CALLS = 100;
const WARM_UP = 10;
const BUDGET_MS = 50;

export async function benchBoard(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-board-'));
  const postgres = await startPostgres();
  try {
    const embedded = await measureAt({ kind: 'embedded', folder });
    const beside = await measureAt({ kind: 'postgres', url: postgres.url });
    const board = `board of ${VISITS} visits, ${ACTS} acts each`;
    return [
      atMost(`${board}, embedded database, p95`, embedded.p95, 'ms', BUDGET_MS),
      atMost(`${board}, embedded database, processor time`, embedded.processor, 'ms', BUDGET_MS),
      atMost(`${board}, PostgreSQL, p95`, beside.p95, 'ms', BUDGET_MS),
    ];
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for a call: of the slowest but five in a hundred, and of this process, in the mean. */
interface Measured {
  readonly p95: number;
  readonly processor: number;
}

async function measureAt(place: Place): Promise<Measured> {
  const library = await openLibrary();
  const database = await openDatabase(place);
  const log = pino({ level: 'silent' });
  const now = (): Date => new Date('2026-11-22T12:00:00Z');
  const changes = openChanges(database.signals, log, now);
  const verifier = await openVerifier(library);
  const keys = makeKeyRing(Buffer.alloc(32, 1));
  const rest = { origin: 'http://localhost:8787', trustedProxies: 0, demo: false };
  try {
    return await measure({ db: database.db, keys, changes, verifier, library, log, now, ...rest }, database);
  } finally {
    await changes.close();
    await verifier.close();
    await database.close();
  }
}

/** From the kiosk's request to the last byte, its token checked and its call counted each time. */
async function measure(grounds: Grounds, database: Database): Promise<Measured> {
  const house = buildHouse({ catalogue: new Map(), team: { grounds, database } });
  const team = await makeTeam(grounds);
  const kiosk = await makePlayer(grounds, { team, kind: 'kiosk', name: 'Hall' });
  const event = randomUUID();
  await fill(grounds, { team, kiosk: kiosk.id, event });
  const times: number[] = [];
  let before = process.cpuUsage();
  for (let call = -WARM_UP; call < CALLS; call++) {
    if (call === 0) before = process.cpuUsage();
    await grounds.db.deleteFrom('rate').execute();
    const began = performance.now();
    const answer = await house.request(`/api/kiosk/board?event=${event}`, { headers: kiosk.headers });
    await answer.arrayBuffer();
    if (call >= 0) times.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`the board answers ${answer.status}`);
  }
  const { user, system } = process.cpuUsage(before);
  return {
    p95: times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1] ?? Number.NaN,
    processor: (user + system) / 1000 / CALLS,
  };
}

async function fill(
  { db, now }: Grounds,
  { team, kiosk, event }: { readonly team: string; readonly kiosk: string; readonly event: string },
): Promise<void> {
  const at = now();
  const ends = { ends_at: at, keep_days: 7, delete_at: new Date(at.getTime() + 86_400_000), created_at: at };
  const row = { id: event, team_id: team, name: 'Fair', board_token: randomBytes(32), ...ends };
  await db.insertInto('event').values(row).execute();
  const records = JSON.stringify([randomBytes((RECORD_BYTES * 3) / 4).toString('base64')]);
  await sql`
    insert into visit (id, event_id, kiosk_id, name, fingerprint, records, started_at, ended_at, received_at, hidden_at)
    select gen_random_uuid(), ${event}, ${kiosk}, '{"language":"en","first":1,"second":2}', '', ${records},
      ${at}, ${at}, ${at}, case when n % 100 = 0 then ${at}::timestamptz end
    from generate_series(1, ${VISITS}::integer) as n
  `.execute(db);
  // Few different scores: ties are the hard case.
  await sql`
    insert into visit_run (visit_id, record_id, event_id, act, at, score, run_hash, mark, best)
    select id, n::text, ${event}, 'act-' || n, ${at}::timestamptz - random() * interval '9 hours', floor(random() * 40),
      id || ' ' || n, null, true
    from visit, generate_series(1, ${ACTS}::integer) as n
  `.execute(db);
  await sql`analyze`.execute(db);
}
