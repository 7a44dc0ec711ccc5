/** What owners do to accounts. It holds from the account's next request on: roles and teams are read at each. */
import type { Kysely } from 'kysely';

import type { AccountRole } from '../../wire/accounts.ts';
import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { endSessions } from '../guard/sessions.ts';
import { Refusal } from '../routing/refusal.ts';

/** @throws Refusal `notFound`, `conflict` when there would be no owner left */
export async function changeRole(
  grounds: Grounds,
  { account, role, by }: { readonly account: string; readonly role: AccountRole; readonly by: string },
): Promise<void> {
  await grounds.db.transaction().execute(async (db) => {
    const before = await holdAccount(db, account, role === 'owner');
    if (before === role) return;
    await db.updateTable('account').set({ role }).where('id', '=', account).execute();
    // Owners see all teams; one who is an owner no more begins with none.
    await db.deleteFrom('team_manager').where('account_id', '=', account).execute();
    await writeAudit(db, grounds, { action: 'roleChanged', account: by, subject: account });
  });
}

/**
 * Takes away everything by which the account could come in. Its row stays, so that the company's sign-in does not make
 * it anew; an invitation brings it back, and the retention job deletes it after ninety days.
 *
 * @throws Refusal `notFound`, `conflict` when there would be no owner left
 */
export async function removeAccount(
  grounds: Grounds,
  { account, by }: { readonly account: string; readonly by: string },
): Promise<void> {
  await grounds.db.transaction().execute(async (db) => {
    await holdAccount(db, account, false);
    await db
      .updateTable('account')
      .set({ disabled_at: grounds.now(), password: null })
      .where('id', '=', account)
      .execute();
    await endSessions(db, account);
    for (const table of ['passkey', 'identity', 'team_manager'] as const)
      await db.deleteFrom(table).where('account_id', '=', account).execute();
    await db
      .updateTable('link')
      .set({ revoked_at: grounds.now() })
      .where('made_by', '=', account)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    await writeAudit(db, grounds, { action: 'accountRemoved', account: by, subject: account });
  });
}

/** Locks all owners in one order, so that two of them cannot remove each other at the same moment. */
async function holdAccount(db: Kysely<Tables>, account: string, staysOwner: boolean): Promise<AccountRole> {
  const owners = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const found = await db
    .selectFrom('account')
    .select('role')
    .where('id', '=', account)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('notFound');
  if (found.role === 'owner' && !staysOwner && owners.length === 1) throw new Refusal('conflict', 'the last owner');
  return found.role;
}
