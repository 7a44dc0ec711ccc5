import type { Configuration } from 'openid-client';

import { isThisMachine, type CompanySettings } from './settings.ts';

/** What the issuer says of itself, read once and again after this time (keys may have been changed). */
const KEEP_MS = 60 * 60 * 1000;
const TIMEOUT_SECONDS = 10;

let kept: { readonly of: string; readonly until: number; readonly client: Promise<Configuration> } | undefined;

/** The client of the company's sign-in; asks the issuer at the first call. @throws when the issuer cannot be reached */
export async function companyClient(settings: CompanySettings): Promise<Configuration> {
  const of = JSON.stringify([settings.issuer, settings.clientId, settings.clientSecret]);
  if (kept?.of !== of || kept.until < performance.now())
    kept = { of, until: performance.now() + KEEP_MS, client: discover(settings) };
  try {
    return await kept.client;
  } catch (error) {
    kept = undefined;
    throw error;
  }
}

async function discover({ issuer, clientId, clientSecret }: CompanySettings): Promise<Configuration> {
  // Loaded here: most servers have no company's sign-in, and every one would pay for it at the start.
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import('openid-client');
  return discovery(issuer, clientId, clientSecret, undefined, {
    timeout: TIMEOUT_SECONDS,
    // The ID token's signature is checked too, not only the connection that it came by.
    execute: [
      enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' && isThisMachine(issuer) ? [allowInsecureRequests] : []),
    ],
  });
}
