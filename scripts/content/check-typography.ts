import type { Language } from '../../src/i18n/languages.ts';
import type { Problem } from './problem.ts';
import type { TextFile } from './read-texts.ts';
import characters from './script-characters.json' with { type: 'json' };

/** Something that must not stand in a text. */
interface Rule {
  readonly pattern: RegExp;
  readonly reason: string;
}

const SIMPLIFIED_ONLY = new RegExp(`[${characters.simplifiedOnly}]`, 'u');
const TRADITIONAL_ONLY = new RegExp(`[${characters.traditionalOnly}]`, 'u');

const EVERYWHERE: readonly Rule[] = [
  { pattern: /^\s|\s$/u, reason: 'begins or ends with a space' },
  { pattern: / {2}/u, reason: 'has two spaces in a row' },
  { pattern: /\t|\r/u, reason: 'has a tab or a carriage return' },
  { pattern: /\.\.\./u, reason: 'has three dots instead of …' },
  { pattern: /\ufffd/u, reason: 'has a broken character' },
  { pattern: /<\/?[a-z]/iu, reason: 'has markup' },
];

const ENGLISH: readonly Rule[] = [
  { pattern: /["']/u, reason: 'has straight quotes instead of “ ” and ’' },
  { pattern: /\w - \w|--/u, reason: 'has a hyphen where a dash belongs' },
  { pattern: /[\p{Script=Han}\p{Script=Cyrillic}]/u, reason: 'has a letter of another script' },
];

const RUSSIAN: readonly Rule[] = [
  { pattern: /["']/u, reason: 'has straight quotes instead of « »' },
  { pattern: /”|(?<!„[^“]*)“/u, reason: 'has English quotes instead of « » (and „ “ inside them)' },
  { pattern: / - |--/u, reason: 'has a hyphen where a dash belongs' },
  { pattern: / [,.;:!?…]/u, reason: 'has a space before punctuation' },
  {
    pattern: /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u,
    reason: 'mixes Latin and Cyrillic in one word',
  },
  { pattern: /\p{Script=Han}/u, reason: 'has a letter of another script' },
];

const CHINESE: readonly Rule[] = [
  { pattern: /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u, reason: 'has Western punctuation beside Chinese' },
  { pattern: /\p{Script=Han}\.(?!\d)/u, reason: 'has a full stop instead of 。' },
  { pattern: /["']/u, reason: 'has straight quotes' },
  { pattern: /\p{Script=Han} +\p{Script=Han}/u, reason: 'has a space between two characters' },
  {
    pattern: / [，。、；：！？「」『』《》（）]|[，。、；：！？「」『』《》（）] /u,
    reason: 'has a space beside full-width punctuation',
  },
  { pattern: /(?<!…)…(?!…)/u, reason: 'has … instead of ……' },
  { pattern: /(?<!—)—(?!—)/u, reason: 'has — instead of ——' },
  { pattern: /[０-９Ａ-Ｚａ-ｚ]/u, reason: 'has full-width letters or digits' },
  { pattern: /\p{Script=Cyrillic}/u, reason: 'has a letter of another script' },
];

const SIMPLIFIED: readonly Rule[] = [
  { pattern: TRADITIONAL_ONLY, reason: 'has a character that only Traditional Chinese uses' },
  { pattern: /[「」『』]/u, reason: 'has corner brackets instead of “ ”' },
];

const TRADITIONAL: readonly Rule[] = [
  { pattern: SIMPLIFIED_ONLY, reason: 'has a character that only Simplified Chinese uses' },
  { pattern: /[“”‘’]/u, reason: 'has curly quotes instead of 「 」' },
];

const RULES: Readonly<Record<Language, readonly Rule[]>> = {
  en: [...EVERYWHERE, ...ENGLISH],
  ru: [...EVERYWHERE, ...RUSSIAN],
  'zh-Hans': [...EVERYWHERE, ...CHINESE, ...SIMPLIFIED],
  'zh-Hant': [...EVERYWHERE, ...CHINESE, ...TRADITIONAL],
};

/** A placeholder, or another text put in: `{{count}}`, `$t(places.{{place}})`. */
const PUT_IN = /\$t\([^)]*\)|\{\{[^}]*\}\}/g;

/** Finds what the typography of the file's language forbids. Whatever is put in is read as if a word stood there. */
export function checkTypography({ file, language, texts }: TextFile): readonly Problem[] {
  return texts.flatMap(({ key, value }) => {
    const read = value.replaceAll(PUT_IN, '0');
    return RULES[language].flatMap(({ pattern, reason }) => {
      const found = pattern.exec(read);
      return found === null ? [] : [{ file, at: key, reason: `${reason}: ${excerpt(read, found.index)}` }];
    });
  });
}

function excerpt(text: string, at: number): string {
  return `“${text.slice(Math.max(0, at - 8), at + 9)}”`;
}
