// `npm start`. Plain JavaScript, so that the server need not carry what reads TypeScript: another process makes ready
// what is needed, and ends; then the bundled server runs in this one. What it does is in `start.ts`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const prepare = fileURLToPath(new URL('start/prepare-server.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--import', 'tsx', prepare], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
// The build is there now; the server need not look again.
process.env['DIST'] ??= fileURLToPath(new URL('../dist', import.meta.url));
const bundles = new URL('../.cache/server/', import.meta.url);
const current = readFileSync(new URL('current', bundles), 'utf8');
await import(new URL(`${current}/start.mjs`, bundles).href);
