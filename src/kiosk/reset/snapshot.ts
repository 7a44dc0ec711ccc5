/**
 * Everything in which a visitor could have left something, as plain data: taken at the first attract after every load
 * and at the end of every reset, and compared by the tests (K1, K2). The kiosk's own database, in which finished visits
 * wait for the server, and the drawn stage, on which a bot plays, are not in it.
 */

/** The kiosk's own database. */
const OWN_DATABASE = 'marshals-baton-kiosk';

export interface Snapshot {
  readonly settings: unknown;
  readonly address: string;
  readonly title: string;
  /** Of `<html>`, by name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The page's words without the stage's, and the values of its fields. */
  readonly words: string;
  readonly focus: string;
  readonly selection: string;
  readonly scroll: readonly [x: number, y: number];
  readonly dialogs: number;
  readonly media: number;
  readonly localStorage: Readonly<Record<string, string>>;
  readonly sessionStorage: Readonly<Record<string, string>>;
  readonly cookies: string;
  /** Rows by database and store. */
  readonly databases: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  readonly caches: readonly string[];
  readonly speaking: boolean;
  /** Things that are open and have to be closed at a reset. */
  readonly open: number;
  /** Unfinished runs. */
  readonly drafts: readonly string[];
  /** The name and the code of whoever is here; null when nobody is. */
  readonly visitor: unknown;
}

/** What lies in a store of texts, by key. A store that is forbidden holds nothing. */
function readStorage(storage: () => Storage): Readonly<Record<string, string>> {
  try {
    const held = storage();
    const keys = Array.from({ length: held.length }, (_, place) => held.key(place) ?? '').sort();
    return Object.fromEntries(keys.map((key) => [key, held.getItem(key) ?? '']));
  } catch {
    return {};
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('a database did not answer'));
  });
}

/** Every row of every database but the kiosk's own. */
export async function readDatabases(factory: IDBFactory): Promise<Snapshot['databases']> {
  const found: Record<string, Record<string, readonly unknown[]>> = {};
  for (const { name } of (await factory.databases?.()) ?? []) {
    if (name === undefined || name === OWN_DATABASE) continue;
    const database = await answered(factory.open(name));
    const stores: Record<string, readonly unknown[]> = {};
    const names = [...database.objectStoreNames].sort();
    if (names.length > 0) {
      const transaction = database.transaction(names, 'readonly');
      for (const store of names) stores[store] = await answered(transaction.objectStore(store).getAll());
    }
    database.close();
    found[name] = stores;
  }
  return found;
}

/** The words of a page without its stages, with what stands in fields. */
function readWords(page: Document): string {
  const copy = page.body.cloneNode(true) as HTMLElement;
  for (const stage of copy.querySelectorAll('.theatre, script, style')) stage.remove();
  const fields = [...page.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(({ value }) => value);
  return [copy.textContent ?? '', ...fields].join(' ').replaceAll(/\s+/g, ' ').trim();
}

function nameFocus({ activeElement, body }: Document): string {
  if (activeElement === null || activeElement === body) return '';
  return `${activeElement.tagName.toLowerCase()}.${activeElement.className}`;
}

/** What the snapshot cannot find on the page itself. */
export type Inner = Pick<Snapshot, 'settings' | 'open' | 'drafts' | 'visitor'>;

export async function takeSnapshot(inner: Inner): Promise<Snapshot> {
  const root = document.documentElement;
  return {
    ...inner,
    address: location.pathname + location.search + location.hash,
    title: document.title,
    attributes: Object.fromEntries(
      root
        .getAttributeNames()
        .toSorted()
        .map((name) => [name, root.getAttribute(name) ?? '']),
    ),
    words: readWords(document),
    focus: nameFocus(document),
    selection: getSelection()?.toString() ?? '',
    scroll: [scrollX, scrollY],
    dialogs: document.querySelectorAll('dialog[open]').length,
    media: document.querySelectorAll('audio, video').length,
    localStorage: readStorage(() => localStorage),
    sessionStorage: readStorage(() => sessionStorage),
    cookies: document.cookie,
    databases: await readDatabases(indexedDB),
    caches: 'caches' in window ? [...(await caches.keys())].sort() : [],
    speaking: 'speechSynthesis' in window && (speechSynthesis.speaking || speechSynthesis.pending),
  };
}
