/** What must be remembered between the two halves of a ceremony: a few minutes, once, whichever instance answers. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';

import type { CeremonyTable, Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { hashToken, makeToken } from '../guard/tokens.ts';
import { Refusal } from '../routing/refusal.ts';

/** @returns the token by which the second half finds it */
export async function beginCeremony(
  { db, now }: Grounds,
  what: CeremonyTable['what'],
  data: Readonly<Record<string, unknown>>,
  seconds: number,
): Promise<string> {
  const token = makeToken();
  const expires = new Date(now().getTime() + seconds * 1000);
  await db
    .insertInto('ceremony')
    .values({ token: hashToken(token), what, data: JSON.stringify(data), expires_at: expires })
    .execute();
  return token;
}

/** Takes it away and gives what was remembered. @throws Refusal `linkSpent` when it is unknown, used or too late */
export async function endCeremony<Data>(
  db: Kysely<Tables>,
  { now }: Pick<Grounds, 'now'>,
  what: CeremonyTable['what'],
  token: string,
  schema: v.GenericSchema<unknown, Data>,
): Promise<Data> {
  const found = await db
    .deleteFrom('ceremony')
    .where('token', '=', hashToken(token))
    .where('what', '=', what)
    .where('expires_at', '>', now())
    .returning('data')
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('linkSpent');
  return v.parse(schema, found.data);
}
