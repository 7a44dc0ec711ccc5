/** What acts, bets and questions are called in each language, from the language files of `levels/`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ROOT } from '../content/acts.ts';
import type { Item } from '../../quiz/index.ts';
import type { Library } from '../content/library.ts';
import type { LanguageMap } from './statement.ts';

export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ru'] as const;

export interface ItemWords {
  readonly stem: LanguageMap | undefined;
  readonly options: Readonly<Record<string, LanguageMap>>;
  readonly places: Readonly<Record<string, LanguageMap>>;
}
export interface ActWords {
  readonly name: LanguageMap | undefined;
  readonly line: LanguageMap | undefined;
  readonly question: LanguageMap | undefined;
  readonly bets: Readonly<Record<string, LanguageMap>>;
}

export interface Words {
  readonly acts: ReadonlyMap<string, ActWords>;
  /** Terms of the ideas. */
  readonly ideas: ReadonlyMap<string, LanguageMap>;
  readonly items: ReadonlyMap<string, ItemWords>;
}

/** One file per language, as read. */
type Files = readonly (readonly [language: string, tree: unknown])[];

/** Reads them all, some tenths of a second; a text that a language lacks is left out. Rejects when a file is no JSON. */
export async function openWords(library: Pick<Library, 'acts' | 'items'>, root = ROOT): Promise<Words> {
  const acts = await Promise.all(
    library.acts.map(async (act) => [act, nameAct(await readFiles(join(root, 'levels', act)))] as const),
  );
  const items = new Map<string, ItemWords>();
  const ofIdea = new Map<string, Item[]>();
  for (const item of library.items.values()) ofIdea.set(item.idea, [...(ofIdea.get(item.idea) ?? []), item]);
  await Promise.all(
    [...ofIdea].map(async ([idea, own]) => {
      const files = await readFiles(join(root, 'levels/bank', idea));
      for (const { id, options, ...item } of own) {
        const at = ['items', id];
        items.set(id, {
          stem: addPassage(collect(files, [...at, 'stem']), collect(files, [...at, 'passage'])),
          options: collectEach(files, options, (option) => [...at, 'options', option, 'text']),
          places: collectEach(files, 'places' in item ? item.places : [], (place) => [...at, 'places', place]),
        });
      }
    }),
  );
  return { acts: new Map(acts), ideas: await readIdeas(root), items };
}

/** The words of a question and, below it, its passage. */
function addPassage(stem: LanguageMap | undefined, passage: LanguageMap | undefined): LanguageMap | undefined {
  if (stem === undefined || passage === undefined) return stem ?? passage;
  return Object.fromEntries(
    Object.entries(stem).map(([language, text]) => [
      language,
      passage[language] === undefined ? text : `${text}\n${passage[language]}`,
    ]),
  );
}

function nameAct(files: Files): ActWords {
  const options = new Set(files.flatMap(([, tree]) => Object.keys((walk(tree, ['bet', 'options']) as object) ?? {})));
  return {
    name: collect(files, ['name']),
    line: collect(files, ['line']),
    question: collect(files, ['bet', 'question']),
    bets: collectEach(files, [...options], (option) => ['bet', 'options', option]),
  };
}

async function readIdeas(root: string): Promise<ReadonlyMap<string, LanguageMap>> {
  const { concepts } = (await readJson(join(root, 'levels/concepts.json'))) as {
    readonly concepts: readonly { readonly id: string; readonly terms: LanguageMap }[];
  };
  return new Map(concepts.map(({ id, terms }) => [id, terms]));
}

async function readFiles(folder: string): Promise<Files> {
  return Promise.all(
    LANGUAGES.map(async (language) => [language, await readJson(join(folder, `${language}.json`))] as const),
  );
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    // A text that is not written yet is a text that is not sent.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** One text in every language that has it; undefined when none has. */
function collect(files: Files, path: readonly string[]): LanguageMap | undefined {
  const found = files.flatMap(([language, tree]) => {
    const text = walk(tree, path);
    return typeof text === 'string' ? [[language, text] as const] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function collectEach(
  files: Files,
  ids: readonly string[],
  pathOf: (id: string) => readonly string[],
): Readonly<Record<string, LanguageMap>> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const texts = collect(files, pathOf(id));
      return texts === undefined ? [] : [[id, texts] as const];
    }),
  );
}

function walk(tree: unknown, path: readonly string[]): unknown {
  let at = tree;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return at;
}
