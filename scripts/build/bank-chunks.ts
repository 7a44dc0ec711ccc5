/**
 * The bank of items as chunks that come when they are asked for: `virtual:bank/items` is the structure of the whole
 * bank, `virtual:bank/texts` gives for every group of ideas and every language the way to its words
 * (`virtual:bank/texts/bank-<group>-<language>`). Sixty ideas in four languages would be 240 requests, the whole bank at
 * once half a megabyte; a group is what an act, a drill or an examination needs next.
 * A text that a language does not have yet is filled in from English, so that nobody ever reads a key.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import type { BankFile } from '../../src/quiz/index.ts';
import { layTexts, readTexts, type Texts } from './language-chunks.ts';

const ITEMS = 'virtual:bank/items';
const TEXTS = 'virtual:bank/texts';

interface Idea {
  readonly id: string;
  readonly group: number;
}

/** What the app is given of the bank's structure. */
export interface BankChunk {
  /** The ideas of `levels/concepts.json` with their groups, in the order of the file. */
  readonly ideas: readonly Idea[];
  readonly files: readonly BankFile[];
}

function readIdeas(root: string): readonly Idea[] {
  const { concepts } = JSON.parse(readFileSync(join(root, 'levels/concepts.json'), 'utf8')) as { concepts: Idea[] };
  return concepts.map(({ id, group }) => ({ id, group }));
}

/** The structure of the bank. A file that is no JSON is handed on as it stands: the reader says what is wrong with it. */
export function gatherItems(root: string): BankChunk {
  const ideas = readIdeas(root);
  const files = ideas.flatMap(({ id }): BankFile[] => {
    const file = `levels/bank/${id}/items.json`;
    if (!existsSync(join(root, file))) return [];
    const text = readFileSync(join(root, file), 'utf8');
    return [{ file, idea: id, value: parseOrKeep(text) }];
  });
  return { ideas, files };
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The words of one group of ideas in one language. */
export function gatherBankTexts(root: string, group: number, language: Language): Texts {
  return readIdeas(root)
    .filter((idea) => idea.group === group)
    .reduce<Texts>((laid, { id }) => {
      const read = (name: Language): Texts => readTexts(join(root, 'levels', 'bank', id, `${name}.json`));
      return layTexts(laid, layTexts(read(LANGUAGES[0]), read(language)));
    }, {});
}

export function bankChunks(root: string): Plugin {
  const watch = (add: (file: string) => void, names: readonly string[]): void => {
    add(join(root, 'levels/concepts.json'));
    for (const { id } of readIdeas(root))
      for (const name of names) {
        const file = join(root, 'levels', 'bank', id, `${name}.json`);
        if (existsSync(file)) add(file);
      }
  };
  return {
    name: 'bank-chunks',
    resolveId: (id) => (id === ITEMS || id === TEXTS || id.startsWith(`${TEXTS}/`) ? `\0${id}` : null),
    load(id) {
      const add = (file: string): void => this.addWatchFile(file);
      if (id === `\0${ITEMS}`) {
        watch(add, ['items']);
        return writeJson(gatherItems(root));
      }
      if (id === `\0${TEXTS}`) {
        watch(add, []);
        return writeLoaders(new Set(readIdeas(root).map(({ group }) => group)));
      }
      const [, group, name] = id.match(/\/bank-(\d+)-([^/]+)$/) ?? [];
      const language = LANGUAGES.find((each) => each === name);
      if (!id.startsWith(`\0${TEXTS}/`) || language === undefined) return null;
      watch(add, [LANGUAGES[0], language]);
      return writeJson(gatherBankTexts(root, Number(group), language));
    },
  };
}

function writeLoaders(groups: ReadonlySet<number>): string {
  const entries = [...groups].flatMap((group) =>
    LANGUAGES.map((language) => `'${group}/${language}': () => import('${TEXTS}/bank-${group}-${language}')`),
  );
  return `export default { ${entries.join(', ')} };`;
}

function writeJson(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
