import type { KioskHere } from '../settings/kiosk-settings.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { DeliveryRow, HereRow } from './database.ts';

/** What lies there is no set-up, and no later look will find one: it can only be written anew. */
export class SpoiltSettings extends Error {
  override readonly name = 'SpoiltSettings';
}

/** What this device is set up as, from its store; null when it is not. Throws `SpoiltSettings` when it cannot be read. */
export async function readHere(store: {
  get(key: 'here'): Promise<HereRow | DeliveryRow | undefined>;
}): Promise<KioskHere | null> {
  const row = await store.get('here');
  if (row?.key !== 'here') return null;
  const read = readSettings(row.here.settings);
  if (!read.ok) throw new SpoiltSettings(`the kiosk's settings cannot be read: ${JSON.stringify(read.fault)}`);
  return { settings: read.settings, membership: row.here.membership };
}
