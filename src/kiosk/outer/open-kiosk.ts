/** What the outer page needs before it shows anything: settings, their language, its words. */
import { wearFonts } from '../../app/fonts.ts';
import { fetchParts } from '../../app/part-text.ts';
import { changeLanguage, type Language } from '../../i18n/index.ts';
import { openVisitBook, SpoiltSettings, type DeliverableBook } from '../outbox/index.ts';
import { readFragment, SETUP_PATH } from '../settings/carry-settings.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';

export interface OpenedKiosk {
  readonly book: DeliverableBook;
  readonly here: KioskHere;
}

/** The event's own language is the staff's, unless the address asks for another. */
async function speakFirst(languages: readonly Language[]): Promise<void> {
  const [first] = languages;
  if (first === undefined || new URLSearchParams(location.search).has('lang')) return;
  wearFonts(first);
  // The language that the page began in is better than none.
  await changeLanguage(first).catch(() => undefined);
}

/** So many loads of the page in a row in which the settings make no sense, and they never will. */
const MOST_UNREAD = 3;
const UNREAD = 'kiosk.unread';

/** How many loads in a row have not read the settings, with this one. */
function countUnread(): number {
  try {
    const count = Number(sessionStorage.getItem(UNREAD)) + 1;
    sessionStorage.setItem(UNREAD, String(count));
    return count;
  } catch {
    return MOST_UNREAD;
  }
}

function forgetUnread(): void {
  try {
    sessionStorage.removeItem(UNREAD);
  } catch {
    // Then there is nothing to be forgotten.
  }
}

/**
 * Opens the kiosk; null when the page leads on to the set-up instead. Rejects when its words do not
 * arrive, and when its settings cannot be read just now: a disk that is busy must not lead visitors to the set-up.
 */
export async function openKiosk(): Promise<OpenedKiosk | null> {
  const book = openVisitBook();
  const here = await book.readHere().catch((reason: unknown) => {
    // A disk that fails is no business of whoever stands there, and the set-up would have no PIN to ask for.
    if (!(reason instanceof SpoiltSettings) || countUnread() < MOST_UNREAD) throw reason;
    // What can never be read is for the set-up to say, and to write anew.
    return null;
  });
  forgetUnread();
  const { settings, code } = readFragment(location.hash);
  if (here === null || settings !== '' || code !== '') {
    book.close();
    location.replace(SETUP_PATH + location.search + location.hash);
    return null;
  }
  await speakFirst(here.settings.languages);
  await fetchParts('organiser', 'claim');
  return { book, here };
}
