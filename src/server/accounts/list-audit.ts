import type { AuditAnswer } from '../../wire/accounts.ts';
import type { Grounds } from '../grounds.ts';

const PAGE = 100;

/** The latest entries, newest first; with `before` (an entry's id) those older than it. */
export async function listAudit({ db }: Grounds, before: string | null): Promise<AuditAnswer['entries']> {
  let query = db
    .selectFrom('audit')
    .leftJoin('account', 'account.id', 'audit.account_id')
    .select(['audit.id', 'audit.at', 'audit.action', 'audit.team_id', 'audit.subject', 'account.name'])
    .orderBy('audit.id', 'desc')
    .limit(PAGE);
  if (before !== null && /^\d{1,18}$/.test(before)) query = query.where('audit.id', '<', before);
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: row.name,
    action: row.action,
    team: row.team_id,
    subject: row.subject,
  }));
}
