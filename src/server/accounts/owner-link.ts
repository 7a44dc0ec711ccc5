import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { makeLink } from './links.ts';

/**
 * Makes an invitation for one more owner, good for seven days. For whoever runs the server, when the only owner has
 * lost the password: being able to read the database's folder is the proof of who they are.
 *
 * @returns the part of the link after the origin
 */
export async function makeOwnerLink(db: Kysely<Tables>, { now }: Pick<Grounds, 'now'>): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const link = await makeLink(trx, { now }, { what: 'invitation', role: 'owner', teams: [], by: null });
    await writeAudit(trx, { now }, { action: 'invited', account: null, subject: link.id });
    return `/team/invitation#${link.token}`;
  });
}
