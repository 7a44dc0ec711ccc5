/**
 * `npm start [-- --demo]`: builds the game if it must, opens the database and the doors, and prints the one address to
 * open. With `--demo` it opens on a made-up team in a folder of its own, and signs in by one press.
 */
import { DatabaseTrouble } from '../src/server/database/database.ts';
import { readCatalogue } from '../src/server/files/catalogue.ts';
import type { Grounds } from '../src/server/grounds.ts';
import { makeLog } from '../src/server/log.ts';
import { type RunningServer, runServer } from '../src/server/run-server.ts';
import { readSettings, type Settings, SettingTrouble } from '../src/server/settings.ts';
import { buildOnce, DIST, ROOT } from './start/build-once.ts';
import { findTemplate } from './start/database-template.ts';

/** A stop that takes longer is cut short: everything acknowledged is on the disk already. */
const STOP_MS = 10_000;

// The bots and what they know are loaded only by whoever wants them.
const demo = process.argv.includes('--demo') ? await import('./demo/prepare-demo.ts') : undefined;
const environment = demo?.demoEnvironment(process.env) ?? process.env;
const settings = await orSay(() => readSettings(environment, ROOT, process.stdout.isTTY));
if (await orSay(buildOnce)) console.log('Built.');
const server = await orSay(() => open(settings));
if (settings.port !== 0 && server.port !== settings.port)
  console.log(`Port ${settings.port} is taken, so the game is on ${server.port}.`);
console.log(`Marshal's Baton is open at ${server.address}`);
if (server.setupLink !== null)
  console.log(`To make teams, open this link once, within a day, and become the owner:\n  ${server.setupLink}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
void server.lost.then((reason) => {
  console.error(`The server stops: ${reason.message}`);
  return stop(1);
});

async function open(wanted: Settings): Promise<RunningServer> {
  const template = findTemplate();
  return runServer(wanted, {
    catalogue: await readCatalogue(DIST),
    log: makeLog(wanted.logLevel),
    ...(template === undefined ? {} : { template }),
    ...(demo === undefined ? {} : { demo: true, prepare: fillDemo }),
  });
}

async function fillDemo(grounds: Grounds): Promise<void> {
  await demo?.prepareDemo(grounds, { ...demo.DEMO_WISHES, onProgress: demo.makeProgressLine(process.stdout) });
}

async function stop(code: number): Promise<void> {
  setTimeout(() => process.exit(1), STOP_MS).unref();
  try {
    await server.stop();
    process.exit(code);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}

/** What whoever runs the server can put right is said in words; anything else with its whole story. */
async function orSay<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const isClear = error instanceof SettingTrouble || error instanceof DatabaseTrouble;
    console.error(isClear ? error.message : (sayDoor(error) ?? error));
    process.exit(1);
  }
}

/** Doors that cannot be opened: the system says it in codes. */
function sayDoor(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `No port from ${settings.port} on is free. Set PORT to another one.`;
  if (code === 'EACCES') return `This user may not listen on port ${settings.port}. Set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address "${settings.host}". Set HOST to one that it has, or to 0.0.0.0 for all.`;
  return undefined;
}
