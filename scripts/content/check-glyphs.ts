import type { Problem } from './problem.ts';
import type { TextFile } from './read-texts.ts';

/** By language and face ("text 400"), every character that the built fonts draw. */
export type Drawn = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Finds characters for which a reader would see another font, or a box. */
export function checkGlyphs({ file, language, texts }: TextFile, drawn: Drawn): readonly Problem[] {
  const faces = Object.entries(drawn[language] ?? {}).map(([name, characters]) => [name, new Set(characters)] as const);
  if (faces.length === 0) return [{ file, at: 'the whole file', reason: `there are no fonts for ${language}` }];
  return texts.flatMap(({ key, value }) =>
    faces.flatMap(([name, characters]) => {
      // Title faces do not have the characters of quiz items, which are never set as titles.
      if (name.startsWith('title') && key.startsWith('items.')) return [];
      const gaps = [...new Set(value)].filter((character) => character !== '\n' && !characters.has(character));
      return gaps.length === 0 ? [] : [{ file, at: key, reason: `the ${name} face cannot draw ${gaps.join(' ')}` }];
    }),
  );
}
