import type { Grounds } from '../grounds.ts';

type Origin = Pick<Grounds, 'origin'>;

/**
 * By https a cookie is `__Host-` and `Secure`: no other host and no plain connection can set or read it. By plain http
 * (this machine, a local network) browsers refuse such a cookie, so it has a name of its own there.
 */
function cookieName({ origin }: Origin, name: string): string {
  return isSecure(origin) ? `__Host-${name}` : name;
}

/** The header that sets a cookie; `seconds` 0 takes it away. `Lax`, so that a link in a message still finds the session. */
export function setCookie({ origin }: Origin, name: string, value: string, seconds: number): string {
  const parts = [
    `${cookieName({ origin }, name)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${seconds}`,
  ];
  if (isSecure(origin)) parts.push('Secure');
  return parts.join('; ');
}

/** The value of a cookie that came with a request; null when there is none. */
export function readCookie(grounds: Origin, request: Request, name: string): string | null {
  const wanted = `${cookieName(grounds, name)}=`;
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const pair = part.trim();
    if (pair.startsWith(wanted)) return pair.slice(wanted.length);
  }
  return null;
}

function isSecure(origin: string): boolean {
  return origin.startsWith('https://');
}
