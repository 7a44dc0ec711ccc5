/** The same run, or the same examination, under another name: the player's own, or taken from somebody else. */
import { sql, type Kysely } from 'kysely';

import type { Examination, LogRecord } from '../../wire/records/records.ts';
import type { Tables } from '../database/tables.ts';
import type { CountedRecord } from './statements-hook.ts';

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
      ? [{ id: record.id, runHash: finding.run.runHash, isIdle: record.payload.replay.intents.length === 0 }]
      : [],
  );
  if (runs.length === 0) return [];
  const hashes = [...new Set(runs.map(({ runHash }) => runHash))].toSorted();
  // Two people who deliver the same run at the same moment would not see each other's: the second one waits here.
  await sql`
    select pg_advisory_xact_lock(hashtextextended(hash, 0))
    from (select unnest(array[${sql.join(hashes)}]::text[]) as hash order by 1) as each
  `.execute(executor);
  const known = await executor
    .selectFrom('attempt')
    .select(['player_id', 'run_hash'])
    .where('run_hash', 'in', hashes)
    .execute();
  const seen = new Set<string>();
  const copied: string[] = [];
  for (const { id, runHash, isIdle } of runs) {
    // On a stage that a link fixed for a whole class, all who do nothing play the same run, and have copied nothing.
    const elsewhere = known.some((each) => each.run_hash === runHash && (each.player_id === player || !isIdle));
    if (elsewhere || seen.has(runHash)) copied.push(id);
    seen.add(runHash);
  }
  return copied;
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
