/** The kiosk's machine: a browser with a profile of its own, started and started again as its launch script would. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { BrowserContext, CDPSession, ConsoleMessage, Page } from 'playwright-core';

import type { Station } from '../../src/kiosk/messages/messages.ts';
import { DATABASE } from '../../src/kiosk/outbox/database.ts';
import type { KioskHere } from '../../src/kiosk/settings/kiosk-settings.ts';
import type { Visit } from '../../src/wire/kiosk.ts';
import { openKillableBrowser, type KillableBrowser } from '../../tests/browser/driver/browser.ts';
import { layKiosk, waitForWholeKiosk } from '../../tests/browser/driver/kiosk.ts';
import { layHooks, type SoakNews } from './in-page.ts';

/** Small, because without a graphics card every pixel is drawn by the processor. */
const SIZE = { width: 640, height: 360 } as const;

/** One start of the browser. */
interface Life {
  readonly browser: KillableBrowser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly began: number;
}

export interface DeviceWishes {
  readonly address: string;
  readonly here: KioskHere;
  readonly speed: number;
  /** Something that must not happen has happened. */
  readonly blame: (what: string) => void;
}

export class Device {
  /** Starts of the browser so far, from 0. */
  life = -1;
  station: Station = 'boot';
  /** Visits of which the medium said that it has them, by id, as they were last. */
  readonly kept = new Map<string, Visit>();
  /** Loads of the frame and of the outer page. */
  readonly loads = { frame: 0, outer: 0 };
  readonly #wishes: DeviceWishes;
  readonly #profile: string;
  #now: Life | null = null;
  /** What is expected to be complained about for the moment. */
  readonly #borne = new Set<RegExp>();
  #mayLoad = true;
  #listeners = new Set<(news: SoakNews) => void>();

  private constructor(wishes: DeviceWishes, profile: string) {
    this.#wishes = wishes;
    this.#profile = profile;
  }

  /** Makes a fresh machine, sets it up as a kiosk and starts it. */
  static async open(wishes: DeviceWishes): Promise<Device> {
    const device = new Device(wishes, await mkdtemp(join(tmpdir(), 'soak-profile-')));
    try {
      await device.#startBrowser();
      await layKiosk(device.page, wishes.address, wishes.here);
      await device.#openKiosk();
      // The evening before, with a network.
      await waitForWholeKiosk(device.page);
      return device;
    } catch (error) {
      await device.close();
      throw error;
    }
  }

  get page(): Page {
    return this.#life.page;
  }
  get context(): BrowserContext {
    return this.#life.context;
  }
  get devtools(): CDPSession {
    return this.#life.devtools;
  }
  /** Milliseconds since this life began. */
  get age(): number {
    return performance.now() - this.#life.began;
  }

  get #life(): Life {
    if (this.#now === null) throw new Error('the browser does not run');
    return this.#now;
  }

  /** Ends every process of the browser at once, as a power cut does. */
  async cutPower(): Promise<void> {
    const { browser } = this.#life;
    this.#now = null;
    this.station = 'boot';
    await browser.kill();
  }

  /** Starts the browser on the same profile, straight into the kiosk. */
  async start(): Promise<void> {
    await this.#startBrowser();
    await this.#openKiosk();
  }

  /** While something is done that makes the page complain, these complaints are no faults. */
  async bear(complaints: readonly RegExp[], doing: () => Promise<void>): Promise<void> {
    for (const each of complaints) this.#borne.add(each);
    try {
      await doing();
    } finally {
      // What was provoked last may be told a moment later.
      await wait(300);
      for (const each of complaints) this.#borne.delete(each);
    }
  }

  /** While this goes on, a load of the frame or of the page in the middle of a visit is no fault. */
  async allowLoads(doing: () => Promise<void>): Promise<void> {
    this.#mayLoad = true;
    try {
      await doing();
    } finally {
      this.#mayLoad = false;
    }
  }

  /** Waits for news. Resolves to whether they came in time. */
  async hear(wanted: (news: SoakNews) => boolean, patience: number): Promise<boolean> {
    let listen: (news: SoakNews) => void = () => undefined;
    const came = new Promise<boolean>((resolve) => {
      listen = (news) => void (wanted(news) && resolve(true));
    });
    this.#listeners.add(listen);
    const stop = new AbortController();
    try {
      return await Promise.race([came, wait(patience, false, { signal: stop.signal })]);
    } finally {
      stop.abort();
      this.#listeners.delete(listen);
    }
  }

