import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAME_WORDS } from '../../src/app/claim/visitor-name.ts';
import { NAME_LANGUAGES } from '../../src/wire/kiosk.ts';
import { findUndrawn, judgeNames, type NameFault } from './judge-names.ts';
import { readSoundsFile } from './read-sounds.ts';

/** Judges every pair of words of every language. The fonts must have been built (`scripts/fonts/build.ts`). */
export function checkNames(root: string): readonly NameFault[] {
  const file = join(root, 'assets', 'built', 'fonts', 'drawn.json');
  const drawn = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  const readSounds = readSoundsFile();
  return NAME_LANGUAGES.flatMap((language) => {
    const words = NAME_WORDS[language];
    const undrawn = findUndrawn(language, words, drawn[language]?.['text 700'] ?? '');
    return judgeNames(language, words, readSounds).concat(undrawn);
  });
}
