/** What this kiosk can really offer of what the organiser chose. */
import { isOpen, loadActFile } from '../../app/acts.ts';
import { canDraw } from '../../app/play/can-draw.ts';
import { hasWay } from '../play/cut.ts';
import type { KioskAct } from '../settings/kiosk-settings.ts';
import type { Offer } from './kiosk.ts';

/** Acts and ways that this version of the game does not have are left out, and none is offered twice. */
export async function listOffers(acts: readonly KioskAct[]): Promise<readonly Offer[]> {
  const playable = canDraw();
  const found = await Promise.all(
    acts
      .filter(({ act }) => isOpen(act))
      .map(async ({ act, way }) => ({ offer: { act, way, playable }, has: hasWay(await loadActFile(act), way) })),
  );
  const offers = found.filter(({ has }) => has).map(({ offer }) => offer);
  return [...new Map(offers.map((offer) => [`${offer.act} ${offer.way ?? ''}`, offer])).values()];
}
