/**
 * A served game whose server can be stopped and started again at the same address, and whose build can be replaced by a
 * newer one while pages are open.
 */
import { createHash } from 'node:crypto';

import { buildOnce, DIST } from '../../../scripts/start/build-once.ts';
import { readCatalogue, type Catalogue, type ServedFile } from '../../../src/server/files/catalogue.ts';
import { buildHouse } from '../../../src/server/house.ts';
import { openDoors, type OpenDoors } from '../../../src/server/open-doors.ts';
import type { Product } from './product.ts';

export interface ChangingHouse extends Product {
  readonly files: Catalogue;
  /** Every path that was asked for so far. */
  readonly asked: readonly string[];
  /** Stops answering. */
  stop(): Promise<void>;
  /** Answers again. */
  start(): Promise<void>;
  /** Replaces the build by one in which these files have changed, and what names them; the old ones are gone. */
  renew(changed: readonly RegExp[]): void;
}

export async function openChangingHouse(): Promise<ChangingHouse> {
  await buildOnce();
  const files = new Map(await readCatalogue(DIST));
  const asked: string[] = [];
  const house = buildHouse({ catalogue: files });
  const listening = {
    fetch: (request: Request, ...rest: unknown[]): Response | Promise<Response> => {
      asked.push(new URL(request.url).pathname);
      return (house.fetch as (request: Request, ...rest: unknown[]) => Response | Promise<Response>)(request, ...rest);
    },
  };
  let doors: OpenDoors | null = await openDoors(listening, { port: 0, host: 'localhost' });
  const { address, port } = doors;
  const stop = async (): Promise<void> => {
    await doors?.close();
    doors = null;
  };
  return {
    address,
    files,
    asked,
    stop,
    async start() {
      doors ??= await openDoors(listening, { port, host: 'localhost' });
    },
    renew(changed) {
      const next = makeNext(files, changed);
      files.clear();
      for (const [path, file] of next) files.set(path, file);
    },
    close: stop,
  };
}

/** How many builds were made of one: each has its own names. */
let builds = 0;

/** The same game as a newer build would lay it out: other names for what changed, and everywhere where they are named. */
export function makeNext(files: Catalogue, changed: readonly RegExp[]): ReadonlyMap<string, ServedFile> {
  builds += 1;
  const renamed = new Map<string, string>();
  const rename = (path: string): void => {
    const name = path.split('/').at(-1) ?? '';
    if (!path.startsWith('/assets/') || renamed.has(name)) return;
    // What the file's content was called stays in its name: several files may be called the same but for that.
    renamed.set(name, name.replace(/-(?:build\d{3})?([\w-]{8})\./, `-build${String(builds).padStart(3, '0')}$1.`));
    // A file that names another one changes with it.
    for (const [other, file] of files) if (/\.(js|css)$/.test(other) && file.bytes.includes(name)) rename(other);
  };
  for (const path of files.keys()) if (changed.some((each) => each.test(path.split('/').at(-1) ?? ''))) rename(path);
  const names = new RegExp([...renamed.keys()].map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  const put = (text: string): string => text.replaceAll(names, (name) => renamed.get(name) ?? name);
  const next = new Map<string, ServedFile>();
  const page = files.get('/index.html');
  const revision = createHash('md5')
    .update(put(page?.bytes.toString() ?? ''))
    .digest('hex');
  for (const [path, file] of files) {
    const isText = /^(text|application\/(json|manifest))/.test(file.type);
    const before = isText ? file.bytes.toString() : '';
    let after = put(before);
    if (path === '/sw.js') after = after.replace(/(url:"index\.html",revision:")[^"]*/, `$1${revision}`);
    next.set(put(path), after === before ? file : changeText(file, after));
  }
  return next;
}

function changeText(file: ServedFile, text: string): ServedFile {
  return {
    ...file,
    etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
    bytes: Buffer.from(text),
    coded: {},
  };
}
