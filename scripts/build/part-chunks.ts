/**
 * The texts beside the shell's as chunks that come when they are asked for: `virtual:parts` gives for every part and
 * every language the way to its words (`virtual:parts/<part>-<language>`).
 * A text that a language does not have yet is filled in from English, so that nobody ever reads a key.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { PARTS, type Part } from '../../src/i18n/part-names.ts';
import { layTexts, readTexts, type Texts } from './language-chunks.ts';

const LOADERS = 'virtual:parts';

/** Everything that a part says in a language, and the files that it was read from. */
function gatherPart(root: string, part: Part, language: Language): { texts: Texts; files: string[] } {
  const [english, own] = [LANGUAGES[0], language].map((name) => join(root, 'src/i18n/texts', part, `${name}.json`));
  const files = [...new Set([english as string, own as string])];
  return { texts: layTexts(readTexts(english as string), readTexts(own as string)), files };
}

export function partChunks(root: string): Plugin {
  return {
    name: 'part-chunks',
    resolveId: (id) => (id === LOADERS || id.startsWith(`${LOADERS}/`) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${LOADERS}`) {
        const entries = PARTS.flatMap((part) =>
          LANGUAGES.map((language) => `'${part}/${language}': () => import('${LOADERS}/${part}-${language}')`),
        );
        return `export default { ${entries.join(', ')} };`;
      }
      if (!id.startsWith(`\0${LOADERS}/`)) return null;
      const name = id.slice(LOADERS.length + 2);
      const part = PARTS.find((each) => name.startsWith(`${each}-`));
      const language = LANGUAGES.find((each) => name === `${part}-${each}`);
      if (part === undefined || language === undefined) return this.error(`no such texts: ${id}`);
      const { texts, files } = gatherPart(root, part, language);
      for (const file of files) if (existsSync(file)) this.addWatchFile(file);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(texts))});`;
    },
  };
}