  /** Waits until the kiosk is at one of these stations. Resolves to whether it came there in time. */
  async reach(wanted: readonly Station[], patience: number): Promise<boolean> {
    if (wanted.includes(this.station)) return true;
    return this.hear((news) => news.what === 'station' && wanted.includes(news.station as Station), patience);
  }

  /** Resident memory of all the browser's processes, in bytes; 0 where the system does not tell. */
  async readMemory(): Promise<number> {
    const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
    const processes = await Promise.all(pids.map(readProcess));
    // The browser leads a group of its own, in which all its helpers are.
    const group = processes.find(({ command }) => command.includes(this.#profile))?.group;
    return processes.filter((each) => each.group === group).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async close(): Promise<void> {
    const life = this.#now;
    this.#now = null;
    await life?.browser.kill();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  async #startBrowser(): Promise<void> {
    const browser = await openKillableBrowser(this.#profile);
    try {
      const context = browser.browser.contexts()[0] as BrowserContext;
      const given = JSON.stringify({ speed: this.#wishes.speed, database: DATABASE });
      await context.exposeBinding('soakHeard', (_, news: SoakNews) => this.#note(news));
      // The bundler of this script names functions by a function of its own, which no page has.
      await context.addInitScript({
        content: `globalThis.__name ??= (f) => f; (${layHooks.toString()})(${given});`,
      });
      const page = context.pages()[0] ?? (await context.newPage());
      page.setDefaultTimeout(30_000);
      await page.setViewportSize(SIZE);
      this.#watch(context, page);
      const devtools = await context.newCDPSession(page);
      await devtools.send('Performance.enable');
      await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 10 });
      this.life += 1;
      this.#now = { browser, context, page, devtools, began: performance.now() };
    } catch (error) {
      await browser.kill();
      throw error;
    }
  }

  async #openKiosk(): Promise<void> {
    await this.allowLoads(async () => {
      await this.page.goto(`${this.#wishes.address}/kiosk`);
      if (!(await this.reach(['attract'], 90_000))) {
        throw new Error(`the kiosk did not come to its attract loop: it stands at ${this.station}`);
      }
    });
  }

  #note(news: SoakNews): void {
    switch (news.what) {
      case 'station':
        this.station = news.station as Station;
        break;
      case 'kept':
        for (const visit of news.visits) this.kept.set(visit.id, visit);
        break;
      case 'loaded':
        this.#noteLoad(news.path);
        break;
      case 'message':
        if (news.kiosk === 'failed') this.#blame(`the inner page failed: ${news.reason ?? ''}`);
    }
    for (const listener of this.#listeners) listener(news);
  }

  /** A visitor must never see the page loaded anew. */
  #noteLoad(path: string): void {
    const isOuter = /^\/kiosk\/?$/.test(path);
    if (isOuter) this.loads.outer += 1;
    else this.loads.frame += 1;
    const isIdle = this.station === 'attract' || this.station === 'reset' || this.station === 'boot';
    if (!isIdle && !this.#mayLoad)
      this.#blame(`the ${isOuter ? 'page' : 'frame'} was loaded anew while somebody was at ${this.station}`);
    this.station = 'boot';
  }

  #watch(context: BrowserContext, page: Page): void {
    page.on('pageerror', (error) => this.#blame(`error: ${error.name}: ${error.message} ${error.stack ?? ''}`));
    page.on('console', (message) => this.#hearConsole(message));
    page.on('crash', () => this.#blame('the page crashed'));
    page.on('response', (response) => {
      if (response.status() >= 400) this.#blame(`${response.status()}: ${response.url()}`);
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== this.#wishes.address)
        this.#blame(`a request to somebody else: ${request.url()}`);
    });
  }

  #hearConsole(message: ConsoleMessage): void {
    const text = message.text();
    // Chromium warns when it takes the oldest of too many drawing contexts away: that is a leak.
    if (message.type() === 'error' || /too many active webgl/i.test(text)) this.#blame(`console: ${text}`);
  }

  #blame(what: string): void {
    if (![...this.#borne].some((each) => each.test(what))) this.#wishes.blame(what);
  }
}

interface FoundProcess {
  readonly group: string;
  readonly command: string;
  readonly bytes: number;
}

/** One that has ended meanwhile has neither command nor memory. */
async function readProcess(pid: string): Promise<FoundProcess> {
  const read = (name: string): Promise<string> => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
  const [command, stat, status] = await Promise.all([read('cmdline'), read('stat'), read('status')]);
  // The program's name stands in brackets and may have blanks in it; then follow state, parent and group.
  const group = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2] ?? '';
  return { group, command, bytes: 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) };
}
