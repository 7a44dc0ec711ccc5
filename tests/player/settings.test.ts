import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/player/index.ts';
import { makeNoticeBoard } from '../../src/player/notices/board.ts';
import { ASIDE_KEY, openEnvelope, sealEnvelope, SETTINGS_KEY } from '../../src/player/settings/envelope.ts';
import { keepSettings } from '../../src/player/settings/keeper.ts';
import { TextStore } from './device.ts';

/** One tab with its settings, on a store that tabs may share. */
function openTab(textStorage: TextStore | undefined, page = new EventTarget()) {
  const notices = makeNoticeBoard();
  let clock = Date.UTC(2026, 10, 21);
  const keeper = keepSettings({ textStorage, page, now: () => clock++ }, notices);
  return { keeper, page, notices, kinds: () => notices.store.getState().map(({ kind }) => kind) };
}
const seal = (version: number, settings: unknown): string =>
  JSON.stringify({ format: 'marshals-baton/settings', version, settings });
const asideIn = (store: TextStore): readonly string[] =>
  [...store.texts].filter(([key]) => key.startsWith(ASIDE_KEY)).map(([, text]) => text);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const settings: fc.Arbitrary<Settings> = fc.record({
  language: fc.option(fc.constantFrom('en', 'ru', 'zh-Hans')),
  volumes: fc.record({ master: share, music: share, effects: share, voice: share }),
  muted: fc.boolean(),
  captions: fc.boolean(),
  speed: fc.double({ min: 0.1, max: 1, noNaN: true }),
  reducedMotion: fc.option(fc.boolean()),
  textSize: fc.double({ min: 1, max: 2, noNaN: true }),
  highContrast: fc.boolean(),
  bindings: fc.dictionary(fc.constantFrom('pause', 'tool-grain', 'spot-1'), fc.array(fc.constantFrom('KeyG', 'pad-0'))),
  singleKeys: fc.boolean(),
  scan: fc.record({ on: fc.boolean(), periodMs: fc.integer({ min: 300, max: 10_000 }) }),
  haptics: fc.boolean(),
  ways: fc.dictionary(fc.constantFrom('duck-pond', 'tea-house'), fc.constantFrom('one', 'two')),
  pollAnswered: fc.boolean(),
});

describe('settings', () => {
  it('begin with the defaults, write nothing by themselves, and come back as they were left', () => {
    fc.assert(
      fc.property(settings, (wanted) => {
        const store = new TextStore();
        const { keeper } = openTab(store);
        expect(keeper.store.getState()).toEqual(DEFAULT_SETTINGS);
        expect(store.texts.size).toBe(0);
        keeper.change(wanted);
        const next = openTab(store);
        expect(next.keeper.store.getState()).toEqual(JSON.parse(JSON.stringify(wanted)));
        expect(next.kinds()).toEqual([]);
      }),
    );
  });

  it('are brought into their ranges when changed', () => {
    const { keeper } = openTab(new TextStore());
    keeper.change({ speed: 0.01, textSize: 9, scan: { on: true, periodMs: 5 } });
    expect(keeper.store.getState()).toMatchObject({ speed: 0.1, textSize: 2, scan: { on: true, periodMs: 300 } });
  });

  it('change one at a time and leave the others', () => {
    const { keeper } = openTab(new TextStore());
    keeper.change({ language: 'ru' });
    keeper.change({ volumes: { ...DEFAULT_SETTINGS.volumes, music: 0 } });
    expect(keeper.store.getState()).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'ru',
      volumes: { ...DEFAULT_SETTINGS.volumes, music: 0 },
    });
  });

  it('work without any storage, and with one that may not be touched', () => {
    const { keeper, kinds } = openTab(undefined);
    keeper.change({ muted: true });
    expect([keeper.store.getState().muted, kinds()]).toEqual([true, []]);
    const denied = new TextStore();
    denied.getItem = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const other = openTab(denied);
    expect([other.keeper.store.getState(), other.kinds()]).toEqual([DEFAULT_SETTINGS, ['settingsFull']]);
  });
});

