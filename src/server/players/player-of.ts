import { Refusal } from '../routing/refusal.ts';
import type { Caller } from '../routing/route.ts';

/** The player or kiosk whose device calls. Routes that use it allow only those; the refusal is for a row that forgot to. */
export function playerOf(caller: Caller): { readonly player: string; readonly team: string; readonly device: string } {
  if (caller.role !== 'player' && caller.role !== 'kiosk') throw new Refusal('notAllowed');
  return { player: caller.player, team: caller.team, device: caller.device };
}
