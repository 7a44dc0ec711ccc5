import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { findSlices, findWholeFont } from './font-sources.ts';
import { readCoverage } from './read-coverage.ts';
import { subset } from './subset.ts';
import { KEPT_FEATURES, type Typeface } from './typefaces.ts';

/** One file that was made: it draws exactly `characters`. */
export interface CutFont {
  readonly file: string;
  readonly bytes: number;
  readonly characters: string;
}

/** What was made before, by what it was made from, so that nothing is cut twice. */
export type Ledger = Record<string, readonly CutFont[]>;

/** Goes up with every change of how fonts are cut. */
const RECIPE = 4;

/**
 * Cuts the files of one face and namespace: one file per published source that had to be opened.
 *
 * @param characters what the files have to draw; what no source can draw is missing from the result
 * @returns the files, in the order in which a style sheet has to name them
 */
export async function cutFont(
  root: string,
  face: Typeface,
  namespace: string,
  characters: string,
  folder: string,
  ledger: Ledger,
): Promise<readonly CutFont[]> {
  const key = await fingerprint(root, face, namespace, characters);
  const known = ledger[key];
  if (known !== undefined && (await allThere(folder, known))) return known;

  const cuts: CutFont[] = [];
  const cut = async (path: string, wanted: string): Promise<void> => {
    const font = await readFile(path);
    const covered = readCoverage(await subset(font, wanted, { targetFormat: 'sfnt' }));
    const drawn = [...wanted].filter((character) => covered.has(character.codePointAt(0) ?? 0)).join('');
    if (drawn === '') return;
    const small = await subset(font, drawn, {
      targetFormat: 'woff2',
      keepFeatures: KEPT_FEATURES,
      noHinting: true,
    });
    const file = nameFile(face, namespace, cuts.length);
    await writeFile(join(folder, file), small);
    cuts.push({ file, bytes: small.length, characters: drawn });
  };

  const whole = findWholeFont(root, face);
  if (whole !== undefined) await cut(whole, characters);
  const drawn = new Set(cuts.flatMap((each) => [...each.characters]));
  const rest = [...characters].filter((character) => !drawn.has(character)).join('');
  for (const slice of findSlices(root, face, rest)) await cut(slice.path, slice.characters);
  ledger[key] = cuts;
  return cuts;
}

function nameFile(face: Typeface, namespace: string, number: number): string {
  const family = face.family.toLowerCase().replaceAll(' ', '-');
  return `${family}-${face.weight}-${namespace}${number === 0 ? '' : `-${number}`}.woff2`;
}

async function fingerprint(root: string, face: Typeface, namespace: string, characters: string): Promise<string> {
  const about = join(root, 'node_modules', '@fontsource', face.source, 'package.json');
  const { version } = JSON.parse(await readFile(about, 'utf8')) as { version: string };
  const made = [RECIPE, relative(root, about), version, face.family, face.weight, namespace, characters, KEPT_FEATURES];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 32);
}

async function allThere(folder: string, cuts: readonly CutFont[]): Promise<boolean> {
  const sizes = await Promise.all(
    cuts.map(({ file }) =>
      readFile(join(folder, file)).then(
        (b) => b.length,
        () => -1,
      ),
    ),
  );
  return cuts.every(({ bytes }, i) => sizes[i] === bytes);
}
