/** How often: counters of fixed windows in the table `rate`, so that all instances count together. */
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';
import type { Caller, RateLimit, Route } from '../routing/route.ts';

/** One counter: what is counted, over how long. */
export interface Counter {
  /** Any text; it is kept as a keyed fingerprint, so that no address lies in the database. */
  readonly key: string;
  /** Length of the window; windows begin at whole multiples since 1970. */
  readonly seconds: number;
  /** What is added; 1 when not said. */
  readonly by?: number;
}
type Counting = Pick<Grounds, 'keys' | 'now'>;

/**
 * Counts one call (or what the counter says) on each counter, in one statement.
 *
 * @returns the count of each counter in its window, this call included, in the order asked
 */
export async function spend(
  db: Kysely<Tables>,
  grounds: Counting,
  counters: readonly Counter[],
): Promise<readonly number[]> {
  if (counters.length === 0) return [];
  const rows = counters.map((counter) => rowOf(grounds, counter));
  const counted = await db
    .insertInto('rate')
    // In one order everywhere: two instances that lock the same rows crosswise would wait for each other.
    .values(rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet({ count: sql<number>`rate.count + excluded.count` }),
    )
    .returning(['key', 'count'])
    .execute();
  const counts = new Map(counted.map(({ key, count }) => [key, count]));
  return rows.map(({ key }) => counts.get(key) ?? 0);
}

/** The counts as they are, in the order asked, without counting anything. */
export async function peek(
  db: Kysely<Tables>,
  grounds: Counting,
  counters: readonly Counter[],
): Promise<readonly number[]> {
  const rows = counters.map((counter) => rowOf(grounds, counter));
  const found = await db
    .selectFrom('rate')
    .select(['key', 'window_start', 'count'])
    .where(
      'key',
      'in',
      rows.map(({ key }) => key),
    )
    .execute();
  return rows.map(
    (row) =>
      found.find(({ key, window_start }) => key === row.key && window_start.getTime() === row.window_start.getTime())
        ?.count ?? 0,
  );
}

/** Takes one call back: it was none of those that the counters are there for. */
export async function refund(db: Kysely<Tables>, grounds: Counting, counters: readonly Counter[]): Promise<void> {
  for (const row of counters.map((counter) => rowOf(grounds, counter)))
    await db
      .updateTable('rate')
      .set((at) => ({ count: at('count', '-', 1) }))
      .where('key', '=', row.key)
      .where('window_start', '=', row.window_start)
      .where('count', '>', 0)
      .execute();
}

/** Seconds until the counter's window ends, at least 1. */
export function secondsLeft(now: Date, { seconds }: Pick<Counter, 'seconds'>): number {
  return Math.max(1, Math.ceil(seconds - ((now.getTime() / 1000) % seconds)));
}

/**
 * Counts a call of a route against its limits.
 *
 * @param kilobytes of the call's body, for limits that count those
 * @throws Refusal `tooMany` with the seconds after which the window ends
 */
export async function limitCalls(
  grounds: Grounds,
  route: Pick<Route, 'method' | 'path' | 'limits'>,
  caller: Caller,
  address: string,
  kilobytes = 0,
): Promise<void> {
  const limits = route.limits ?? [];
  const counters = limits.map((limit) => ({
    key: `${route.method} ${route.path} ${limit.seconds} ${limit.of ?? 'calls'} ${whose(limit, caller, address)}`,
    seconds: limit.seconds,
    by: limit.of === 'kilobytes' ? kilobytes : 1,
  }));
  const counts = await spend(grounds.db, grounds, counters);
  for (const [index, limit] of limits.entries())
    if ((counts[index] ?? 0) > limit.count) throw new Refusal('tooMany', undefined, secondsLeft(grounds.now(), limit));
}

function whose({ by }: RateLimit, caller: Caller, address: string): string {
  if (by === 'everyone') return 'everyone';
  if (by === 'address' || caller.role === 'nobody') return `address ${address}`;
  return 'account' in caller ? `account ${caller.account}` : `player ${caller.player}`;
}

function rowOf(
  { keys, now }: Counting,
  { key, seconds, by = 1 }: Counter,
): { key: string; window_start: Date; count: number } {
  const start = Math.floor(now().getTime() / 1000 / seconds) * seconds;
  return { key: keys.mark('rate', key).toString('base64url'), window_start: new Date(start * 1000), count: by };
}
