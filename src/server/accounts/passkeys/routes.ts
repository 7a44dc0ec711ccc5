import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';

import { MakePasskeySchema, type PasskeyCeremony, UsePasskeySchema } from '../../../wire/accounts.ts';
import { writeAudit } from '../../guard/audit.ts';
import { startSession } from '../../guard/sessions.ts';
import { Refusal } from '../../routing/refusal.ts';
import { route, type Route } from '../../routing/route.ts';
import { accountOf } from '../account-of.ts';
import { answerSession } from '../answer-session.ts';
import { beginCeremony, endCeremony } from '../ceremonies.ts';
import { demandFresh } from '../fresh.ts';
import { canUsePasskeys, PARTY_NAME, partyId } from './party.ts';
import { checkPasskey } from './check-passkey.ts';

const BOTH = ['manager', 'owner'] as const;
const CEREMONY_SECONDS = 5 * 60;
const MOST_PASSKEYS = 20;
const MakingSchema = v.strictObject({ challenge: v.string(), account: v.string() });
const UsingSchema = v.strictObject({ challenge: v.string() });

/** Loaded at the first passkey: it is large, and every server would pay for it at the start. */
const loadWebAuthn = async () => import('@simplewebauthn/server');

export const passkeyRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/account/passkeys/options',
    allow: BOTH,
    limits: [{ count: 30, seconds: 600, by: 'caller' }],
    async handle({ grounds, caller }) {
      if (!canUsePasskeys(grounds.origin)) throw new Refusal('notFound', 'passkeys need https');
      const { id, session } = accountOf(caller);
      await demandFresh(grounds, session);
      const account = await grounds.db
        .selectFrom('account')
        .select(['name', 'email'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const own = await grounds.db
        .selectFrom('passkey')
        .select(['id', 'transports'])
        .where('account_id', '=', id)
        .execute();
      if (own.length >= MOST_PASSKEYS)
        throw new Refusal('conflict', `an account has at most ${MOST_PASSKEYS} passkeys`);
      const { generateRegistrationOptions } = await loadWebAuthn();
      const options = await generateRegistrationOptions({
        rpName: PARTY_NAME,
        rpID: partyId(grounds.origin),
        userName: account.email,
        userDisplayName: account.name,
        userID: new TextEncoder().encode(id),
        attestationType: 'none',
        excludeCredentials: own.map((key) => ({ id: key.id, transports: [...key.transports] })),
        // A passkey signs in by itself: it must be found without a name, and ask who holds it.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const ceremony = await beginCeremony(
        grounds,
        'passkeyMake',
        { challenge: options.challenge, account: id },
        CEREMONY_SECONDS,
      );
      const answer: PasskeyCeremony = { ceremony, options: { ...options } };
      return { json: answer };
    },
  }),

  route({
    method: 'POST',
    path: '/api/account/passkeys',
    allow: BOTH,
    body: MakePasskeySchema,
    async handle({ grounds, caller, body }) {
      const { id } = accountOf(caller);
      const { challenge, account } = await endCeremony(grounds.db, grounds, 'passkeyMake', body.ceremony, MakingSchema);
      if (account !== id) throw new Refusal('linkSpent');
      const { verifyRegistrationResponse } = await loadWebAuthn();
      const made = await verifyRegistrationResponse({
        response: body.response as unknown as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: grounds.origin,
        expectedRPID: partyId(grounds.origin),
        requireUserVerification: true,
      }).catch((error: unknown) => {
        throw new Refusal('badRequest', error instanceof Error ? error.message : 'not a passkey');
      });
      if (!made.verified) throw new Refusal('badRequest', 'not verified');
      const { credential } = made.registrationInfo;
      await grounds.db.transaction().execute(async (db) => {
        const kept = await db
          .insertInto('passkey')
          .values({
            id: credential.id,
            account_id: id,
            public_key: Buffer.from(credential.publicKey),
            counter: String(credential.counter),
            transports: JSON.stringify(credential.transports ?? []),
            name: body.name,
            created_at: grounds.now(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (kept === undefined) throw new Refusal('conflict', 'this passkey is known');
        await writeAudit(db, grounds, { action: 'passkeyMade', account: id, subject: id });
      });
      return answerSession(grounds, id, { status: 201 });
    },
  }),

  route({
    method: 'DELETE',
    path: '/api/account/passkeys/:passkey',
    allow: BOTH,
    async handle({ grounds, caller, params }) {
      const { id, session } = accountOf(caller);
      await demandFresh(grounds, session);
      const removed = await grounds.db
        .deleteFrom('passkey')
        .where('id', '=', params['passkey'] ?? '')
        .where('account_id', '=', id)
        .returning('id')
        .executeTakeFirst();
      if (removed === undefined) throw new Refusal('notFound');
      await writeAudit(grounds.db, grounds, { action: 'passkeyRemoved', account: id, subject: id });
      return { status: 204 };
    },
  }),

  route({
    method: 'POST',
    path: '/api/sessions/passkey/options',
    allow: ['nobody', ...BOTH],
    limits: [{ count: 60, seconds: 600, by: 'address' }],
    async handle({ grounds }) {
      if (!canUsePasskeys(grounds.origin)) throw new Refusal('notFound', 'passkeys need https');
      // Names no credentials: whoever asks learns nothing about who has one.
      const { generateAuthenticationOptions } = await loadWebAuthn();
      const options = await generateAuthenticationOptions({
        rpID: partyId(grounds.origin),
        userVerification: 'required',
      });
      const ceremony = await beginCeremony(grounds, 'passkeyUse', { challenge: options.challenge }, CEREMONY_SECONDS);
      const answer: PasskeyCeremony = { ceremony, options: { ...options } };
      return { json: answer };
    },
  }),

  route({
    method: 'POST',
    path: '/api/sessions/passkey',
    allow: ['nobody', ...BOTH],
    body: UsePasskeySchema,
    limits: [{ count: 60, seconds: 600, by: 'address' }],
    async handle({ grounds, body, request }) {
      const { challenge } = await endCeremony(grounds.db, grounds, 'passkeyUse', body.ceremony, UsingSchema);
      const account = await checkPasskey(grounds, challenge, body.response as unknown as AuthenticationResponseJSON);
      const cookie = await startSession(grounds.db, grounds, request, account, 'passkey');
      await writeAudit(grounds.db, grounds, { action: 'signedIn', account, subject: account });
      return answerSession(grounds, account, { cookies: [cookie], status: 201 });
    },
  }),
];
