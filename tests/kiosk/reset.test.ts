/** K1 and K2 on a small machine: everything that a visitor changes is real, only the page is a few plain things. */
import * as fc from 'fast-check';
import 'fake-indexeddb/auto'; // key ranges, which are global in a browser
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { keepSettings } from '../../src/player/settings/keeper.ts';
import { makeNoticeBoard } from '../../src/player/notices/board.ts';
import { defaultsOf } from '../../src/kiosk/inside/defaults.ts';
import { welcomeVisitors } from '../../src/kiosk/inside/visitor.ts';
import { makeName } from '../../src/kiosk/names/make-name.ts';
import { openVisitBook } from '../../src/kiosk/outbox/open-visit-book.ts';
import { listClosing } from '../../src/kiosk/reset/closing.ts';
import { resetVisitor, type ResetWorld } from '../../src/kiosk/reset/reset.ts';
import { readDatabases } from '../../src/kiosk/reset/snapshot.ts';
import type { KioskSettings } from '../../src/kiosk/settings/kiosk-settings.ts';
import { makeClaim } from '../../src/kiosk/takeaway/make-claim.ts';
import { SAMPLE } from './settings/sample.ts';

const SETTINGS: KioskSettings = { ...SAMPLE, languages: LANGUAGES };

const NOW = 1_900_000_000_000;

// A machine without locks: the book delivers nothing here.
vi.stubGlobal('navigator', { onLine: false });
/** What the page would have written into its log of errors. */
const reported: unknown[] = [];
vi.stubGlobal('reportError', (reason: unknown) => void reported.push(reason));

/** A page that is only as large as what a visitor can change on it. */
async function openSmallKiosk() {
  const indexedDB = new IDBFactory();
  const book = openVisitBook({
    indexedDB,
    page: new EventTarget(),
    isOnline: () => false,
    now: () => NOW,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
    random: () => 0.5,
    fetch: () => Promise.reject(new Error('there is no network')),
  });
  await book.writeHere({ settings: SETTINGS, membership: { team: 't', token: 'secret' } });
  const texts = new Map<string, string>();
  const settings = keepSettings(
    {
      textStorage: {
        getItem: (key) => texts.get(key) ?? null,
        setItem: (key, value) => void texts.set(key, value),
        removeItem: (key) => void texts.delete(key),
      },
      page: undefined,
      now: () => NOW,
    },
    makeNoticeBoard(),
  );
  const page = { dialogs: 0, focus: '', selection: '', scroll: 0, hash: '', sounding: false, contexts: 0 };
  const records: unknown[] = [];
  const drafts = new Set<string>();
  let draws = 0;
  const visitors = welcomeVisitors({
    book,
    makeName: (language) => makeName(language, () => ((draws += 1) * 0.137) % 1),
    makeClaim: () => makeClaim((bytes) => void crypto.getRandomValues(bytes)),
    records: async () => records,
    now: () => NOW,
    fillRandom: (bytes) => void crypto.getRandomValues(bytes),
  });
  const closing = listClosing();
  const world: ResetWorld = {
    closing,
    clearPage: () => Object.assign(page, { dialogs: 0, focus: '', selection: '', scroll: 0, hash: '' }),
    silence: () => (page.sounding = false),
    wearDefaults: async () => settings.change(defaultsOf(SETTINGS)),
    leaveVisitor: () => visitors.leave(),
    dropDrafts: async () => drafts.clear(),
    giveBackContexts: () => (page.contexts = 0),
  };
  await world.wearDefaults();
  return {
    book,
    visitors,
    closing,
    world,
    settings,
    page,
    drafts,
    texts,
    indexedDB,
    /** A new load of the page: what was only in memory is gone. */
    reload: () => void records.splice(0),
    snapshot: async () => ({
      settings: settings.store.getState(),
      texts: Object.fromEntries(texts),
      databases: await readDatabases(indexedDB),
      page: { ...page },
      open: closing.size,
      drafts: [...drafts],
      visitor: visitors.store.getState(),
    }),
    records,
  };
}

type SmallKiosk = Awaited<ReturnType<typeof openSmallKiosk>>;

/** Everything that somebody can do to a kiosk, each on its own. */
const DOINGS: Readonly<Record<string, (kiosk: SmallKiosk, pick: number) => void | Promise<void>>> = {
  language: ({ settings, visitors }, pick) => {
    const language = LANGUAGES[pick % LANGUAGES.length] as Language;
    settings.change({ language });
    visitors.call(language);
  },
  large: ({ settings }) => settings.change({ textSize: 1.5 }),
  calm: ({ settings }) => settings.change({ reducedMotion: true }),
  oneSwitch: ({ settings }) => settings.change({ scan: { on: true, periodMs: 1800 } }),
  mute: ({ settings }) => settings.change({ muted: true }),
  spin: ({ visitors }) => visitors.spin(),
  stage: ({ closing, page }) => {
    page.contexts += 1;
    page.sounding = true;
    closing.add(() => (page.sounding = false));
  },
  brokenStage: ({ closing }) =>
    void closing.add(() => {
      throw new Error('this stage cannot be closed');
    }),
  dialog: ({ page }) => void (page.dialogs += 1),
  walk: ({ page }, pick) => void Object.assign(page, { focus: `button-${pick}`, scroll: pick, selection: 'a word' }),
  address: ({ page }, pick) => void (page.hash = `#${pick}`),
  draft: ({ drafts }) => void drafts.add('duck-pond'),
  finish: async ({ visitors, records }, pick) => {
    records.push({ id: `record-${records.length}`, pick });
    await visitors.keep();
  },
};

