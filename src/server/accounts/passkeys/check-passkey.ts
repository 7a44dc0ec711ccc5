import type { AuthenticationResponseJSON } from '@simplewebauthn/server';

import type { Grounds } from '../../grounds.ts';
import { writeAudit } from '../../guard/audit.ts';
import { Refusal } from '../../routing/refusal.ts';
import { partyId } from './party.ts';

/**
 * Checks what an authenticator signed, and that its counter went on: one that stands still or falls back is a copy.
 *
 * @returns the account's id
 * @throws Refusal `wrongLogin`, whatever was wrong
 */
export async function checkPasskey(
  grounds: Grounds,
  challenge: string,
  response: AuthenticationResponseJSON,
): Promise<string> {
  const key = await grounds.db
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'passkey.account_id')
    .select(['passkey.id', 'passkey.account_id', 'passkey.public_key', 'passkey.counter', 'passkey.transports'])
    .where('passkey.id', '=', response.id)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (key === undefined) throw await fail(null);
  const counter = Number(key.counter);
  // Loaded here: see `routes.ts`.
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: grounds.origin,
    expectedRPID: partyId(grounds.origin),
    credential: { id: key.id, publicKey: new Uint8Array(key.public_key), counter },
    requireUserVerification: true,
  }).catch(() => null);
  if (checked?.verified !== true) throw await fail(key.account_id);
  const { userHandle } = response.response;
  if (userHandle !== undefined && Buffer.from(userHandle, 'base64url').toString() !== key.account_id)
    throw await fail(key.account_id);
  // Only from the value that was checked: of two sign-ins with one copied state, one gets through.
  const moved = await grounds.db
    .updateTable('passkey')
    .set({ counter: String(checked.authenticationInfo.newCounter) })
    .where('id', '=', key.id)
    .where('counter', '=', key.counter)
    .returning('id')
    .executeTakeFirst();
  if (moved === undefined) throw await fail(key.account_id);
  return key.account_id;

  async function fail(account: string | null): Promise<Refusal> {
    await writeAudit(grounds.db, grounds, { action: 'signInFailed', subject: account });
    return new Refusal('wrongLogin');
  }
}
