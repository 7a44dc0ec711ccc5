/** Makes a draft the kiosk of this device: hashes its PIN, joins its team, keeps it, tells the server of the event. */
import { startDelivery, type DeliverableBook } from '../outbox/index.ts';
import type { DeliveryFault } from '../outbox/visit-book.ts';
import { hashPin } from '../pin/hash-pin.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';
import { readSettings, type HouseActs } from '../settings/read-settings.ts';
import { settleDraft, type Draft } from './draft.ts';
import { joinTeam, type WhyNotJoined } from './join-team.ts';

/** Whether the server knows the event: `alone` has none, `later` is told as soon as there is a network. */
export type Told = 'alone' | 'told' | 'later' | DeliveryFault;

export type Kept =
  | { readonly ok: true; readonly here: KioskHere; readonly told: Told }
  | { readonly ok: false; readonly at: 'code'; readonly why: WhyNotJoined }
  /** Without Web Crypto, without a database; or what was to be kept is not what is read again. */
  | { readonly ok: false; readonly at: 'device' };

/**
 * Never rejects, and changes nothing on the device unless it says `ok`.
 *
 * @param before the membership that the device has already; a code in the draft takes its place
 */
export async function keepSetup(
  draft: Draft,
  before: KioskHere['membership'],
  { book, acts }: { readonly book: DeliverableBook; readonly acts: HouseActs },
): Promise<Kept> {
  const device = { ok: false, at: 'device' } as const;
  try {
    const pin = draft.pin === '' && draft.keptPin !== null ? draft.keptPin : await hashPin(draft.pin);
    const read = readSettings(settleDraft(draft, pin), acts);
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    let membership = before;
    if (draft.code.trim() !== '') {
      const joined = await joinTeam(draft.code, read.settings.event.name);
      if (!joined.ok) return { ok: false, at: 'code', why: joined.why };
      membership = joined.membership;
    }
    const here: KioskHere = { settings: read.settings, membership };
    await book.writeHere(here);
    await navigator.storage?.persist?.().catch(() => false);
    return { ok: true, here, told: membership === null ? 'alone' : await tellServer(book) };
  } catch (error) {
    reportError(error);
    return device;
  }
}

/** One round of the delivery, which begins with the event. */
async function tellServer(book: DeliverableBook): Promise<Told> {
  const delivery = startDelivery(book);
  const round = await delivery.deliverNow();
  delivery.stop();
  const { fault } = await book.waiting();
  if (fault !== null) return fault;
  return round.end === 'clean' ? 'told' : 'later';
}
