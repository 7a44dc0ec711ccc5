/** The first owner: whoever has the link that the server printed when it was started. */
import { SetupSchema } from '../../wire/accounts.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { startSession } from '../guard/sessions.ts';
import { Refusal } from '../routing/refusal.ts';
import { route } from '../routing/route.ts';
import { makeAccount } from './make-account.ts';
import { lookAtLink, makeLink, useLink } from './links.ts';
import { hasOwner } from './setup-state.ts';
import { refuseWeak } from './passwords/rules.ts';
import { hashPassword } from './passwords/scrypt.ts';
import { answerSession } from './answer-session.ts';

/**
 * While there is no owner: makes a new set-up link, good for a day, and voids those before it. To be called at each
 * start and printed on the console, never written to a log that others read.
 *
 * @returns the link, or null when there is an owner already
 */
export async function ensureSetupLink(grounds: Grounds): Promise<string | null> {
  if (await hasOwner(grounds.db)) return null;
  const { token } = await grounds.db.transaction().execute(async (db) => {
    await db.deleteFrom('link').where('what', '=', 'setup').execute();
    return makeLink(db, grounds, { what: 'setup', role: 'owner', teams: [], by: null });
  });
  // In the fragment: browsers send it to nobody, so it stands in no log and no referrer.
  return `${grounds.origin}/team/setup#${token}`;
}

export const setupRoute = route({
  method: 'POST',
  path: '/api/setup',
  allow: ['nobody', 'manager', 'owner'],
  body: SetupSchema,
  limits: [{ count: 10, seconds: 600, by: 'address' }],
  async handle({ grounds, body, request }) {
    const email = body.email.toLowerCase();
    // Looked at first: a password is not stretched for somebody without the link.
    await lookAtLink(grounds, 'setup', body.token);
    refuseWeak(body.password, { name: body.name, email });
    const password = await hashPassword(body.password);
    const { account, cookie } = await grounds.db.transaction().execute(async (db) => {
      await useLink(db, grounds, 'setup', body.token);
      if (await hasOwner(db)) throw new Refusal('linkSpent');
      const account = await makeAccount(db, grounds, { role: 'owner', name: body.name, email, password, teams: [] });
      await writeAudit(db, grounds, { action: 'setUp', account, subject: account });
      return { account, cookie: await startSession(db, grounds, request, account, 'password') };
    });
    return answerSession(grounds, account, { cookies: [cookie], status: 201 });
  },
});