describe('settings that cannot be read', () => {
  it.each([
    ['no JSON', '{"format":"marshals-ba'],
    ['JSON of something else', '[1,2,3]'],
    ['no version', JSON.stringify({ format: 'marshals-baton/settings', settings: {} })],
    ['a version that is a word', JSON.stringify({ format: 'marshals-baton/settings', version: 'one', settings: {} })],
    ['an empty text', ''],
  ])('are copied aside before anything is written: %s', (_name, text) => {
    const store = new TextStore();
    store.setItem(SETTINGS_KEY, text);
    const { keeper, kinds } = openTab(store);
    expect(kinds()).toEqual(['settingsCorrupt']);
    expect(keeper.store.getState()).toEqual(DEFAULT_SETTINGS);
    keeper.change({ language: 'ru' });
    expect(asideIn(store)).toEqual([text]);
    const next = openTab(store);
    expect([next.keeper.store.getState().language, next.kinds()]).toEqual(['ru', []]);
    expect(asideIn(store)).toHaveLength(1);
  });

  it('are left alone when not even the copy fits', () => {
    const store = new TextStore();
    const text = '{"broken';
    store.setItem(SETTINGS_KEY, text);
    store.room = text.length + 5;
    const { keeper, kinds } = openTab(store);
    expect(kinds()).toEqual(['settingsCorrupt', 'settingsFull']);
    keeper.change({ muted: true });
    expect([keeper.readOnly, keeper.store.getState().muted]).toEqual([true, true]);
    expect(store.getItem(SETTINGS_KEY)).toBe(text);
  });

  it('are taken field by field: one bad value costs only itself', () => {
    const store = new TextStore();
    const text = seal(1, { language: 'ru', speed: 'fast', volumes: { music: 0.2 }, captions: 1 });
    store.setItem(SETTINGS_KEY, text);
    const { keeper, kinds } = openTab(store);
    expect(keeper.store.getState()).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'ru',
      volumes: { ...DEFAULT_SETTINGS.volumes, music: 0.2 },
    });
    expect(kinds()).toEqual(['settingsCorrupt']);
    expect(asideIn(store)).toEqual([text]);
  });

  it('never replace what is not a setting: a key named like a function stays data', () => {
    const store = new TextStore();
    store.setItem(SETTINGS_KEY, seal(1, { change: 'oops', setState: 'oops', lampColour: 'red' }));
    const { keeper } = openTab(store);
    expect(keeper.store.getState()).toEqual(DEFAULT_SETTINGS);
    keeper.change({ muted: true });
    // Fields that this version does not know are kept for the one that does.
    expect(JSON.parse(store.getItem(SETTINGS_KEY) ?? '')).toMatchObject({
      settings: { lampColour: 'red', muted: true },
    });
  });

  it('of a newer version are left as they are, and changes last for the page', () => {
    const store = new TextStore();
    const text = seal(2, { tongue: 'ru' });
    store.setItem(SETTINGS_KEY, text);
    const { keeper, kinds } = openTab(store);
    expect([keeper.readOnly, kinds()]).toEqual([true, ['settingsFuture']]);
    keeper.change({ muted: true });
    expect([keeper.store.getState().muted, store.getItem(SETTINGS_KEY)]).toEqual([true, text]);
    expect(asideIn(store)).toEqual([]);
  });

  it('climb from older versions, and are corrupt when they cannot', () => {
    const ladder = [(old: unknown) => ({ language: (old as { tongue: string }).tongue })];
    expect(openEnvelope(seal(1, { tongue: 'ru' }), ladder)).toEqual({ state: 'fine', settings: { language: 'ru' } });
    expect(openEnvelope(seal(2, { language: 'ru' }), ladder)).toEqual({ state: 'fine', settings: { language: 'ru' } });
    expect(openEnvelope(seal(3, {}), ladder).state).toBe('future');
    expect(openEnvelope(seal(1, {}), [() => 7]).state).toBe('corrupt');
    const torn = () => {
      throw new Error('torn');
    };
    expect(openEnvelope(seal(1, {}), [torn]).state).toBe('corrupt');
  });

  it('are anything at all, and the game still begins with settings that are of their form', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => seal(1, value)),
        ),
        (text) => {
          const store = new TextStore();
          store.setItem(SETTINGS_KEY, text);
          const { keeper } = openTab(store);
          expect(Object.keys(keeper.store.getState()).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
          expect(store.getItem(SETTINGS_KEY) === text || asideIn(store).includes(text)).toBe(true);
        },
      ),
    );
  });
});

describe('settings on a full device', () => {
  it('say so, stay in memory, and are written when there is room', () => {
    const store = new TextStore();
    store.room = 10;
    const { keeper, kinds } = openTab(store);
    keeper.change({ muted: true });
    expect([keeper.store.getState().muted, kinds(), store.texts.size]).toEqual([true, ['settingsFull'], 0]);
    store.room = Infinity;
    keeper.change({ captions: false });
    expect(kinds()).toEqual([]);
    expect(openTab(store).keeper.store.getState()).toMatchObject({ muted: true, captions: false });
  });
});

describe('settings in two tabs', () => {
  /** What the browser tells the other tabs when one writes. */
  const tell = (page: EventTarget, newValue: string | null, key = SETTINGS_KEY): void =>
    void page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));

  it('follow each other without writing back', () => {
    const store = new TextStore();
    const [one, two] = [openTab(store), openTab(store)];
    one.keeper.change({ language: 'ru', muted: true });
    const written = store.getItem(SETTINGS_KEY);
    tell(two.page, written);
    expect(two.keeper.store.getState()).toMatchObject({ language: 'ru', muted: true });
    expect(store.getItem(SETTINGS_KEY)).toBe(written);
    two.keeper.change({ captions: false });
    tell(one.page, store.getItem(SETTINGS_KEY));
    expect(one.keeper.store.getState()).toEqual(two.keeper.store.getState());
  });

  it('stop writing when the other tab runs a newer version; take no notice of damage, other keys and clearing', () => {
    const store = new TextStore();
    const { keeper, page, kinds } = openTab(store);
    keeper.change({ muted: true });
    tell(page, '{"broken');
    tell(page, null);
    tell(page, seal(1, { muted: false }), 'something/else');
    expect([keeper.store.getState().muted, keeper.readOnly, kinds()]).toEqual([true, false, []]);
    const newer = seal(2, {});
    store.setItem(SETTINGS_KEY, newer);
    tell(page, newer);
    keeper.change({ captions: false });
    expect([keeper.readOnly, store.getItem(SETTINGS_KEY)]).toEqual([true, newer]);
    keeper.close();
    tell(page, sealEnvelope({ muted: false }));
    expect(keeper.store.getState().muted).toBe(true);
  });
});
