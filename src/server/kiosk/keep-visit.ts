/** Keeps a checked visit, with what the board shows of it, in one transaction. */
import { sql, type Kysely, type Selectable } from 'kysely';

import type { Mark } from '../../wire/delivery.ts';
import type { VisitReceipt } from '../../wire/kiosk.ts';
import type { Tables, VisitRunTable } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import type { CheckedRecord } from '../records/keep.ts';
import { findForeign } from '../records/provenance.ts';
import { LIFTABLE } from '../records/recheck.ts';
import { guessWhen, readTime } from '../records/when.ts';
import { Refusal } from '../routing/refusal.ts';
import { markClaim } from './claim-code.ts';
import type { ReadVisit } from './read-visit.ts';

type VisitRun = Selectable<VisitRunTable>;

export interface VisitWishes {
  readonly kiosk: string;
  readonly event: string;
  readonly visit: ReadVisit;
  readonly checked: readonly CheckedRecord[];
  readonly now: Date;
}

/** The receipt for a visit under whose id one came before; null for a new one. */
export async function answerKnown(
  executor: Kysely<Tables>,
  event: string,
  { id, fingerprint }: Pick<ReadVisit, 'id' | 'fingerprint'>,
): Promise<VisitReceipt['status'] | null> {
  const known = await executor
    .selectFrom('visit')
    .select(['event_id', 'fingerprint'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (known === undefined) return null;
  return known.event_id === event && known.fingerprint.equals(fingerprint) ? 'accepted' : 'refused';
}

/**
 * Keeps a visit unless one is there under its id.
 *
 * @param executor a transaction
 * @throws Refusal `erased` when the kiosk is no more
 */
export async function keepVisit(
  executor: Kysely<Tables>,
  { keys }: Pick<Grounds, 'keys'>,
  wishes: VisitWishes,
): Promise<VisitReceipt['status']> {
  const { kiosk, event, visit, checked, now } = wishes;
  // First the kiosk, then the event, as erasing takes them: nobody waits crosswise.
  const here = await executor
    .selectFrom('player')
    .select('id')
    .where('id', '=', kiosk)
    .forKeyShare()
    .executeTakeFirst();
  if (here === undefined) throw new Refusal('erased');
  const open = await executor.selectFrom('event').select('id').where('id', '=', event).forKeyShare().executeTakeFirst();
  if (open === undefined) return 'over';
  // A visitor's device is the kiosk's own or nobody's; one of a player's is somebody's result under another name.
  const foreign = await findForeign(
    executor,
    kiosk,
    checked.map(({ stored }) => stored),
  );
  const runs = await judgeRuns(executor, wishes, foreign);
  const copied = new Set([...foreign, ...runs.flatMap(({ record_id, mark }) => (mark === 'copied' ? record_id : []))]);
  const inserted = await executor
    .insertInto('visit')
    .values({
      id: visit.id,
      event_id: event,
      kiosk_id: kiosk,
      name: JSON.stringify(visit.name),
      fingerprint: visit.fingerprint,
      records: JSON.stringify(
        checked.filter((each) => mayBeTrue(each) && !copied.has(each.stored.id)).map(({ stored }) => stored),
      ),
      started_at: readTime(visit.startedAt),
      ended_at: readTime(visit.endedAt),
      received_at: now,
      claim: visit.claim === null ? null : markClaim(keys, visit.claim),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return (await answerKnown(executor, event, visit)) ?? 'later';
  if (runs.length > 0)
    await executor
      .insertInto('visit_run')
      .values([...runs])
      .execute();
  return 'accepted';
}

/** Whether a record may be handed out: unless it was found to be false. */
function mayBeTrue({ verdict }: CheckedRecord): boolean {
  return verdict.counts || LIFTABLE.includes(verdict.mark);
}

/** The visit's runs as they are kept. */
async function judgeRuns(
  executor: Kysely<Tables>,
  { event, visit, checked, now }: VisitWishes,
  foreign: ReadonlySet<string>,
): Promise<readonly VisitRun[]> {
  const runs = checked.flatMap((each): VisitRun[] => {
    const { record } = each;
    if (record.type !== 'attempt') return [];
    const at = guessWhen(readTime(record.at), now);
    const row = { visit_id: visit.id, record_id: record.id, event_id: event, act: record.payload.act, at, best: false };
    return [Object.assign(row, foreign.has(record.id) ? refuse('copied') : judgeRun(each))];
  });
  const copied = await findCopied(executor, runs);
  const judged = runs.map((run) => (copied.has(run.record_id) ? Object.assign({}, run, refuse('copied')) : run));
  const best = findBest(judged);
  return judged.map((run) => Object.assign({}, run, { best: best.has(run.record_id) }));
}

/** The record ids of the best counted run of each act; of equal ones the first. */
function findBest(runs: readonly VisitRun[]): ReadonlySet<string> {
  const best = new Map<string, { readonly id: string; readonly score: number }>();
  for (const { act, record_id: id, score } of runs)
    if (score !== null && score > (best.get(act)?.score ?? -Infinity)) best.set(act, { id, score });
  return new Set([...best.values()].map(({ id }) => id));
}

type Judgement = Pick<VisitRun, 'score' | 'run_hash' | 'mark'>;

function judgeRun({ verdict }: CheckedRecord): Judgement {
  if (!verdict.counts) return refuse(verdict.mark);
  if (verdict.finding.type !== 'attempt') return refuse('impossible');
  const { isKioskCut, outcome, runHash } = verdict.finding.run;
  // A whole act comes to other scores than a kiosk's cut of it, and no kiosk begins one.
  return isKioskCut ? { score: outcome.score, run_hash: runHash, mark: null } : refuse('impossible');
}

function refuse(mark: Mark): Judgement {
  return { score: null, run_hash: null, mark };
}

/**
 * The record ids of runs that stand on a board already, or twice in the visit. Every kiosk run has a seed of its own, so no
 * two visitors can have played the same one, not even by doing nothing.
 */
async function findCopied(executor: Kysely<Tables>, runs: readonly VisitRun[]): Promise<ReadonlySet<string>> {
  const hashes = [...new Set(runs.flatMap(({ run_hash }) => run_hash ?? []))].toSorted();
  if (hashes.length === 0) return new Set();
  // Two kiosks that deliver the same run at the same moment would not see each other's: the second one waits here.
  await sql`
    select pg_advisory_xact_lock(hashtextextended('visit ' || hash, 0))
    from (select unnest(array[${sql.join(hashes)}]::text[]) as hash order by 1) as each
  `.execute(executor);
  const known = await executor
    .selectFrom('visit_run')
    .select('run_hash')
    .where('run_hash', 'in', hashes)
    .where('mark', 'is', null)
    .where('visit_id', '!=', runs[0]?.visit_id ?? '')
    .execute();
  const seen = new Set(known.map(({ run_hash }) => run_hash));
  const copied = new Set<string>();
  for (const { record_id, run_hash } of runs) {
    if (run_hash === null) continue;
    if (seen.has(run_hash)) copied.add(record_id);
    seen.add(run_hash);
  }
  return copied;
}
