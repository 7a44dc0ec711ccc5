/** One round of bringing onto the device what the server has, and of counting what is here. */
import { currentLanguage } from '../../i18n/index.ts';
import { readFormats } from './formats.ts';
import { fetchRest } from './fetch-rest.ts';
import { chooseFiles, countParts, type OfflineFormat, type OfflineList } from './list.ts';
import { clearShelf, fetchList, putThere, readHere, readKeptList } from './shelf.ts';
import { offline } from './state.ts';
import { otherVersionIsOpen } from './tabs.ts';

export interface BringOrder {
  /** The page's own version. */
  readonly entry: string;
  /** The player asked for it: then the device's wish to save data does not count. */
  readonly asked: boolean;
  readonly untilCalm: () => Promise<void>;
}

/** Whether this page is a kiosk's: then its own pages have to come along. */
function isKiosk(): boolean {
  return /^\/kiosk(\/|$)/.test(location.pathname);
}

/** Whether the device asks to be spared. */
function isThrifty(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * Fetches what is missing of the server's version, be it the page's own or a newer one.
 *
 * @returns whether the server's version would lack nothing on this device that the present one has
 */
export async function bring({ entry, asked, untilCalm }: BringOrder): Promise<boolean> {
  const newest = await fetchList().catch(() => null);
  const mine = newest?.entry === entry ? newest : await readKeptList(entry);
  const known = newest ?? mine;
  if (known === null) {
    offline.setState({ fetching: 'offline' });
    return false;
  }
  const formats = await readFormats(known);
  const wasWhole = mine !== null && (await count(mine, formats)) === 0;
  if (newest === null) {
    offline.setState({ fetching: wasWhole ? 'idle' : 'offline' });
    return false;
  }
  if (isThrifty() && !asked && !wasWhole) {
    offline.setState({ fetching: 'thrifty' });
    return true;
  }
  offline.setState({ fetching: 'going' });
  const files = chooseFiles(newest, formats, isKiosk());
  const here = new Set(await readHere(newest));
  const fetched = await fetchRest(files, here, { language: currentLanguage(), putThere, untilCalm }, () => {
    if (newest === mine) offline.setState({ count: countParts(files, here) });
  });
  if (fetched === 'whole' && newest === mine && !(await otherVersionIsOpen(entry))) await clearShelf(newest);
  if (mine !== null) await count(mine, formats);
  offline.setState({ fetching: fetched === 'whole' ? 'idle' : fetched });
  return fetched === 'whole' || !wasWhole;
}

/** Counts what is here of a version, shows it, and returns the bytes that are missing. */
async function count(list: OfflineList, formats: ReadonlySet<OfflineFormat>): Promise<number> {
  const counted = countParts(chooseFiles(list, formats, isKiosk()), await readHere(list));
  offline.setState({ count: counted });
  return counted.missing;
}
