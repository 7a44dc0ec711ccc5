/**
 * Which part of the game a built file belongs to. A part is what a player would miss: the house (every screen, the
 * theatre, Phaser), one for each act, one for each language, the music, and what only a kiosk needs. Pure: it is decided by what a file was made of.
 */
import { LANGUAGES } from '../../../src/i18n/languages.ts';

/** A part of the offline set: `house`, `sound`, `kiosk`, `act:<act>` or `language:<language>`. */
export type Pack = 'house' | 'sound' | 'kiosk' | `act:${string}` | `language:${string}`;

/** The managers' pages need their server, so they are not carried offline; nor is what draws any name that was ever typed. */
const MANAGERS = /(^|\/)src\/team\/|virtual:parts\/team-|\/fonts\/(part-team-|typed-|[^/]*-part-team)|\/@fontsource\//;
/** In all languages at once: a kiosk's visitors speak any of them, and no player's phone needs it. */
const KIOSK =
  /(^|\/)src\/kiosk\/|virtual:parts\/(kiosk|organiser)-|\/fonts\/(part-(kiosk|organiser)-|[^/]*-(part-(kiosk|organiser)|visitors)\b)/;
/** Faces of one Chinese script; those of Latin and Cyrillic letters are small and belong to the house. */
const FACES: readonly (readonly [script: RegExp, language: string])[] = [
  [/\/fonts\/noto-(sans|serif)-sc-/, 'zh-Hans'],
  [/\/fonts\/noto-(sans|serif)-tc-/, 'zh-Hant'],
];
/** What may be written in one language: texts, and the style sheets that name a language's faces. */
const TEXT = /^virtual:|^levels\/.*\.json$|\/fonts\/[^/]+\.css$/;
const ACT = /^(?:src\/acts|levels)\/(?<act>[^/]+)\//;
const EFFECTS = /^assets\/sound\/built\/effects-(?<act>.+)\.(?:webm|m4a)$/;
const SHEET = /^assets\/built\/(?<act>[^/]+)\.(?:avif|webp)$/;

/** The part of one module or one source file, by its path in the repository. Null for what is not carried offline. */
export function packOfSource(source: string, acts: readonly string[]): Pack | null {
  if (MANAGERS.test(source)) return null;
  if (KIOSK.test(source)) return 'kiosk';
  const language = languageOf(source);
  if (language !== undefined) return `language:${language}`;
  for (const pattern of [ACT, EFFECTS, SHEET]) {
    const act = pattern.exec(source)?.groups?.['act'];
    if (act !== undefined && acts.includes(act)) return `act:${act}`;
  }
  return source.startsWith('assets/sound/built/') && !source.includes('effects-house') ? 'sound' : 'house';
}

/** The language that a source speaks, if it speaks one. */
function languageOf(source: string): string | undefined {
  const face = FACES.find(([script]) => script.test(source))?.[1];
  if (face !== undefined || !TEXT.test(source)) return face;
  return LANGUAGES.find((each) => new RegExp(`[-/]${each}(\\.json|\\.css)?$`).test(source));
}

/**
 * The part of a file that was made of several sources: theirs when they agree, else the house, which everybody has.
 * Null when all of them are the managers'.
 */
export function packOf(sources: readonly string[], acts: readonly string[]): Pack | null {
  const packs = new Set(sources.map((source) => packOfSource(source, acts)));
  const carried = [...packs].filter((pack) => pack !== null);
  if (packs.size > 0 && carried.length === 0) return null;
  const [only, ...others] = carried;
  return only !== undefined && others.length === 0 ? only : 'house';
}
