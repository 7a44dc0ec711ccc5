import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { chromium, type Browser } from 'playwright-core';

import { findBrowser } from './find-browser.ts';

/** Tests run as root in most containers, where Chromium has no sandbox; sound goes nowhere. */
const FLAGS = ['--no-sandbox', '--mute-audio', '--disable-dev-shm-usage'];

/** Starts a browser that keeps nothing. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({ executablePath, env: { ...definedEnv(), ...env }, args: FLAGS });
}

/** A browser with a profile on disk, in a process of its own that can be killed like a power cut. */
export interface KillableBrowser {
  readonly browser: Browser;
  /** Kills every process of the browser at once, without a word of warning. Nothing happens when it has ended already. */
  kill(): Promise<void>;
}

/** Starts a browser that keeps everything in `profile`. */
export async function openKillableBrowser(profile: string): Promise<KillableBrowser> {
  const { executablePath, env } = await findBrowser();
  const child = spawn(
    executablePath,
    [
      ...FLAGS,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      'about:blank',
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const strike = (): void => {
    // The child leads a group of its own, so this reaches its helpers and nothing else.
    if (child.pid !== undefined && !isOver()) process.kill(-child.pid, 'SIGKILL');
  };
  // Whoever ends before the browser takes it along.
  process.once('exit', strike);
  child.once('exit', () => process.off('exit', strike));
  const browser = await chromium.connectOverCDP(await readAddress(child));
  return {
    browser,
    async kill() {
      if (isOver()) return;
      const ended = once(child, 'exit');
      strike();
      await ended;
    },
  };
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /ws:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the browser ended before it listened: ${said}`)));
  });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
