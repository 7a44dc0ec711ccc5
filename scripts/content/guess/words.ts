/** Words as a blind guesser sees them: how long, how careful, how loud, and what they share. */
import type { Language } from '../../../src/i18n/languages.ts';

const isChinese = (language: Language): boolean => language.startsWith('zh-');

/** Careful words, and loud ones. Only what a test-wise reader would look for. */
const HEDGES: Readonly<Record<Language, RegExp>> = {
  en: /\b(may|might|could|perhaps|possibly|maybe|probably|likely|usually|often|sometimes|generally|mostly|tends?|partly|some|somewhat|almost|nearly|rather|a little|a bit|depends?|both|if|unless|first|seems?)\b/giu,
  ru: /(?<![а-яё])(может|могут|можно|возможно|вероятно|пожалуй|наверное|видимо|кажется|обычно|часто|иногда|порой|бывает|скорее|отчасти|почти|немного|чуть|зависит|некоторые|некоторых|оба|обе|если|сначала|сперва|вообще-то)(?![а-яё])/giu,
  'zh-Hans':
    /可能|也许|或许|大概|多半|通常|往往|有时|常常|一般|似乎|好像|比较|稍微|有些|有的|部分|几乎|大多|如果|要是|看情况|取决于|不一定|先/gu,
  'zh-Hant':
    /可能|也許|或許|大概|多半|通常|往往|有時|常常|一般|似乎|好像|比較|稍微|有些|有的|部分|幾乎|大多|如果|要是|看情況|取決於|不一定|先/gu,
};
const ABSOLUTES: Readonly<Record<Language, RegExp>> = {
  en: /\b(all|always|never|nobody|nothing|none|everybody|everyone|everything|anybody|anything|only|every|no|must|certainly|surely|completely|entirely|at all|whole|just)\b/giu,
  ru: /(?<![а-яё])(вс[её]|всех|всем|всегда|никогда|никто|никому|ничего|ничто|любой|любая|любое|любому|каждый|каждая|каждому|каждого|только|лишь|обязательно|полностью|совсем|вообще|точно|безусловно)(?![а-яё])/giu,
  'zh-Hans':
    /所有|全部|一切|总是|永远|从不|从来|绝不|绝对|每个|每一|任何|没有人|谁都|都|只有|只|必须|一定|完全|彻底|肯定/gu,
  'zh-Hant':
    /所有|全部|一切|總是|永遠|從不|從來|絕不|絕對|每個|每一|任何|沒有人|誰都|都|只有|只|必須|一定|完全|徹底|肯定/gu,
};
const JOINTS: Readonly<Record<Language, RegExp>> = {
  en: /[,:;—–]|\band\b|\bbut\b/giu,
  ru: /[,:;—–]|(?<![а-яё])(и|но|а)(?![а-яё])/giu,
  'zh-Hans': /[，、：；]|——|再|并/gu,
  'zh-Hant': /[，、：；]|——|再|並/gu,
};
/** Words that every sentence has; sharing them means nothing. */
const COMMON: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'a an the of to in on at for with by from and or but so that this these those is are was were be been it its he she they them their his her you your we our i as not no than then when who what which where how if into out up over do does did has have had will would can one there here'.split(
      ' ',
    ),
  ),
  ru: new Set(
    'и в во не на я он она оно они с со что как а то все его ее её но да ты вы к у же за бы по от из о об для это этот эта эти тот та те мы нас вас вам им их ему ей или до при так уже ли если кто где когда чем'.split(
      ' ',
    ),
  ),
  'zh-Hans': new Set(),
  'zh-Hant': new Set(),
};
/** Letters of a word that count, so that its endings do not. */
const STEM: Readonly<Record<Language, number>> = { en: 6, ru: 5, 'zh-Hans': 2, 'zh-Hant': 2 };

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Number of careful words. */
export function countHedges(text: string, language: Language): number {
  return count(text, HEDGES[language]);
}

/** Number of words that allow no exception. */
export function countAbsolutes(text: string, language: Language): number {
  return count(text, ABSOLUTES[language]);
}

/** Number of joints between the parts of a sentence. */
export function countJoints(text: string, language: Language): number {
  return count(text, JOINTS[language]);
}

/** The words of a text in order, lower case; in Chinese its characters, without punctuation. */
export function wordsOf(text: string, language: Language): readonly string[] {
  const read = text.toLowerCase().replaceAll(/\{\{[^}]*\}\}/gu, ' ');
  return isChinese(language) ? (read.match(/[\p{L}\p{N}]/gu) ?? []) : (read.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** What a text is about: beginnings of its less common words; in Chinese, its pairs of characters. */
export function matterOf(text: string, language: Language): ReadonlySet<string> {
  const words = wordsOf(text, language);
  if (isChinese(language)) return new Set(words.slice(1).map((word, at) => `${words[at]}${word}`));
  const matter = words.filter((word) => !COMMON[language].has(word));
  return new Set(matter.map((word) => word.slice(0, STEM[language])));
}

/** The share of the smaller set that is in the other too, from 0 to 1. */
export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const fewest = Math.min(a.size, b.size);
  if (fewest === 0) return 0;
  return [...a].filter((each) => b.has(each)).length / fewest;
}

/** Traits of form by which one option may stand out: number, quotation, question, several sentences, a closing mark. */
export function formOf(text: string): readonly (boolean | number)[] {
  return [
    /\p{N}/u.test(text),
    /[“”«»「」„‘]/u.test(text),
    /[?？]/u.test(text),
    count(text, /[.。!！?？…]/gu),
    /[.。!！?？…”»」]$/u.test(text),
    /[:：;；—]/u.test(text),
  ];
}
