/**
 * Names need not be unique in the world, but a manager must be able to tell the people of one team apart. So the second
 * Li Wei of a team is kept as `Li Wei (2)` and told so; whoever wants another name takes one.
 */
import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';

const MOST_LETTERS = 40;

/** What of a name makes it look the same to a reader: neither capitals, nor full-width letters, nor double blanks. */
export function sameName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The name with the first number that makes it one of its own among those taken; itself when it is. */
export function tellApart(wished: string, taken: readonly string[]): string {
  const known = new Set(taken.map(sameName));
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : ` (${number})`;
    const name = [...wished].slice(0, MOST_LETTERS - tail.length).join('') + tail;
    if (!known.has(sameName(name))) return name;
  }
}

/**
 * The names of a team's players, except one. Locks the team until the end of the transaction, so that two who join at
 * once do not both get the same one.
 */
export async function takenNames(db: Kysely<Tables>, team: string, except?: string): Promise<readonly string[]> {
  await db.selectFrom('team').select('id').where('id', '=', team).forNoKeyUpdate().executeTakeFirst();
  const all = db.selectFrom('player').select('name').where('team_id', '=', team);
  const rows = await (except === undefined ? all : all.where('id', '!=', except)).execute();
  return rows.map(({ name }) => name);
}
