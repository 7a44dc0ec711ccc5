import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { digestSources, findYoungestSource } from './sources-digest.ts';

/** The folder of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** The built game. `DIST` names another build, which is then taken as it is. */
export const DIST = process.env['DIST'] ?? join(ROOT, 'dist');

const STAMP = join(ROOT, '.cache', 'built-from');

/**
 * Builds the game unless the build that is there was made from exactly these sources.
 *
 * @returns whether it built
 * @throws when the build fails; its own output says why
 */
export async function buildOnce(): Promise<boolean> {
  if (process.env['DIST'] !== undefined) return false;
  const digest = await digestSources(ROOT);
  const isBuilt = existsSync(join(DIST, 'index.html'));
  if (isBuilt && (await readFile(STAMP, 'utf8').catch(() => '')) === digest) return false;
  // A build by hand leaves no stamp; when it is younger than everything it is made of, it is taken.
  const isYoung = isBuilt && (await stat(join(DIST, 'index.html'))).mtimeMs > (await findYoungestSource(ROOT));
  if (!isYoung) await runBuild();
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  await writeFile(STAMP, digest);
  return !isYoung;
}

function runBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', 'build'], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      // Tests run with another value, and what is built with it is no product: it would never play without a network.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('The game could not be built; the lines above say why.'));
    });
  });
}
