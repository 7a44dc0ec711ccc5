/**
 * Cuts the fonts down to what the language files use and writes one style sheet per language,
 * `assets/built/fonts/fonts-<language>.css`, and `drawn.json`, which says what each language can draw. The Chinese of
 * the question bank has a sheet of its own, `bank-<language>.css`, which comes with the questions; so has each part
 * beside the shell, `part-<part>-<language>.css`. `visitors-<language>.css` draws the names of a kiosk's visitors,
 * `typed-<language>.css` whatever name a manager may have to read.
 * The same texts give the same files; what is current is kept. `--list` prints the sizes.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { LANGUAGES } from '../../src/i18n/languages.ts';
import { PARTS } from '../../src/i18n/part-names.ts';
import { readFurtherTexts } from '../content/read-further-texts.ts';
import { readTextGroups } from '../content/read-texts.ts';
import { cutFont, type CutFont, type Ledger } from './cut-font.ts';
import { CHINESE_NAMES, gatherChinese, gatherLetters, gatherVisitors } from './gather-characters.ts';
import { CHINESE_FACES, LETTER_FACES, type Typeface } from './typefaces.ts';
import {
  laterSheetOf,
  writeChineseStyles,
  writeLaterStyles,
  writeLetterStyles,
  writeVisitorStyles,
  type CutFace,
} from './write-styles.ts';
import { writeTypedStyles } from './write-typed-styles.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'assets', 'built', 'fonts');
const LEDGER = join(FOLDER, 'ledger.json');

await mkdir(FOLDER, { recursive: true });
const ledger: Ledger = await readLedger();
const used = new Map<string, CutFont>();
// First, so that no page needs an act's or the bank's characters for them.
const groups = [...readFurtherTexts(ROOT), ...readTextGroups(ROOT)];

const letters: CutFace[] = [];
for (const face of LETTER_FACES) letters.push(await cut(face, 'shell', gatherLetters(groups)));
const chinese: CutFace[] = [];
for (const face of CHINESE_FACES) {
  for (const [namespace, characters] of gatherChinese(groups, face))
    chinese.push(await cut(face, namespace, characters));
}
const names = await cutNames();
const visitors = await cutVisitors();

for (const language of LANGUAGES) {
  const isChinese = language.startsWith('zh-');
  const styles = isChinese
    ? writeChineseStyles(
        language,
        chinese.filter((cut) => laterSheetOf(cut) === undefined),
        letters,
        names,
      )
    : writeLetterStyles(letters, names);
  await writeFile(join(FOLDER, `fonts-${language}.css`), styles);
  await writeFile(join(FOLDER, `typed-${language}.css`), writeTypedStyles(ROOT, language));
  if (!isChinese) continue;
  await writeFile(join(FOLDER, `visitors-${language}.css`), writeVisitorStyles(language, visitors));
  for (const sheet of ['bank', ...PARTS.map((part) => `part-${part}`)])
    await writeFile(join(FOLDER, `${sheet}-${language}.css`), writeLaterStyles(sheet, language, chinese));
}
await writeFile(join(FOLDER, 'drawn.json'), `${JSON.stringify(listDrawn(), null, 2)}\n`);
await writeFile(LEDGER, `${JSON.stringify(keepUsed(), null, 2)}\n`);
await sweep();
if (process.argv.includes('--list')) list();

async function cut(face: Typeface, namespace: string, characters: string): Promise<CutFace> {
  const cuts = await cutFont(ROOT, face, namespace, characters, FOLDER, ledger);
  for (const each of cuts) used.set(each.file, each);
  return { face, namespace, cuts };
}

/** Simplified draws all it can, Traditional the rest: no page loads a whole face for four characters. */
async function cutNames(): Promise<readonly CutFont[]> {
  const cuts: CutFont[] = [];
  let rest = CHINESE_NAMES;
  for (const face of CHINESE_FACES.filter((each) => each.use === 'text' && each.weight === 400)) {
    const { cuts: more } = await cut(face, 'names', rest);
    cuts.push(...more);
    rest = [...rest].filter((character) => !more.some(({ characters }) => characters.includes(character))).join('');
    if (rest === '') break;
  }
  return cuts;
}

/**
 * The Chinese of visitors' names, as far as the shell lacks it, in one weight: a board shows names of every language on one
 * page, whatever that page itself speaks.
 */
async function cutVisitors(): Promise<readonly CutFace[]> {
  const cuts: CutFace[] = [];
  for (const face of CHINESE_FACES.filter((each) => each.use === 'text' && each.weight === 700)) {
    const shell = new Set(gatherChinese(groups, face).get('shell'));
    const wanted = [...gatherVisitors(ROOT, face.languages)].filter((character) => !shell.has(character)).join('');
    cuts.push(await cut(face, 'visitors', wanted));
  }
  return cuts;
}

/** For each language, what every one of its text faces draws: the check of the language files reads this. */
function listDrawn(): Record<string, Record<string, string>> {
  const drawn: Record<string, Record<string, string>> = {};
  for (const language of LANGUAGES) {
    const faces: Record<string, string> = {};
    for (const { face, cuts } of [...letters, ...chinese, ...visitors]) {
      if (!face.languages.includes(language)) continue;
      const name = `${face.use} ${face.weight}`;
      faces[name] = (faces[name] ?? '') + cuts.map(({ characters }) => characters).join('');
    }
    drawn[language] = faces;
  }
  return drawn;
}

async function readLedger(): Promise<Ledger> {
  try {
    return JSON.parse(await readFile(LEDGER, 'utf8')) as Ledger;
  } catch {
    return {};
  }
}

function keepUsed(): Ledger {
  return Object.fromEntries(
    Object.entries(ledger).filter(([, cuts]) => cuts.length > 0 && cuts.every((each) => used.get(each.file) === each)),
  );
}

/** Takes away the fonts of texts that are no more. */
async function sweep(): Promise<void> {
  for (const name of await readdir(FOLDER)) {
    if (name.endsWith('.woff2') && !used.has(name)) await rm(join(FOLDER, name));
  }
}

function list(): void {
  for (const { file, bytes, characters } of used.values()) {
    const size = `${(bytes / 1000).toFixed(1)} kB`;
    console.log(`${file.padEnd(40)} ${size.padStart(9)} ${String([...characters].length).padStart(5)} characters`);
  }
}
