import type { CodeTexts } from './check-code.ts';
import { stemOf } from './plural-keys.ts';
import type { Problem } from './problem.ts';
import type { TextFile } from './read-texts.ts';

/** The shortest beginning of a composed key that is believed to be one. */
const SHORTEST_BEGINNING = 3;

/**
 * Finds texts of the shell that nothing asks for. A key counts as used when the code has it as a string, or has the
 * beginning of a composed key that leads to it (`poll.${answer}.label`). Keys that do not exist need no check here:
 * they do not compile.
 */
export function checkUnused(shell: TextFile, code: CodeTexts): readonly Problem[] {
  const literals = new Set(code.literals.map((literal) => literal.replace(/^shell:/, '')));
  const beginnings = code.beginnings
    .map((beginning) => beginning.replace(/^shell:/, ''))
    .filter((beginning) => beginning.length >= SHORTEST_BEGINNING && beginning.includes('.'));
  return shell.texts
    .filter(({ key }) => {
      const stem = stemOf(key);
      return !literals.has(stem) && !literals.has(key) && !beginnings.some((beginning) => stem.startsWith(beginning));
    })
    .map(({ key }) => ({ file: shell.file, at: key, reason: 'is used nowhere' }));
}

/** Finds keys that an act's rules and stage ask for and the act's English texts lack: `{ key: 'tools.group' }`. */
export function checkAsked(act: TextFile, { asked }: CodeTexts): readonly Problem[] {
  const known = new Set(act.texts.map(({ key }) => stemOf(key)));
  return asked
    .filter(({ key }) => !known.has(key))
    .map(({ file, key }) => ({ file, at: key, reason: `is no text of ${act.file}` }));
}
