/** Whether anything of a visitor can still be found at the kiosk after they are gone. */
import type { Page } from 'playwright-core';

import { nameText } from '../../src/app/claim/visitor-name.ts';
import { DATABASE } from '../../src/kiosk/outbox/database.ts';
import type { Visit } from '../../src/wire/kiosk.ts';
import { findInside } from '../../tests/browser/driver/kiosk.ts';

/** Everything in which something could lie, as text, by the place where it lies. */
type Places = Readonly<Record<string, string>>;

/** The board's memory: it has ids and names of visits, but never a code or a record. */
const BOARD = 'board';

/** The code that takes a visit home, in both its forms, and the ids of what was played. */
function listSecrets({ claim, records }: Visit): readonly string[] {
  const codes = claim === null ? [] : [claim, `${claim.slice(0, 5)}-${claim.slice(5)}`];
  const ids = records.flatMap((record) => {
    const { id } = record as { readonly id?: unknown };
    return typeof id === 'string' ? [id] : [];
  });
  return [...codes, ...ids];
}

/** Where the page keeps the list of what it has put away. */
const KEPT_LIST = '/offline-list';

/** Looks for visitors whose results were kept, when they should be gone. */
export class ForeignSearch {
  readonly #page: () => Page;
  /** Told of in the moment in which the medium has them: the server may have taken them before anybody looks. */
  readonly #visits: ReadonlyMap<string, Visit>;
  readonly #served: ReadonlySet<string>;
  /** How `<html>` was dressed at the first attract. */
  #dressed: string | null = null;

  constructor(page: () => Page, visits: ReadonlyMap<string, Visit>, served: ReadonlySet<string>) {
    this.#page = page;
    this.#visits = visits;
    this.#served = served;
  }

  /** Looks everywhere. Call in the attract loop. @returns what was found, in words */
  async look(): Promise<readonly string[]> {
    const page = this.#page();
    const [outer, inner, stored] = await Promise.all([
      page.evaluate(readDocument),
      findInside(page).evaluate(readDocument),
      page.evaluate(readStored, [DATABASE, BOARD] as const),
    ]);
    const places: Places = {
      ...stored.places,
      'outer page': outer.text,
      'inner page': inner.text,
    };
    const found: string[] = [];
    for (const visit of this.#visits.values())
      for (const [place, text] of Object.entries(places)) {
        const shown = place === BOARD ? [] : [nameText(visit.name), visit.id];
        for (const trace of [...listSecrets(visit), ...shown])
          if (text.includes(trace)) found.push(`${trace} of a visitor in ${place}`);
      }
    for (const path of stored.cached)
      if (path !== KEPT_LIST && !this.#served.has(path === '/' ? '/index.html' : path))
        found.push(`a cache has ${path}`);
    this.#dressed ??= inner.dress;
    if (inner.dress !== this.#dressed) found.push(`the page is dressed for a visitor: ${inner.dress}`);
    return found;
  }
}

/** In a page: everything that stands in it, but for the board, which shows names to everybody. */
function readDocument(): { readonly text: string; readonly dress: string } {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const board of copy.querySelectorAll('.board-list')) board.remove();
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(({ value }) => value);
  const state = JSON.stringify(history.state ?? null);
  const dress = [...document.documentElement.attributes]
    .map(({ name, value }) => `${name}=${value}`)
    .toSorted()
    .join(' ');
  return { text: [copy.outerHTML, document.title, location.href, state, ...fields].join('\n'), dress };
}

/**
 * In the outer page: all storage of the origin. Left out is where a finished visit has its place: the outbox until the
 * server has it, and the board's lines, which hold the places of a name in the lists and no code.
 */
async function readStored([own, board]: readonly [own: string, board: string]): Promise<{
  readonly places: Readonly<Record<string, string>>;
  readonly cached: readonly string[];
}> {
  const places: Record<string, string> = {
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    cookies: document.cookie,
  };
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
    });
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      if (name === own && store === 'visits') continue;
      const rows = JSON.stringify(await answer(database.transaction(store).objectStore(store).getAll()));
      const isBoard = name === own && ['runs', 'boards', 'hidden'].includes(store);
      if (isBoard) places[board] = `${places[board] ?? ''}\n${rows}`;
      else places[`${name}/${store}`] = rows;
    }
    database.close();
  }
  const cached: string[] = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) cached.push(new URL(url).pathname);
  return { places, cached };
}
