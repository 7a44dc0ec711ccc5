/** The table `statement` as an outbox that several instances empty together. */
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.ts';
import type { Parcel } from './send.ts';
import type { Fate } from './take-apart.ts';

export const MOST_AT_ONCE = 50;
/** So long nobody else takes up what was claimed; after a crash it waits no longer than this. */
export const LEASE_MS = 5 * 60 * 1000;
/** `next_at` of what was set aside: the last millisecond that can be written down. */
export const NEVER = new Date(Date.UTC(10_000, 0, 1) - 1);
/** A statement that is refused while the store takes nothing else either may be the store's fault: it comes again so often. */
export const MOST_REFUSALS = 5;
const AGAIN_MS = 60 * 1000;
/** Refusals by which a store means the statement. Others (403, 405 and so on) may mean all of them. */
const OF_STATEMENT = new Set([400, 413, 422]);

export interface Claimed extends Parcel {
  /** How often it was refused. */
  readonly tries: number;
}

/** Takes up what is due, at most fifty, in the order in which it happened. */
export async function claimDue(db: Kysely<Tables>, now: Date): Promise<readonly Claimed[]> {
  const rows = await db
    .with(
      (cte) => cte('due').materialized(),
      (query) =>
        query
          .selectFrom('statement')
          .select('id')
          .where('sent_at', 'is', null)
          .where('next_at', '<=', now)
          .orderBy('next_at')
          .orderBy('created_at')
          .limit(MOST_AT_ONCE)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('statement')
    .set({ next_at: new Date(now.getTime() + LEASE_MS) })
    .where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
    .returning(['id', 'statement', 'tries'])
    .execute();
  return rows.toSorted((one, other) => compare(sortKey(one.statement), sortKey(other.statement)));
}

/** By time; at the same time what begins comes before what ends. */
function sortKey(statement: unknown): string {
  const { timestamp = '', verb } = statement as {
    readonly timestamp?: string;
    readonly verb?: { readonly id?: string };
  };
  return `${timestamp} ${verb?.id?.endsWith('/initialized') === true ? 0 : 1}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export interface Settled {
  readonly sent: number;
  readonly setAside: number;
}

/**
 * Writes down what became of claimed statements. Of a sent one the content is deleted: it can be made again, and what
 * is not kept cannot be lost.
 */
export async function settle(
  db: Kysely<Tables>,
  claimed: readonly Claimed[],
  { done, refused, untried }: Fate,
  now: Date,
): Promise<Settled> {
  if (done.length > 0)
    await db
      .updateTable('statement')
      .set({ sent_at: now, statement: '{}', fault: null })
      .where('id', 'in', done)
      .execute();
  const tries = new Map(claimed.map(({ id, tries }) => [id, tries]));
  let setAside = 0;
  for (const { id, status, fault } of refused) {
    const refusals = (tries.get(id) ?? 0) + 1;
    const isPoison = done.length > 0 || (OF_STATEMENT.has(status) && refusals >= MOST_REFUSALS);
    if (isPoison) setAside++;
    await db
      .updateTable('statement')
      .set({
        tries: refusals,
        next_at: isPoison ? NEVER : new Date(now.getTime() + AGAIN_MS * refusals),
        fault: isPoison ? fault : null,
      })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .execute();
  }
  if (untried.length > 0)
    await db
      .updateTable('statement')
      .set({ next_at: now })
      .where('id', 'in', untried)
      .where('sent_at', 'is', null)
      .execute();
  return { sent: done.length, setAside };
}

/** How many wait, and how many were set aside: for whoever runs the server. */
export async function countWaiting(
  db: Kysely<Tables>,
): Promise<{ readonly waiting: number; readonly setAside: number; readonly sent: number }> {
  const row = await db
    .selectFrom('statement')
    .select([
      sql<number>`(count(*) filter (where sent_at is null and fault is null))::integer`.as('waiting'),
      sql<number>`(count(*) filter (where sent_at is null and fault is not null))::integer`.as('setAside'),
      sql<number>`(count(*) filter (where sent_at is not null))::integer`.as('sent'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}
