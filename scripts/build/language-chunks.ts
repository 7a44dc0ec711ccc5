/**
 * One lazy chunk per language: `virtual:language/<lang>` holds the shell's texts and, under `acts`, the name and
 * line of every act in the campaign, so that a language is one download and the scroll needs no act's file.
 * A text that a language does not have yet is filled in from English, so that nobody ever reads a key.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';

export type Texts = { readonly [key: string]: string | Texts };

const PREFIX = 'virtual:language/';

/** Reads the texts of a JSON file; a file that is not there is an empty one. */
export function readTexts(file: string): Texts {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Texts) : {};
}

/** `over` laid on `base`: every key of both, those of `over` first. */
export function layTexts(base: Texts, over: Texts): Texts {
  const laid: Record<string, string | Texts> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = laid[key];
    laid[key] = typeof value === 'object' && typeof below === 'object' ? layTexts(below, value) : value;
  }
  return laid;
}

/** Everything that the shell says in a language, and the files that it was read from. */
export function gatherShell(root: string, language: Language): { texts: Texts; files: string[] } {
  const files: string[] = [];
  const read = (...path: string[]): Texts => {
    const [own, english] = [language, LANGUAGES[0]].map((name) => join(root, ...path, `${name}.json`));
    files.push(own as string, english as string);
    return layTexts(readTexts(english as string), readTexts(own as string));
  };
  const campaignFile = join(root, 'levels', 'campaign.json');
  files.push(campaignFile);
  const acts = (JSON.parse(readFileSync(campaignFile, 'utf8')) as { acts: readonly string[] }).acts;
  const names: Record<string, Texts> = {};
  for (const act of acts) {
    const { name = act, line = '' } = read('levels', act);
    names[act] = { name, line };
  }
  return { texts: { ...read('src', 'i18n', 'texts'), acts: names }, files: [...new Set(files)] };
}

export function languageChunks(root: string): Plugin {
  return {
    name: 'language-chunks',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const language = LANGUAGES.find((each) => id.endsWith(`/${each}`));
      if (!language) return this.error(`no such language: ${id}`);
      const { texts, files } = gatherShell(root, language);
      for (const file of files) if (existsSync(file)) this.addWatchFile(file);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(texts))});`;
    },
  };
}
