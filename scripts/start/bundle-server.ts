/**
 * The server as plain JavaScript, in `.cache/server`. TypeScript can be run as it is (`scripts/start.ts`), but reading it
 * costs every thread its share: bundled, the server needs 180 MB instead of 310 (measured).
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build, type Plugin } from 'vite';

import { ROOT } from './build-once.ts';

/** Each bundle has a folder of its own, by the fingerprint of its sources: one that is running is never replaced. */
const FOLDER = join(ROOT, '.cache', 'server');
/** Holds the name of the bundle to start. */
const CURRENT = join(FOLDER, 'current');
/** Bundles kept: some server may still be running from an earlier one. */
const KEPT = 3;
/** Packages that find files or threads of their own beside themselves. */
const LEFT_OUT = [/^@electric-sql\/pglite/, /^pino$/, /^pg$/, /^node:/];
const SOURCES = ['src', 'scripts'];

/** Bundles the server unless there is a bundle of exactly these sources; its entry is `start.mjs`. */
export async function bundleServerOnce(): Promise<void> {
  const name = digestServer();
  const folder = join(FOLDER, name);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    await bundleServer(unfinished);
    // Another start may have made the same one meanwhile.
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
    await removeOld();
  }
  await writeFile(`${CURRENT}.${process.pid}`, name);
  await rename(`${CURRENT}.${process.pid}`, CURRENT);
}

async function removeOld(): Promise<void> {
  const bundles = readdirSync(FOLDER)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ path: join(FOLDER, name), age: statSync(join(FOLDER, name)).mtimeMs }));
  const old = bundles.toSorted((one, other) => other.age - one.age).slice(KEPT);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}

async function bundleServer(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    plugins: [keepPlaces()],
    resolve: { conditions: ['node'] },
    ssr: { noExternal: true, external: [] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { start: join(ROOT, 'scripts', 'start.ts'), ...listThreads() },
        external: LEFT_OUT,
        output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'part-[name]-[hash].mjs' },
      },
    },
  });
}

/** The programs of threads and child processes: each `.mjs` of the server loads one file of TypeScript. */
function listThreads(): Record<string, string> {
  const server = join(ROOT, 'src', 'server');
  const found = readdirSync(server, { recursive: true, withFileTypes: true }).filter(({ name }) =>
    name.endsWith('.mjs'),
  );
  return Object.fromEntries(
    found.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      const loads = /await import\('(\.\/[\w-]+\.ts)'\)/.exec(readFileSync(file, 'utf8'))?.[1];
      if (loads === undefined) throw new Error(`${file} does not load a file of TypeScript.`);
      return [nameOfThread(file), join(parentPath, loads)];
    }),
  );
}

function nameOfThread(file: string): string {
  return relative(join(ROOT, 'src', 'server'), file)
    .replace(/\.mjs$/, '')
    .replace(/[\\/]/g, '-');
}

/** In the bundle, our files still know where they were: data beside them is found there, threads beside the bundle. */
function keepPlaces(): Plugin {
  return {
    name: 'keep-places',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('import.meta.')) return undefined;
      const folder = dirname(id);
      return code
        .replaceAll('import.meta.dirname', JSON.stringify(folder))
        .replace(/new URL\('([\w.-]+)', import\.meta\.url\)/g, (_, name: string) =>
          name.endsWith('.mjs')
            ? `new URL('${nameOfThread(resolve(folder, name))}.mjs', import.meta.url)`
            : `new URL(${JSON.stringify(pathToFileURL(join(folder, basename(name))).href)})`,
        );
    },
  };
}

function digestServer(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const source of SOURCES) {
    const files = readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.toSorted()) hash.update(`${relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
