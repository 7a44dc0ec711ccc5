/** Devices that deliver, a server that is killed under them, and the account at the end. */
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { openLibrary } from '../../src/server/content/open-library.ts';
import type { Library } from '../../src/server/content/library.ts';
import type { Database, Place } from '../../src/server/database/database.ts';
import { recount } from '../../src/server/records/recount.ts';
import type { StoredRecord } from '../../src/wire/records/read-record.ts';
import { makePlayer, makeTeam, type MadePlayer } from '../../tests/server/harness/people.ts';
import { answerItem, makeDevice, playAttempt, type TestDevice } from '../../tests/server/records/device.ts';
import { readSums } from '../../tests/server/records/read-sums.ts';
import { carry } from './carry.ts';
import { withDatabase } from './crowd.ts';
import { startServer, type Stage } from './server-process.ts';

export interface KillWishes {
  readonly rounds: number;
  readonly devices: number;
  readonly say?: (text: string) => void;
}

export interface Account {
  readonly rounds: number;
  readonly delivered: number;
  readonly acknowledged: number;
  /** Records with a receipt that the database does not have, or not as it was sent, or not counted. */
  readonly lost: number;
  /** Results beyond one for each record. */
  readonly twice: number;
  /** Tables of sums that a recount changes. */
  readonly unlike: number;
  /** Milliseconds from each start to the first answer. */
  readonly starts: readonly number[];
  /** Tries of the devices that came to nothing. */
  readonly failures: number;
}

interface Carrier extends MadePlayer {
  readonly writer: TestDevice;
  /** Records with receipts. */
  readonly acknowledged: StoredRecord[];
  failures: number;
  delivered: number;
}

/** The server lives so long after its first answer, in milliseconds: from one delivery to some hundreds. */
const SHORTEST_MS = 30;
const LONGEST_MS = 3_000;
/** Devices come back soon, so that the server is under load as soon as it stands. */
const LONGEST_PAUSE_MS = 300;

/** Kills the server so many times, lets it heal, and compares. Rejects when a device is refused. */
export async function killAndHeal(place: Place, stage: Stage, wishes: KillWishes): Promise<Account> {
  const { rounds, devices, say = () => {} } = wishes;
  const library = await openLibrary();
  const carriers = await withDatabase(place, (database) => gatherCarriers(database, devices));
  const starts: number[] = [];
  let server = await startServer(place, stage);
  let isEnding = false;
  const carrying = carriers.map((carrier, n) =>
    keepCarrying(
      library,
      carrier,
      n,
      () => server.address,
      () => isEnding,
    ),
  );
  // A device that is refused ends the whole thing at once.
  const refused = Promise.all(carrying);
  refused.catch(() => undefined);
  try {
    for (let round = 1; round <= rounds; round++) {
      await Promise.race([refused, wait(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS))]);
      await server.kill();
      server = await startServer(place, stage);
      starts.push(server.startedIn);
      const acknowledged = carriers.reduce((sum, each) => sum + each.acknowledged.length, 0);
      say(`kill ${round}: ${acknowledged} records acknowledged so far, start ${Math.round(server.startedIn)} ms`);
    }
    isEnding = true;
    await refused;
  } finally {
    isEnding = true;
    await server.stop();
  }
  const sum = (of: (carrier: Carrier) => number): number => carriers.reduce((total, each) => total + of(each), 0);
  return withDatabase(place, async (database) => ({
    rounds,
    starts,
    delivered: sum(({ delivered }) => delivered),
    acknowledged: sum(({ acknowledged }) => acknowledged.length),
    failures: sum(({ failures }) => failures),
    ...(await settleAccounts(database, library, carriers)),
  }));
}

async function gatherCarriers({ db }: Pick<Database, 'db'>, count: number): Promise<readonly Carrier[]> {
  const now = (): Date => new Date();
  const grounds = { db, now, origin: 'http://localhost' };
  const team = await makeTeam(grounds);
  const carriers: Carrier[] = [];
  for (let n = 0; n < count; n++) {
    const player = await makePlayer(grounds, { team, name: `Carrier ${n}` });
    carriers.push({ ...player, writer: makeDevice(now, player.device), acknowledged: [], failures: 0, delivered: 0 });
  }
  return carriers;
}

/** Writes and delivers one batch after the other; what was begun is carried to its end also when all is ending. */
async function keepCarrying(
  library: Library,
  carrier: Carrier,
  n: number,
  findServer: () => string,
  isEnding: () => boolean,
): Promise<void> {
  for (let round = 0; !isEnding(); round++) {
    const records = await writeBatch(library, carrier.writer, n * 100_000 + round);
    const { receipts, failures } = await carry(findServer, carrier.headers, records, LONGEST_PAUSE_MS);
    carrier.failures += failures;
    carrier.delivered++;
    for (const record of records) {
      const receipt = receipts.find(({ id }) => id === record.id);
      if (receipt?.status === 'accepted' && receipt.counted) carrier.acknowledged.push(record);
      else throw new Error(`an honest ${record.type} did not count: ${JSON.stringify(receipt)}`);
    }
    // Below the limit of one device's deliveries in a minute.
    await wait(1_000 + Math.random() * 500);
  }
}

async function writeBatch({ bank, acts }: Library, device: TestDevice, n: number): Promise<StoredRecord[]> {
  const answers = Array.from({ length: 1 + (n % 4) }, (_, i) => {
    const { item } = bank.entries[(n * 31 + i * 7) % bank.entries.length] as (typeof bank.entries)[number];
    return device.write({ type: 'answer', payload: answerItem(item, { seed: n + i, right: (n + i) % 3 > 0 }) });
  });
  if (n % 5 !== 0) return answers;
  const act = acts[n % acts.length] as string;
  return [...answers, device.write({ type: 'attempt', payload: await playAttempt({ act, seed: 2_000_000 + n }) })];
}

async function settleAccounts(
  { db }: Pick<Database, 'db'>,
  library: Library,
  carriers: readonly Carrier[],
): Promise<Pick<Account, 'lost' | 'twice' | 'unlike'>> {
  const records = await db.selectFrom('record').select(['player_id', 'id', 'payload_hash', 'mark']).execute();
  const kept = new Map(records.map((row) => [`${row.player_id} ${row.id}`, row]));
  const lost = carriers.flatMap(({ id, acknowledged }) =>
    acknowledged.filter((record) => {
      const row = kept.get(`${id} ${record.id}`);
      return row?.payload_hash !== record.payloadHash || row.mark !== null;
    }),
  ).length;
  const counts = await Promise.all([
    db.selectFrom('answer').select('record_id').execute(),
    db.selectFrom('attempt').select('record_id').execute(),
  ]);
  const twice = counts.flat().length - records.filter(({ mark }) => mark === null).length;
  const sums = await readSums(db);
  await recount(db, library);
  const again = await readSums(db);
  const tables = Object.keys(sums) as (keyof typeof sums)[];
  const unlike = tables.filter((table) => !isDeepStrictEqual(sums[table], again[table])).length;
  return { lost, twice: Math.abs(twice), unlike };
}
