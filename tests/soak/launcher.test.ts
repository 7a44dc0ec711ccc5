/** The launch script for Linux with a program in the browser's place: what it is given, and what follows when it ends. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'kiosk', 'linux', 'kiosk.sh');
const ADDRESS = 'https://game.example.org';

let folder: string;
let profile: string;
let browser: string;
let launcher: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launcher-'));
  profile = join(folder, 'profile');
  browser = join(folder, 'browser');
  await mkdir(profile);
  // Writes down how it was started, says each time that it lives, and waits to be ended.
  await writeFile(
    browser,
    `#!/bin/sh\nprintf '%s\\n' "$$ $*" >>'${folder}/starts'\nmkdir -p '${profile}/Default/IndexedDB'\nexec sleep 100\n`,
  );
  await chmod(browser, 0o755);
});
afterEach(async () => {
  if (launcher?.exitCode === null) {
    const ended = once(launcher, 'exit');
    launcher.kill('SIGTERM');
    await ended;
  }
  launcher = undefined;
  await rm(folder, { recursive: true, force: true });
});

const env = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  BROWSER: browser,
  PROFILE: profile,
  ...more,
});

function launch(more: Readonly<Record<string, string>> = {}): ChildProcess {
  launcher = spawn('sh', [SCRIPT, ADDRESS], { env: env({ LOOK_EVERY: '1', ...more }), stdio: 'ignore' });
  return launcher;
}

/** Each start of the browser: its process, and what it was given. */
async function readStarts(): Promise<readonly { readonly pid: number; readonly given: string }[]> {
  const lines = await readFile(join(folder, 'starts'), 'utf8').catch(() => '');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ pid: Number.parseInt(line, 10), given: line.slice(line.indexOf(' ') + 1) }));
}

async function waitForStart(number: number): Promise<{ readonly pid: number; readonly given: string }> {
  return vi.waitFor(
    async () => {
      const start = (await readStarts())[number - 1];
      if (start === undefined) throw new Error(`not started ${number} times`);
      return start;
    },
    { timeout: 20_000, interval: 100 },
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the launch script', () => {
  test('starts the kiosk on an ordinary profile, with flags that exist', async () => {
    launch({ MORE_FLAGS: '--one --two' });
    const { given } = await waitForStart(1);
    expect(given.split(' ')).toEqual([
      '--kiosk',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--hide-crash-restore-bubble',
      '--noerrdialogs',
      '--disable-pinch',
      '--overscroll-history-navigation=0',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-component-update',
      '--password-store=basic',
      '--one',
      '--two',
      `${ADDRESS}/kiosk`,
    ]);
  });

  test('clears away the locks of a browser that was killed', async () => {
    // No process has this number: it is above what Linux gives.
    await symlink(`${hostname()}-99999999`, join(profile, 'SingletonLock'));
    await symlink('somewhere', join(profile, 'SingletonCookie'));
    launch();
    await waitForStart(1);
    const left = spawnSync('ls', ['-A', profile], { encoding: 'utf8' }).stdout;
    expect(left).not.toContain('Singleton');
  });

  test('leaves a browser alone that is at work on the profile', async () => {
    const other = spawn('sh', ['-c', `exec sleep 100 # ${profile}`], { stdio: 'ignore' });
    const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 100000)', profile], { stdio: 'ignore' });
    try {
      await symlink(`${hostname()}-${holder.pid}`, join(profile, 'SingletonLock'));
      const ended = once(launch(), 'exit');
      expect((await ended)[0]).toBe(2);
      expect(await readStarts()).toEqual([]);
      expect(isAlive(holder.pid ?? 0)).toBe(true);
    } finally {
      holder.kill();
      other.kill();
    }
  });

  test('starts the browser again when it was killed, and takes it along when it ends itself', async () => {
    launch();
    const first = await waitForStart(1);
    process.kill(first.pid, 'SIGKILL');
    const second = await waitForStart(2);
    expect(second.pid).not.toBe(first.pid);
    const ended = once(launcher as ChildProcess, 'exit');
    launcher?.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    expect(isAlive(second.pid)).toBe(false);
  });

  test('starts it anew when the page has fallen silent, but only after it was heard', async () => {
    launch({ QUIET_FOR: '4' });
    const first = await waitForStart(1);
    const log = join(profile, 'Default', 'IndexedDB', '000003.log');
    // What is written while the browser starts does not count: longer than the silence that is borne, nothing happens.
    await new Promise((resolve) => setTimeout(resolve, 7000));
    expect(isAlive(first.pid)).toBe(true);
    for (const text of ['a', 'ab', 'abc', 'abcd']) {
      await writeFile(log, text);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      expect(isAlive(first.pid)).toBe(true);
    }
    const second = await waitForStart(2);
    expect(second.pid).not.toBe(first.pid);
  });

  test.each([
    ['http://game.example.org', {}],
    [ADDRESS, { RESTART_AT: '25:00' }],
    [ADDRESS, { QUIET_FOR: 'soon' }],
    [ADDRESS, { LOOK_EVERY: '0' }],
    [ADDRESS, { BROWSER: '', PATH: '/nowhere' }],
  ])('refuses %s with %o, and says why', (address, more) => {
    const { status, stderr } = spawnSync('/bin/sh', [SCRIPT, address], { env: env(more), encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(existsSync(join(folder, 'starts'))).toBe(false);
  });
});

describe('the policies', () => {
  test('are a file that a browser can read, without those that would throw the game away', async () => {
    const file = join(import.meta.dirname, '..', '..', 'scripts', 'kiosk', 'linux', 'policies.json');
    const policies = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    expect(policies['URLAllowlist']).toEqual([ADDRESS]);
    const names = Object.keys(policies).join(' ');
    expect(names).not.toMatch(
      /ForceEphemeralProfiles|ClearBrowsingData|BrowsingDataLifetime|IdleTimeout|KioskModeEnabled/,
    );
  });
});

describe('the launch script for Windows', () => {
  test('gives nothing the name of a parameter, which is the same in small and capital letters', async () => {
    const file = join(import.meta.dirname, '..', '..', 'scripts', 'kiosk', 'windows', 'kiosk.ps1');
    const script = await readFile(file, 'utf8');
    const [declared = '', rest = ''] = script.split(/^\)$/m, 2);
    const parameters = [...declared.matchAll(/\]\s*\$(\w+)/g)].map(([, name = '']) => name.toLowerCase());
    expect(parameters).toEqual(['address', 'restartat', 'browser', 'keep', 'quietfor']);
    // A parameter keeps its type: a process put under the name of a text would become one.
    const given = [...rest.matchAll(/\$script:(\w+)\s*=[^=]/g)].map(([, name = '']) => name.toLowerCase());
    expect(given).toContain('running');
    expect(given.filter((name) => parameters.includes(name))).toEqual([]);
  });
});
