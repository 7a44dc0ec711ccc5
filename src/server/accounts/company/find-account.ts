import type { Kysely } from 'kysely';

import type { COMPANY_REFUSALS } from '../../../wire/refusal.ts';
import type { Tables } from '../../database/tables.ts';
import type { Grounds } from '../../grounds.ts';
import { writeAudit } from '../../guard/audit.ts';
import { makeAccount } from '../make-account.ts';
import type { CompanySettings } from './settings.ts';

/** What the company says of somebody, as far as it is used. */
export interface CompanyPerson {
  readonly subject: string;
  readonly email: string | undefined;
  /** Only what says `true` counts: an unproven address must not open somebody else's account. */
  readonly emailVerified: boolean;
  readonly name: string | undefined;
}
export type CompanyRefusal = (typeof COMPANY_REFUSALS)[number];

/**
 * The account that a person of the company comes to: the one they came to before; else the one with their proven
 * address; else, where the address is of `OIDC_ALLOW_DOMAIN`, a new manager without teams.
 *
 * @returns the account's id, or why there is none
 */
export async function findCompanyAccount(
  db: Kysely<Tables>,
  grounds: Pick<Grounds, 'now'>,
  settings: CompanySettings,
  person: CompanyPerson,
): Promise<{ readonly account: string } | { readonly refused: CompanyRefusal }> {
  const issuer = settings.issuer.href;
  const known = await db
    .selectFrom('identity')
    .innerJoin('account', 'account.id', 'identity.account_id')
    .select('account.id')
    .where('identity.issuer', '=', issuer)
    .where('identity.subject', '=', person.subject)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (known !== undefined) return { account: known.id };
  const email = person.email?.trim().toLowerCase();
  if (email === undefined || email === '' || !person.emailVerified) return { refused: 'unverified' };
  const byEmail = await db
    .selectFrom('account')
    .select(['id', 'disabled_at'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (byEmail !== undefined && byEmail.disabled_at !== null) return { refused: 'unknown' };
  const account = byEmail?.id ?? (await makeManager(db, grounds, settings, email, person.name));
  if (account === null) return { refused: 'unknown' };
  await db
    .insertInto('identity')
    .values({ issuer, subject: person.subject, account_id: account })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet({ account_id: account }))
    .execute();
  return { account };
}

async function makeManager(
  db: Kysely<Tables>,
  grounds: Pick<Grounds, 'now'>,
  { allowDomain }: CompanySettings,
  email: string,
  name: string | undefined,
): Promise<string | null> {
  if (allowDomain === null || email.split('@').at(-1) !== allowDomain) return null;
  const shown = (name ?? email.split('@')[0] ?? email)
    .normalize('NFC')
    .replace(/[\p{C}]/gu, '')
    .trim()
    .slice(0, 40);
  const account = await makeAccount(db, grounds, {
    role: 'manager',
    name: shown === '' ? email.slice(0, 40) : shown,
    email,
    password: null,
    teams: [],
  });
  await writeAudit(db, grounds, { action: 'accountMade', account, subject: account });
  return account;
}
