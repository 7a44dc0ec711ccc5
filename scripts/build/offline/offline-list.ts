/**
 * Writes `offline.json`: every file that the page needs to play without a network, with its size and its part. The page
 * fetches them after its first screen (`src/app/offline/`); the service worker itself takes along only the shell, which
 * is what has to be of one piece: the page, its entry, and the words of every language.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import type { OfflineFile, OfflineList } from '../../../src/app/offline/list.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { packOf } from './packs.ts';

/** The list's name in the build. */
export const LIST = 'offline.json';
/** What lies beside the bundle and belongs to the shell. */
const LAID_BESIDE = ['first-light.js', 'emblem.svg', 'favicon.svg'] as const;
const SHELL_WORDS = new RegExp(`^virtual:language/(${LANGUAGES.join('|')})$`);
/** Formats of which a browser needs one only. */
const FORMATS = ['avif', 'webp', 'webm', 'm4a'] as const;

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;
type BuiltThing = Bundle[string];

/** Names, in the build, of the files that the service worker takes along when it is installed. */
export type Shell = ReadonlySet<string>;

/** The plugin, and the shell once the bundle has been written. */
export function offlineList(root: string): { readonly plugin: Plugin; readonly shell: () => Shell } {
  let shell: Shell = new Set();
  return {
    shell: () => shell,
    plugin: {
      name: 'offline-list',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          const made = listOffline(bundle, root);
          shell = made.shell;
          this.emitFile({ type: 'asset', fileName: LIST, source: JSON.stringify(made.list) });
        },
      },
    },
  };
}

function listOffline(bundle: Bundle, root: string): { readonly list: OfflineList; readonly shell: Shell } {
  const acts = readdirSync(join(root, 'src/acts'));
  const chunks = Object.values(bundle).filter((thing) => thing.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (entry === undefined) throw new Error('the build has no entry');
  const words = chunks.filter(({ moduleIds }) => moduleIds.some((id) => SHELL_WORDS.test(sourceName(id, root))));
  const shell = new Set(['index.html', ...LAID_BESIDE, ...gatherCarried(bundle, [entry, ...words])]);
  const carried = gatherReached(bundle, entry, root);
  const files = Object.values(bundle).flatMap((thing): OfflineFile[] => {
    const isPage = !thing.fileName.startsWith('assets/') || thing.fileName.endsWith('.map');
    if (isPage || (thing.type === 'chunk' && !carried.has(thing.fileName))) return [];
    const sources = sourcesOf(thing, root);
    const pack = shell.has(thing.fileName) ? 'shell' : packOf(sources, acts);
    if (pack === null) return [];
    const format = formatOf(thing, bundle, root);
    const file = { url: `/${thing.fileName}`, bytes: sizeOf(thing), pack };
    return [format === undefined ? file : { ...file, format }];
  });
  const beside = LAID_BESIDE.map((name): OfflineFile => {
    return { url: `/${name}`, bytes: readFileSync(join(root, 'public', name)).length, pack: 'shell' };
  });
  const page = bundle['index.html'];
  const pages: OfflineFile[] = page === undefined ? [] : [{ url: '/', bytes: sizeOf(page), pack: 'shell' }];
  return { list: { version: 1, entry: `/${entry.fileName}`, files: [...pages, ...beside, ...files] }, shell };
}

/** Chunks with everything that they cannot start without: what they import, and their style sheets. */
function gatherCarried(bundle: Bundle, from: readonly Chunk[]): ReadonlySet<string> {
  const found = new Set<string>();
  const go = (chunk: Chunk): void => {
    if (found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) found.add(sheet);
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') go(next);
    }
  };
  from.forEach(go);
  return found;
}

/** Every chunk that the player's screens can come to ask for: all but those behind the managers' door. */
function gatherReached(bundle: Bundle, entry: Chunk, root: string): ReadonlySet<string> {
  const found = new Set<string>();
  const go = (name: string): void => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== 'chunk') return;
    if (chunk.facadeModuleId !== null && sourceName(chunk.facadeModuleId, root).startsWith('src/team/')) return;
    found.add(name);
    [...chunk.imports, ...chunk.dynamicImports].forEach(go);
  };
  go(entry.fileName);
  return found;
}

/** A module's or a file's name from the repository's root; a module of the build's own without its mark. */
function sourceName(id: string, root: string): string {
  const bare = id.replace(/^\0/, '').replace(/\?.*$/, '');
  return isAbsolute(bare) ? relative(root, bare).replaceAll('\\', '/') : bare;
}

function sourcesOf(thing: BuiltThing, root: string): readonly string[] {
  const names = thing.type === 'chunk' ? thing.moduleIds : thing.originalFileNames;
  // A chunk that only leads to others belongs where its own module does, not where a polyfill of the build's comes from.
  return names.map((name) => sourceName(name, root)).filter((name) => !/^(vite|rolldown)\//.test(name));
}

function sizeOf(thing: BuiltThing): number {
  return Buffer.byteLength(thing.type === 'chunk' ? thing.code : thing.source);
}

/** The format of a picture or a sound that also lies there in another one. */
function formatOf(thing: BuiltThing, bundle: Bundle, root: string): OfflineFile['format'] {
  const format = FORMATS.find((each) => thing.fileName.endsWith(`.${each}`));
  if (format === undefined) return undefined;
  const stem = (name: string): string => name.replace(/\.[^.]+$/, '');
  const own = new Set(sourcesOf(thing, root).map(stem));
  const hasTwin = Object.values(bundle).some(
    (other) =>
      other !== thing &&
      other.type === 'asset' &&
      FORMATS.some((each) => other.fileName.endsWith(`.${each}`)) &&
      sourcesOf(other, root).some((name) => own.has(stem(name))),
  );
  return hasTwin ? format : undefined;
}
