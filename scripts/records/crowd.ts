/** People who play: their rows in the database, and the records that their devices will deliver. */
import { openDatabase } from '../../src/server/database/open-database.ts';
import type { Database, Place } from '../../src/server/database/database.ts';
import type { Library } from '../../src/server/content/library.ts';
import { chooseDebrief } from '../../src/quiz/index.ts';
import type { StoredRecord } from '../../src/wire/records/read-record.ts';
import { makePlayer, makeTeam, type MadePlayer } from '../../tests/server/harness/people.ts';
import { answerItem, makeDevice, playAttempt } from '../../tests/server/records/device.ts';

export interface Person extends MadePlayer {
  /** What was bet, and the run. */
  readonly run: readonly StoredRecord[];
  /** The answers of the debrief after it. */
  readonly answers: readonly StoredRecord[];
}

/** Works on the database while no server has it open. */
export async function withDatabase<Result>(
  place: Place,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(place);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Players in teams of `ofTeam`, each of whom has played one act with some strategy and answered five questions. */
export async function gatherCrowd(
  { db }: Pick<Database, 'db'>,
  library: Library,
  count: number,
  ofTeam: number,
): Promise<readonly Person[]> {
  const grounds = { db, now: () => new Date(), origin: 'http://localhost' };
  const people: Person[] = [];
  let team = '';
  for (let n = 0; n < count; n++) {
    if (n % ofTeam === 0) team = await makeTeam(grounds);
    const player = await makePlayer(grounds, { team, name: `Player ${n}` });
    people.push({ ...player, ...(await playAct(library, player.device, n)) });
  }
  return people;
}

/** Debriefs have this many questions at most. */
const QUESTIONS = 5;

async function playAct(library: Library, id: string, n: number): Promise<Pick<Person, 'run' | 'answers'>> {
  const device = makeDevice(() => new Date(), id);
  const act = library.acts[n % library.acts.length] as string;
  const bets = library.betsOf[act] ?? [];
  const bet = bets[n % bets.length] as string;
  const bots = bets.filter((each) => each !== 'equal');
  const bot = bots[Math.floor(n / 3) % bots.length] as string;
  const payload = await playAttempt({ act, seed: 1_000_000 + n, bet, bot, now: Date.now() });
  const items = chooseDebrief([...library.items.values()], library.ideasOf[act] ?? [], n, {}).slice(0, QUESTIONS);
  return {
    run: [
      device.write({ type: 'bet', payload: { act, question: 'bet', choice: bet } }),
      device.write({ type: 'attempt', payload }),
    ],
    answers: items.map((item, i) =>
      device.write({ type: 'answer', payload: answerItem(item, { act, seed: n, right: (n + i) % 3 > 0 }) }),
    ),
  };
}
