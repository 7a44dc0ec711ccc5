/**
 * The same run, or the same examination, under another name: the player's own, or taken from somebody else.
 *
 * That two people's runs are the same to the last tick proves a copy only where chance could not bring it about. On a
 * stage that both are given alike (the gentler first one, one that a link fixes for a class) all who do nothing, or little
 * and at once, play the same run. So runs of two people are held against each other only when both hands moved at
 * `TELLING_MOMENTS` different ticks or more; below that, what is copied is what anybody would have played.
 */
import { sql, type Kysely } from 'kysely';

import type { Examination, LogRecord } from '../../wire/records/records.ts';
import type { Tables } from '../database/tables.ts';
import type { CountedRecord } from './statements-hook.ts';

/**
 * A second has twenty ticks, and nobody hits one of ten on purpose: that two people's moments agree six times is less
 * likely than one in a million, also where a class starts on a word.
 */
export const TELLING_MOMENTS = 6;

/** The ids of those records that were delivered before under another name, by anybody, or stand twice in the list. */
export async function findCopies(
  executor: Kysely<Tables>,
  player: string,
  counted: readonly CountedRecord[],
): Promise<ReadonlySet<string>> {
  const runs = await findCopiedRuns(executor, player, counted);
  return new Set([...runs, ...(await findCopiedExaminations(executor, counted))]);
}

async function findCopiedRuns(
  executor: Kysely<Tables>,
  player: string,
  counted: readonly CountedRecord[],
): Promise<readonly string[]> {
  const runs = counted.flatMap(({ record, finding }) =>
    record.type === 'attempt' && finding.type === 'attempt'
      ? [{ id: record.id, runHash: finding.run.runHash, isTelling: isTelling(record.payload.replay.intents) }]
      : [],
  );
  if (runs.length === 0) return [];
  const hashes = [...new Set(runs.map(({ runHash }) => runHash))].toSorted();
  // Two people who deliver the same run at the same moment would not see each other's: the second one waits here.
  await sql`
    select pg_advisory_xact_lock(hashtextextended(hash, 0))
    from (select unnest(array[${sql.join(hashes)}]::text[]) as hash order by 1) as each
  `.execute(executor);
  const known = await readKnown(executor, hashes);
  const seen = new Set<string>();
  const copied: string[] = [];
  for (const { id, runHash, isTelling: own } of runs) {
    const elsewhere = known.some(
      (each) => each.run_hash === runHash && (each.player_id === player || (own && isTelling(each.intents))),
    );
    if (elsewhere || seen.has(runHash)) copied.push(id);
    seen.add(runHash);
  }
  return copied;
}

type Intents = readonly (readonly [tick: number, intent: unknown])[];

/**
 * Whether a run's hands moved often enough to be told from everybody's. Of what is copied only moments without effect can
 * be left out: a run that comes to something by six moments or more cannot be brought below it.
 */
function isTelling(intents: Intents | null): boolean {
  return new Set(intents?.map(([tick]) => tick)).size >= TELLING_MOMENTS;
}

interface KnownRun {
  readonly player_id: string;
  readonly run_hash: string;
  readonly intents: Intents | null;
}

/** The counted runs of these fingerprints: few, but for what a whole class plays alike, which has few intents. */
async function readKnown(executor: Kysely<Tables>, hashes: readonly string[]): Promise<readonly KnownRun[]> {
  return executor
    .selectFrom('attempt')
    .innerJoin('record', (join) =>
      join.onRef('record.player_id', '=', 'attempt.player_id').onRef('record.id', '=', 'attempt.record_id'),
    )
    .select([
      'attempt.player_id',
      'attempt.run_hash',
      sql<Intents | null>`record.payload -> 'replay' -> 'intents'`.as('intents'),
    ])
    .where('attempt.run_hash', 'in', hashes)
    .execute();
}

async function findCopiedExaminations(
  executor: Kysely<Tables>,
  counted: readonly CountedRecord[],
): Promise<readonly string[]> {
  const sat = counted.flatMap(({ record, finding }) =>
    record.type === 'examination' && finding.type === 'examination'
      ? [{ id: record.id, course: courseOf(record), estimate: finding.examination.result.estimate }]
      : [],
  );
  if (sat.length === 0) return [];
  // The same answers give the same estimate to the last bit, and few others do: it serves as the index.
  const alike = await executor
    .selectFrom('examination')
    .innerJoin('record', (join) =>
      join.onRef('record.player_id', '=', 'examination.player_id').onRef('record.id', '=', 'examination.record_id'),
    )
    .select('record.payload')
    .where(
      'examination.estimate',
      'in',
      sat.map(({ estimate }) => estimate),
    )
    .execute();
  const seen = new Set(alike.map(({ payload }) => courseOf({ payload: payload as Examination })));
  const copied: string[] = [];
  for (const { id, course } of sat) {
    if (seen.has(course)) copied.push(id);
    seen.add(course);
  }
  return copied;
}

/** What was asked and answered, in order. The seed is left out: another one is quickly written over a copy. */
function courseOf({ payload }: { readonly payload: Examination } | LogRecord<'examination'>): string {
  return JSON.stringify(payload.answers.map(({ item, response }) => [item, response]));
}
