/** The files on the device: what is here, putting more there, and taking away what no version needs any more. */
import { SHELL, type OfflineFile, type OfflineList, readList } from './list.ts';
import { FETCHED_AHEAD, FILES } from './names.ts';

/** The list of what the server has now. */
const LIST = '/offline.json';
/** Lists lie beside the files that they name, so that the settings can count without a network. */
const KEPT_LIST = '/offline-list';

/** The page's own entry, by which it knows its list. */
export function ownEntry(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script === null ? '' : new URL(script.src).pathname;
}

/** Asks the server what it has now. Rejects without a network. */
export async function fetchList(): Promise<OfflineList | null> {
  const answer = await fetch(LIST, { cache: 'no-cache' });
  if (!answer.ok) return null;
  const list = readList(await answer.json());
  if (list !== null) await (await caches.open(FILES)).put(keptAt(list.entry), Response.json(list));
  return list;
}

/** The list of a version as it was last seen. */
export async function readKeptList(entry: string): Promise<OfflineList | null> {
  const kept = await (await caches.open(FILES)).match(keptAt(entry));
  return kept === undefined ? null : readList(await kept.json());
}

const keptAt = (entry: string): string => `${KEPT_LIST}?${new URLSearchParams({ entry }).toString()}`;

/** Addresses of everything that is here. The shell is here as soon as a worker is active: it comes as one piece. */
export async function readHere(list: OfflineList): Promise<ReadonlySet<string>> {
  const requests = await (await caches.open(FILES)).keys();
  const here = new Set(requests.map(({ url }) => new URL(url).pathname));
  for (const { url, pack } of list.files) if (pack === SHELL) here.add(url);
  return here;
}

/** Fetches a file and puts it on the shelf. Rejects when it does not arrive, or when there is no room. */
export async function putThere({ url }: OfflineFile): Promise<void> {
  const answer = await fetch(url, { headers: { [FETCHED_AHEAD]: '1' }, priority: 'low' });
  // A server that answers with the page instead of the file would poison the shelf for good.
  if (answer.status !== 200 || answer.headers.get('Content-Type')?.startsWith('text/html') === true)
    throw new Error(`${url}: ${answer.status}`);
  await (await caches.open(FILES)).put(url, answer);
}

/** Takes away what this version does not need. What came in a format of second choice may stay: it was needed once. */
export async function clearShelf(list: OfflineList): Promise<void> {
  const needed = new Set(list.files.map(({ url }) => url));
  const cache = await caches.open(FILES);
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!needed.has(pathname) && pathname + search !== keptAt(list.entry)) await cache.delete(request);
  }
}
