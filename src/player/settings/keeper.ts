import { createStore } from 'zustand/vanilla';
import type { OwnNoticeBoard } from '../notices/board.ts';
import type { SettingsKeeper } from '../player.ts';
import type { Surroundings } from '../surroundings.ts';
import { ASIDE_KEY, openEnvelope, sealEnvelope, SETTINGS_KEY } from './envelope.ts';
import { readSettings } from './schema.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/**
 * Keeps the settings in localStorage, at once and without ever writing over what could not be read: zustand's own
 * `persist` would (measured: a save that cannot be parsed, is newer, or fails to migrate is overwritten by the next
 * change). Reading is done here and now, because the first screen needs the language.
 */
export function keepSettings(
  surroundings: Pick<Surroundings, 'textStorage' | 'page' | 'now'>,
  notices: OwnNoticeBoard,
): SettingsKeeper {
  const { textStorage, page } = surroundings;
  let readOnly = false;
  let unknown: Readonly<Record<string, unknown>> = {};
  const store = createStore<Settings>(() => DEFAULT_SETTINGS);

  /** Copies what cannot be read to a place of its own; when even that fails, the original is left alone. */
  function putAside(text: string, reason: string): void {
    notices.raise('settingsCorrupt', reason);
    try {
      textStorage?.setItem(ASIDE_KEY + new Date(surroundings.now()).toISOString(), text);
    } catch (error) {
      readOnly = true;
      notices.raise('settingsFull', `the copy cannot be written: ${String(error)}`);
    }
  }

  function take(text: string | null, base: Settings): void {
    const opened = openEnvelope(text);
    if (opened.state === 'none') return;
    if (opened.state === 'future') {
      readOnly = true;
      notices.raise('settingsFuture', opened.reason);
      return;
    }
    if (opened.state === 'corrupt') {
      putAside(text as string, opened.reason);
      write();
      return;
    }
    const read = readSettings(opened.settings, base);
    unknown = read.unknown;
    store.setState(read.settings, true);
    if (read.faults.length === 0) return;
    putAside(text as string, read.faults.join('; '));
    write();
  }

  function write(): void {
    if (readOnly || textStorage === undefined) return;
    try {
      textStorage.setItem(SETTINGS_KEY, sealEnvelope({ ...unknown, ...store.getState() }));
      notices.withdraw('settingsFull');
    } catch (error) {
      notices.raise('settingsFull', String(error));
    }
  }

  function onStorage(event: Event): void {
    const { key, newValue } = event as StorageEvent;
    // A cleared store (null) changes nothing here: what is on the screen stays and is written with the next change.
    if (key !== SETTINGS_KEY || newValue === null) return;
    const opened = openEnvelope(newValue);
    // Another tab's damage is for that tab to put aside.
    if (opened.state !== 'corrupt') take(newValue, DEFAULT_SETTINGS);
  }

  try {
    take(textStorage?.getItem(SETTINGS_KEY) ?? null, DEFAULT_SETTINGS);
  } catch (error) {
    notices.raise('settingsFull', `the settings cannot be reached: ${String(error)}`);
  }
  page?.addEventListener('storage', onStorage);

  return {
    store,
    get readOnly() {
      return readOnly;
    },
    change(some) {
      store.setState(readSettings(some, store.getState()).settings, true);
      write();
    },
    close() {
      page?.removeEventListener('storage', onStorage);
    },
  };
}
