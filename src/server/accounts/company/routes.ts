import * as v from 'valibot';

import type { CompanySignIn } from '../../../wire/accounts.ts';
import type { Grounds } from '../../grounds.ts';
import { writeAudit } from '../../guard/audit.ts';
import { readCookie, setCookie } from '../../guard/cookies.ts';
import { startSession } from '../../guard/sessions.ts';
import { Refusal } from '../../routing/refusal.ts';
import { ROLES, route, type Route } from '../../routing/route.ts';
import { beginCeremony, endCeremony } from '../ceremonies.ts';
import { companyClient } from './client.ts';
import { findCompanyAccount, type CompanyPerson, type CompanyRefusal } from './find-account.ts';
import { returnAddress, type CompanySettings } from './settings.ts';

const CEREMONY_SECONDS = 10 * 60;
/** Ties the way back to the browser that set out: a link to a finished sign-in of somebody else leads nowhere. */
const COOKIE = 'oidc';
const DataSchema = v.strictObject({ state: v.string(), nonce: v.string(), verifier: v.string() });

export const companyRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/sessions/oidc',
    allow: ['nobody', 'manager', 'owner'],
    limits: [{ count: 60, seconds: 600, by: 'address' }],
    async handle({ grounds }) {
      const { company: settings } = grounds;
      if (settings === undefined) throw new Refusal('notFound');
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
        await import('openid-client');
      const client = await companyClient(settings).catch((error: unknown) => {
        grounds.log.warn({ fault: nameOf(error) }, 'the company sign-in cannot be reached');
        throw new Refusal('notReady');
      });
      const data = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const token = await beginCeremony(grounds, 'oidc', data, CEREMONY_SECONDS);
      const url = buildAuthorizationUrl(client, {
        redirect_uri: returnAddress(grounds.origin),
        scope: 'openid email profile',
        state: data.state,
        nonce: data.nonce,
        code_challenge: await calculatePKCECodeChallenge(data.verifier),
        code_challenge_method: 'S256',
      });
      const answer: CompanySignIn = { url: url.href };
      return Response.json(answer, {
        headers: { 'Set-Cookie': setCookie(grounds, COOKIE, token, CEREMONY_SECONDS), 'Cache-Control': 'no-store' },
      });
    },
  }),

  // The protocol asks for GET here; `state`, bound to the browser's cookie, does what the origin check does elsewhere.
  route({
    method: 'GET',
    path: '/api/sessions/oidc/return',
    allow: ROLES,
    limits: [{ count: 60, seconds: 600, by: 'address' }],
    async handle({ grounds, request }) {
      const { company: settings } = grounds;
      if (settings === undefined) throw new Refusal('notFound');
      const person = await askCompany(grounds, settings, request).catch((error: unknown) => {
        grounds.log.warn({ fault: nameOf(error) }, 'the company sign-in failed');
        return null;
      });
      if (person === null) return sendBack(grounds, 'failed');
      const found = await grounds.db.transaction().execute((db) => findCompanyAccount(db, grounds, settings, person));
      if ('refused' in found) {
        await writeAudit(grounds.db, grounds, { action: 'signInFailed' });
        return sendBack(grounds, found.refused);
      }
      const { account } = found;
      const cookie = await startSession(grounds.db, grounds, request, account, 'oidc');
      await writeAudit(grounds.db, grounds, { action: 'signedIn', account, subject: account });
      return sendBack(grounds, null, cookie);
    },
  }),
];

async function askCompany(grounds: Grounds, settings: CompanySettings, request: Request): Promise<CompanyPerson> {
  const token = readCookie(grounds, request, COOKIE);
  if (token === null) throw new Refusal('linkSpent');
  const { state, nonce, verifier } = await endCeremony(grounds.db, grounds, 'oidc', token, DataSchema);
  const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client');
  const client = await companyClient(settings);
  // By the address that was registered: behind a proxy the request's own host and protocol are the inner ones.
  const arrived = new URL(returnAddress(grounds.origin));
  arrived.search = new URL(request.url).search;
  const tokens = await authorizationCodeGrant(client, arrived, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Refusal('badRequest', 'no ID token');
  const told = claims['email'] === undefined ? await fetchUserInfo(client, tokens.access_token, claims.sub) : claims;
  return {
    subject: claims.sub,
    email: textOf(told['email']),
    emailVerified: told['email_verified'] === true,
    name: textOf(told['name']),
  };
}

function sendBack(grounds: Grounds, refused: CompanyRefusal | null, cookie?: string): Response {
  const reply = new Response(null, {
    status: 303,
    headers: { Location: refused === null ? '/team' : `/team/signin?refused=${refused}`, 'Cache-Control': 'no-store' },
  });
  reply.headers.append('Set-Cookie', setCookie(grounds, COOKIE, '', 0));
  if (cookie !== undefined) reply.headers.append('Set-Cookie', cookie);
  return reply;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What went wrong, for the log: never the message, in which a directory may name people. */
function nameOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return `${error instanceof Error ? error.name : 'unknown'} ${code}`.trim();
}
