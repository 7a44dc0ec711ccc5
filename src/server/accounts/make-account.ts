import type { Kysely } from 'kysely';

import type { AccountRole } from '../../wire/accounts.ts';
import type { Tables } from '../database/tables.ts';
import { makeUuid } from '../database/uuid.ts';
import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';

export interface NewAccount {
  readonly role: AccountRole;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** As `hashPassword` gives it; null for somebody who comes by their company. */
  readonly password: string | null;
  readonly teams: readonly string[];
}

/**
 * Makes an account, or brings a removed one of the same address back with what is given now.
 *
 * @returns its id
 * @throws Refusal `conflict` when somebody has that address
 */
export async function makeAccount(
  db: Kysely<Tables>,
  { now }: Pick<Grounds, 'now'>,
  { role, name, email, password, teams }: NewAccount,
): Promise<string> {
  const made = await db
    .insertInto('account')
    .values({ id: makeUuid(now()), role, name, email, password, created_at: now() })
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet({ role, name, password, disabled_at: null })
        .where('account.disabled_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) throw new Refusal('conflict', 'email');
  await giveTeams(db, made.id, role === 'owner' ? [] : teams);
  return made.id;
}

/** Lets a manager into teams; those that are gone by now are left out. */
export async function giveTeams(db: Kysely<Tables>, account: string, teams: readonly string[]): Promise<void> {
  if (teams.length === 0) return;
  const standing = await db.selectFrom('team').select('id').where('id', 'in', teams).execute();
  if (standing.length === 0) return;
  await db
    .insertInto('team_manager')
    .values(standing.map(({ id }) => ({ team_id: id, account_id: account })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
