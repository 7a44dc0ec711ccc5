import type { Language } from '../../src/i18n/languages.ts';
import type { CutFont } from './cut-font.ts';
import type { Span } from './font-sources.ts';
import { isShared } from './gather-characters.ts';
import type { Typeface } from './typefaces.ts';

/** A face with the files that were cut for one namespace. */
export interface CutFace {
  readonly face: Typeface;
  readonly namespace: string;
  readonly cuts: readonly CutFont[];
}

/** All that a Chinese page may ask a Chinese face for; rules that come later take their characters out of it. */
const ALL_CHINESE =
  'U+b7,U+2014,U+2018-2019,U+201c-201d,U+2026,U+2e80-9fff,U+f900-faff,U+fe30-fe4f,U+ff00-ffef,U+20000-323af';

/** Writes a set of characters as CSS writes it. */
export function writeRange(characters: string): string {
  const codes = [...characters].map((character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const code of codes) {
    const span = spans.at(-1);
    if (span !== undefined && span[1] === code - 1) span[1] = code;
    else spans.push([code, code]);
  }
  return writeSpans(spans);
}

/** Writes spans of codes as CSS writes them. */
export function writeSpans(spans: readonly Span[]): string {
  const hex = (code: number): string => code.toString(16);
  return spans.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(',');
}

/** Alegreya's capitals and digits are low; among Chinese, which fills its square, they need this much more. */
const AMONG_CHINESE = '112%';

/** One rule; the file is named from the style sheet's folder. */
export function writeRule(family: string, weight: number, file: string, range: string, sizeAdjust?: string): string {
  return [
    '@font-face {',
    `  font-family: '${family}';`,
    '  font-style: normal;',
    `  font-weight: ${weight};`,
    '  font-display: swap;',
    `  src: url('${file}') format('woff2');`,
    `  unicode-range: ${range};`,
    ...(sizeAdjust === undefined ? [] : [`  size-adjust: ${sizeAdjust};`]),
    '}',
    '',
  ].join('\n');
}

/** Styles of a page in Latin or Cyrillic; `names` draws the Chinese names in the language switcher. */
export function writeLetterStyles(letters: readonly CutFace[], names: readonly CutFont[]): string {
  const rules: string[] = [];
  for (const { face, cuts } of letters) {
    for (const cut of cuts)
      rules.push(writeRule(face.family, face.weight, `./${cut.file}`, writeRange(cut.characters)));
  }
  rules.push(...writeNames(facesOf(letters), names));
  return rules.join('');
}

/**
 * Styles of a Chinese page. Each Chinese family also holds the letters, so that Latin among Chinese is set in the
 * game's own face, but leaves to the Chinese drawing the signs that both share.
 */
export function writeChineseStyles(
  language: Language,
  chinese: readonly CutFace[],
  letters: readonly CutFace[],
  names: readonly CutFont[],
): string {
  const rules: string[] = [];
  const own = chinese.filter(({ face }) => face.languages.includes(language));
  rules.push(...writeNames(facesOf(own), names));
  for (const { face, namespace, cuts } of own) {
    cuts.forEach((cut, i) => {
      const isBulk = namespace === 'shell' && i === 0;
      const range = isBulk ? ALL_CHINESE : writeRange(cut.characters);
      rules.push(writeRule(face.family, face.weight, `./${cut.file}`, range));
    });
    if (namespace !== 'shell') continue;
    const partners = letters.filter((each) => each.face.use === face.use && each.face.weight === face.weight);
    for (const cut of partners.flatMap((each) => each.cuts)) {
      const alone = [...cut.characters].filter((character) => !isShared(character)).join('');
      if (alone !== '')
        rules.push(writeRule(face.family, face.weight, `./${cut.file}`, writeRange(alone), AMONG_CHINESE));
    }
  }
  return rules.join('');
}

/** What comes later than the page's own styles, in a sheet of its own: the question bank, and each part beside the shell. */
export function laterSheetOf({ namespace }: CutFace): string | undefined {
  return /^(?:bank(?=-)|part-.+)/.exec(namespace)?.[0];
}

/** What a later sheet (`bank`, `part-team`) adds to the styles of a Chinese page; linked after them. */
export function writeLaterStyles(sheet: string, language: Language, chinese: readonly CutFace[]): string {
  return chinese
    .filter((cut) => laterSheetOf(cut) === sheet && cut.face.languages.includes(language))
    .flatMap(({ face, cuts }) =>
      cuts.map((cut) => writeRule(face.family, face.weight, `./${cut.file}`, writeRange(cut.characters))),
    )
    .join('');
}

/** The family of what a Chinese page's own lacks of visitors' names; `src/app/claim/shown-name.css` asks for both. */
export function writeVisitorStyles(language: Language, visitors: readonly CutFace[]): string {
  return visitors
    .filter(({ face }) => face.languages.includes(language))
    .flatMap(({ cuts }) =>
      cuts.map((cut) => writeRule(`Visitors ${language}`, 700, `./${cut.file}`, writeRange(cut.characters))),
    )
    .join('');
}

/**
 * The same file serves every weight that a family has: browsers look for a character only among the rules of the
 * weight that they have chosen.
 */
function writeNames(faces: readonly Typeface[], names: readonly CutFont[]): string[] {
  return faces.flatMap((face) =>
    names.map((cut) => writeRule(face.family, face.weight, `./${cut.file}`, writeRange(cut.characters))),
  );
}

function facesOf(cut: readonly CutFace[]): readonly Typeface[] {
  return [...new Set(cut.map(({ face }) => face))];
}
