/** Who did what to whom: for the owner, and for whoever must explain later what happened. Never what was said or earned. */
import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';

export type AuditAction =
  | 'setUp'
  | 'signedIn'
  | 'signInFailed'
  | 'signedOut'
  | 'passwordChanged'
  | 'passkeyMade'
  | 'passkeyRemoved'
  | 'sessionsEnded'
  | 'invited'
  | 'invitationRevoked'
  | 'invitationAccepted'
  | 'accountMade'
  | 'accountRemoved'
  | 'roleChanged'
  | 'teamMade'
  | 'teamChanged'
  | 'teamRemoved'
  | 'managersChanged'
  | 'codeMade'
  | 'codeRevoked'
  | 'playerJoined'
  | 'playerRenamed'
  | 'deviceAdded'
  | 'deviceRemoved'
  | 'pairingMade'
  | 'recoveryRenewed'
  | 'exported'
  | 'erased'
  | 'erasedByRetention';

export interface AuditEntry {
  readonly action: AuditAction;
  /** The owner or manager who did it; null for players, devices and the server itself. */
  readonly account?: string | null;
  readonly team?: string | null;
  /** Id of what it was done to; of players only while they exist: an erasure takes it out of the whole list. */
  readonly subject?: string | null;
}

/** Adds a row. Inside a transaction give the transaction, so that the row stands exactly if what it says was done. */
export async function writeAudit(db: Kysely<Tables>, { now }: Pick<Grounds, 'now'>, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      at: now(),
      action: entry.action,
      account_id: entry.account ?? null,
      team_id: entry.team ?? null,
      subject: entry.subject ?? null,
    })
    .execute();
}