const session = fc.array(
  fc.record({ doing: fc.constantFrom(...Object.keys(DOINGS)), pick: fc.integer({ min: 0, max: 999 }) }),
  { maxLength: 12 },
);

describe('the reset', () => {
  it('K1 ends in the same snapshot after each of 100 sessions, whatever happened in it', async () => {
    const kiosk = await openSmallKiosk();
    const fresh = await kiosk.snapshot();
    const sessions = fc.sample(session, { numRuns: 100, seed: 20_261_122 });
    for (const doings of sessions) {
      kiosk.visitors.greet('en');
      for (const { doing, pick } of doings) await DOINGS[doing]?.(kiosk, pick);
      await resetVisitor(kiosk.world);
      expect(await kiosk.snapshot()).toEqual(fresh);
      kiosk.reload();
    }
    expect(sessions.filter((doings) => doings.length > 4).length).toBeGreaterThan(30);
  });

  it('K1 changes nothing the second time, and nothing when nobody was here', async () => {
    const kiosk = await openSmallKiosk();
    const fresh = await kiosk.snapshot();
    await resetVisitor(kiosk.world);
    expect(await kiosk.snapshot()).toEqual(fresh);
    kiosk.visitors.greet('ru');
    kiosk.settings.change({ textSize: 1.5 });
    await resetVisitor(kiosk.world);
    await resetVisitor(kiosk.world);
    expect(await kiosk.snapshot()).toEqual(fresh);
  });

  it('K1 goes on when a step fails, and reports it', async () => {
    const kiosk = await openSmallKiosk();
    const fresh = await kiosk.snapshot();
    kiosk.visitors.greet('en');
    kiosk.page.dialogs = 3;
    const faults: unknown[] = [];
    const broken: ResetWorld = {
      ...kiosk.world,
      silence: () => {
        throw new Error('no sound card');
      },
      dropDrafts: () => Promise.reject(new Error('no disk')),
    };
    await resetVisitor(broken, (reason) => void faults.push(reason));
    expect(faults).toHaveLength(2);
    expect(await kiosk.snapshot()).toEqual(fresh);
  });

  it('K2 leaves the name and the code nowhere but in the visit that waits to be delivered', async () => {
    const kiosk = await openSmallKiosk();
    kiosk.visitors.greet('zh-Hans');
    kiosk.records.push({ id: 'one' });
    expect(await kiosk.visitors.keep(), String(reported.at(-1))).toBe('kept');
    const visitor = kiosk.visitors.store.getState();
    if (visitor === null || visitor.claim === null) throw new Error('the visitor has no code');
    await resetVisitor(kiosk.world);
    const left = JSON.stringify(await kiosk.snapshot());
    expect(left).not.toContain(visitor.named.text);
    expect(left).not.toContain(visitor.claim);
    expect(left).not.toContain(visitor.id);
    expect((await kiosk.book.waiting()).visits).toBe(1);
    // What waits says the name as two places in a list; its words are not even there.
    const rows = JSON.stringify(await readOwn(kiosk.indexedDB));
    expect(rows).toContain(visitor.claim);
    expect(rows).not.toContain(visitor.named.text);
    expect(rows).toContain('"state":"closed"');
  });

  it('tells a full disk, and never rejects for it', async () => {
    const kiosk = await openSmallKiosk();
    const visitors = welcomeVisitors({
      book: {
        keepVisit: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
        closeVisit: () => Promise.reject(new Error('no room')),
      },
      makeName: (language) => makeName(language, () => 0.1),
      makeClaim: null,
      records: async () => kiosk.records,
      now: () => NOW,
      fillRandom: (bytes) => void crypto.getRandomValues(bytes),
    });
    const before = reported.length;
    visitors.greet('en');
    expect(await visitors.keep()).toBe('full');
    expect(reported).toHaveLength(before + 1);
    expect(visitors.store.getState()?.kept.last).toBe('full');
    await visitors.leave();
    expect(visitors.store.getState()).toBeNull();
  });
});

/** Every row of the kiosk's own database. */
async function readOwn(factory: IDBFactory): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory.open('marshals-baton-kiosk');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('cannot be opened')));
  });
  const rows: Record<string, unknown> = {};
  for (const store of database.objectStoreNames) {
    const request = database.transaction(store).objectStore(store).getAll();
    rows[store] = await new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
  }
  database.close();
  return rows;
}
