import { isIP } from 'node:net';

/** What authenticators show as the one that asks. */
export const PARTY_NAME = "The Marshal's Baton";

/** The name that passkeys are bound to: the host that players and managers reach. */
export function partyId(origin: string): string {
  return new URL(origin).hostname;
}

/** Browsers make passkeys for names with https, and for this machine; never for bare addresses. */
export function canUsePasskeys(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  if (hostname === 'localhost') return true;
  return protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
}
