import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';

/** One cut of a typeface that the game sets text in. */
export interface Typeface {
  /** The name that style sheets use. */
  readonly family: string;
  /** Folder under `node_modules/@fontsource`. */
  readonly source: string;
  readonly weight: 400 | 700;
  /** `title` faces need none of the quiz items' characters. */
  readonly use: 'title' | 'text';
  /** The languages whose texts it draws. */
  readonly languages: readonly Language[];
}

/** Latin and Cyrillic. On a Chinese page these files draw the letters and digits among the Chinese. */
export const LETTER_FACES: readonly Typeface[] = [
  { family: 'Alegreya', source: 'alegreya', weight: 700, use: 'title', languages: LANGUAGES },
  { family: 'Alegreya Sans', source: 'alegreya-sans', weight: 400, use: 'text', languages: LANGUAGES },
  { family: 'Alegreya Sans', source: 'alegreya-sans', weight: 700, use: 'text', languages: LANGUAGES },
];

/** Chinese; each is cut per namespace, so that a page loads what it shows. */
export const CHINESE_FACES: readonly Typeface[] = (
  [
    ['SC', 'zh-Hans'],
    ['TC', 'zh-Hant'],
  ] as const
).flatMap(([region, language]): Typeface[] => {
  const serif = { family: `Noto Serif ${region}`, source: `noto-serif-${region.toLowerCase()}`, languages: [language] };
  const sans = { family: `Noto Sans ${region}`, source: `noto-sans-${region.toLowerCase()}`, languages: [language] };
  return [
    { ...serif, weight: 700, use: 'title' },
    { ...sans, weight: 400, use: 'text' },
    { ...sans, weight: 700, use: 'text' },
  ];
});

/**
 * Characters that a name typed by a player is likely to hold. Chinese names fall back to the fonts of the device on
 * which they were typed; managers, who read them on another, have `typed-<language>.css`.
 */
export const TYPED =
  Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).join('') +
  Array.from({ length: 64 }, (_, i) => String.fromCharCode(0x410 + i)).join('') +
  'Ёё«»„“”‘’–—…№ ←→↑↓−×·•©°';

/** Features of OpenType that the style sheets use, and those without which text is set wrongly. */
export const KEPT_FEATURES: readonly string[] = [
  'calt',
  'ccmp',
  'kern',
  'liga',
  'lnum',
  'locl',
  'mark',
  'mkmk',
  'tnum',
];
