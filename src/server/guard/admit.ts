import type { Grounds } from '../grounds.ts';
import { MOST_BYTES } from '../routing/read-body.ts';
import { Refusal } from '../routing/refusal.ts';
import type { Caller } from '../routing/route.ts';
import { findAddress } from './address.ts';
import { findCaller } from './callers.ts';
import { limitCalls } from './limits.ts';
import { refuseOtherSites } from './site.ts';
import type { Admitted, Asked } from './types.ts';

/** Names in paths that stand for rows with a UUID: anything else there is not found, and never reaches a query. */
const IDS = ['team', 'player', 'account', 'invitation', 'code'] as const;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** See `Admit`. */
export async function admit(grounds: Grounds, { route, params, request, peer }: Asked): Promise<Admitted> {
  refuseOtherSites(grounds, request);
  const address = findAddress(request, peer, grounds.trustedProxies);
  const caller = await findCaller(grounds, request);
  if (!route.allow.includes(caller.role)) throw new Refusal(caller.role === 'nobody' ? 'notSignedIn' : 'notAllowed');
  for (const name of IDS) if (params[name] !== undefined && !UUID.test(params[name])) throw new Refusal('notFound');
  const team = params['team'];
  if (team !== undefined) await refuseOtherTeams(grounds, caller, team);
  await limitCalls(grounds, route, caller, address, sizeOf(route, request));
  return { caller, address };
}

/** Kilobytes of a body: as many as it may have when it does not say, or says more; reading it finds out who lied. */
function sizeOf({ mostBytes = MOST_BYTES }: Asked['route'], request: Request): number {
  const said = Number(request.headers.get('content-length') ?? mostBytes);
  return Math.ceil((said >= 0 ? Math.min(said, mostBytes) : mostBytes) / 1024);
}

/** A team of others is answered like one that does not exist, so that nobody learns which teams there are. */
async function refuseOtherTeams({ db }: Grounds, caller: Caller, team: string): Promise<void> {
  if (!(await mayEnter())) throw new Refusal('notFound');

  async function mayEnter(): Promise<boolean> {
    switch (caller.role) {
      case 'nobody':
        return false;
      case 'player':
      case 'kiosk':
        return caller.team === team;
      case 'manager':
        return caller.teams.includes(team);
      case 'owner':
        return (await db.selectFrom('team').select('id').where('id', '=', team).executeTakeFirst()) !== undefined;
    }
  }
}
