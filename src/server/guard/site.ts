import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site made a browser send. Browsers say where a request comes from (`Sec-Fetch-Site`, or
 * `Origin` where the page came over plain http from another machine) and pages cannot change that. A caller that says
 * neither is no browser, and nobody's cookies travel with it. Forms of other sites cannot send JSON either.
 *
 * @throws Refusal `notAllowed`, `badRequest`
 */
export function refuseOtherSites(grounds: Pick<Grounds, 'origin'>, request: Request): void {
  if (READING.has(request.method)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw new Refusal('notAllowed', 'the request comes from another site');
  const origin = request.headers.get('origin');
  if (site === null && origin !== null && !isOwn(grounds, origin, request))
    throw new Refusal('notAllowed', 'the request comes from another site');
  const type = request.headers.get('content-type');
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal('badRequest', 'the content type must be application/json');
}

/** On a local network one server has many names; the one that was typed stands in `Host`, which pages cannot set. */
function isOwn({ origin }: Pick<Grounds, 'origin'>, said: string, request: Request): boolean {
  if (said === origin) return true;
  return URL.canParse(said) && new URL(said).host === (request.headers.get('host') ?? new URL(request.url).host);
}
