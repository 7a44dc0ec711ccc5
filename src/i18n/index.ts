/**
 * The texts of the game in the language of the moment. i18next does plurals and placeholders; the few lines here give
 * typed keys, load one file per language (and one per act and language) when it is wanted, and tell who listens.
 * react-i18next would add 2 kB of Brotli for a hook that `src/app/text.ts` is in fifteen lines.
 */
import { createInstance } from 'i18next';
import type { ShellKey, TextValues } from './keys.ts';
import { LANGUAGES, type Language } from './languages.ts';

export { chooseLanguage, languageOf, LANGUAGES, OWN_NAMES, type Language } from './languages.ts';
export type { ShellKey, TextValues } from './keys.ts';

const shells: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  en: () => import('virtual:language/en'),
  'zh-Hans': () => import('virtual:language/zh-Hans'),
  'zh-Hant': () => import('virtual:language/zh-Hant'),
  ru: () => import('virtual:language/ru'),
};
const actFiles = import.meta.glob<object>(
  ['../../levels/*/{en,zh-Hans,zh-Hant,ru}.json', '!../../levels/kiosk-names/*'],
  { import: 'default' },
);

const i18n = createInstance();
void i18n.init({
  lng: LANGUAGES[0],
  fallbackLng: LANGUAGES[0],
  supportedLngs: [...LANGUAGES],
  load: 'currentOnly',
  ns: ['shell'],
  defaultNS: 'shell',
  resources: {},
  initAsync: false,
  // Texts go into text nodes and attributes, never into HTML.
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** Fetches a file of texts in a language. */
export type LoadTexts = (language: Language) => Promise<object>;

const listeners = new Set<() => void>();
const wantedActs = new Set<string>();
/** Parts beside the shell that are on the page, with the way to each of them in a language. */
const wantedParts = new Map<string, LoadTexts>();
/** Parts of the bank that are on the page, with the way to each of them in a language. */
const wantedBank = new Map<string, LoadTexts>();
let current: Language = LANGUAGES[0];
/** Goes up with everything that may change a text on the page, so that a listener can compare snapshots. */
let edition = 0;
let asked = 0;

function tellAll(): void {
  edition += 1;
  for (const listener of listeners) listener();
}

/** The language of the texts now on the page. */
export function currentLanguage(): Language {
  return current;
}

/** Hears every change of texts. Returns the way to stop listening. */
export function onTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A number that changes whenever texts do. */
export function textsEdition(): number {
  return edition;
}

async function loadShell(language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, 'shell')) return;
  const { default: texts } = await shells[language]();
  i18n.addResourceBundle(language, 'shell', texts);
}

async function loadActIn(act: string, language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, act)) return;
  const load = actFiles[`../../levels/${act}/${language}.json`] ?? actFiles[`../../levels/${act}/${LANGUAGES[0]}.json`];
  if (!load) throw new Error(`no texts for act ${act}`);
  i18n.addResourceBundle(language, act, await load());
}

async function loadPartIn(part: string, load: LoadTexts, language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, part)) i18n.addResourceBundle(language, part, await load(language));
}

/** All parts of the bank share one namespace, because an item's id is unique in the whole bank. */
const BANK = 'bank';
const loadedBank = new Set<string>();

async function loadBankIn(part: string, load: LoadTexts, language: Language): Promise<void> {
  const name = `${part} ${language}`;
  if (loadedBank.has(name)) return;
  i18n.addResourceBundle(language, BANK, await load(language), true);
  loadedBank.add(name);
}

/**
 * Changes the language of everything: loads what is needed first, so that no half-translated page is ever shown, then
 * sets `<html lang>` and tells the listeners. Rejects when a file cannot be loaded; the old language then stays.
 */
export async function changeLanguage(language: Language): Promise<void> {
  asked += 1;
  const mine = asked;
  await Promise.all([
    loadShell(language),
    ...[...wantedActs].map((act) => loadActIn(act, language)),
    ...[...wantedBank].map(([part, load]) => loadBankIn(part, load, language)),
    ...[...wantedParts].map(([part, load]) => loadPartIn(part, load, language)),
  ]);
  if (mine !== asked) return;
  await i18n.changeLanguage(language);
  current = language;
  document.documentElement.lang = language;
  tellAll();
}

/** Loads an act's texts in the language of the moment; later changes of language bring them along. Rejects if it cannot. */
export async function loadAct(act: string): Promise<void> {
  await loadActIn(act, current);
  wantedActs.add(act);
  tellAll();
}

/**
 * Loads the words of a part of the bank in the language of the moment, by the way given; later changes of language
 * bring them along. Rejects if it cannot.
 */
export async function loadBankPart(part: string, load: LoadTexts): Promise<void> {
  // Whoever changes the language meanwhile does not know of this part yet.
  let language: Language;
  do {
    language = current;
    await loadBankIn(part, load, language);
  } while (language !== current);
  wantedBank.set(part, load);
  tellAll();
}

/** Loads texts beside the shell's under a name of their own (`parts.ts`), as `loadBankPart` does. Rejects if it cannot. */
export async function loadTexts(name: string, load: LoadTexts): Promise<void> {
  let language: Language;
  do {
    language = current;
    await loadPartIn(name, load, language);
  } while (language !== current);
  if (wantedParts.has(name)) return;
  wantedParts.set(name, load);
  tellAll();
}

/**
 * Reads texts under a name in one language, whatever the language of the moment is, for what is said in several at once.
 * Rejects if it cannot.
 */
export async function readTextsIn(
  name: string,
  load: LoadTexts,
  language: Language,
): Promise<(key: string, values?: TextValues) => string> {
  await loadPartIn(name, load, language);
  return (key, values) => i18n.t(key, { ...values, ns: name, lng: language });
}

/** Whether texts of that name are there in the language of the moment. */
export function hasTexts(name: string): boolean {
  return i18n.hasResourceBundle(current, name);
}

/** A text of those loaded under a name; a key that is not there gives the key itself. */
export function textOf(name: string, key: string, values?: TextValues): string {
  return i18n.t(key, { ...values, ns: name, lng: current });
}

/** Whether an act's texts are there in the language of the moment. */
export function hasAct(act: string): boolean {
  return i18n.hasResourceBundle(current, act);
}

/** A text of the shell. */
export function shellText(key: ShellKey, values?: TextValues): string {
  return i18n.t(key, { ...values, ns: 'shell', lng: current });
}

/** Name and line of any act of the campaign, whether it is in rehearsal or not. */
export function campaignText(act: string, part: 'name' | 'line'): string {
  return i18n.t(`acts.${act}.${part}`, { ns: 'shell', lng: current });
}

/** A text of an act (its own file must be loaded); a key that is not there gives `fallback`, or the key itself. */
export function actText(act: string, key: string, values?: TextValues, fallback?: string): string {
  return i18n.t(key, {
    ...values,
    ns: act,
    lng: current,
    ...(fallback === undefined ? {} : { defaultValue: fallback }),
  });
}

/** A text of an item (its part of the bank must be loaded); a key that is not there gives the key itself. */
export function bankText(key: string, values?: TextValues): string {
  return i18n.t(key, { ...values, ns: BANK, lng: current });
}
