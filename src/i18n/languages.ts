/** The languages the game is written in; the first one is the fallback. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every language named in itself, for the switcher. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ru: 'Русский',
};

/**
 * Reduces any BCP 47 tag to the form in which the languages are named here: Chinese by script, everything else by
 * language. Chinese regions decide the script (TW, HK, MO and Cantonese write Traditional). A malformed tag gives ''.
 */
function reduceTag(tag: string): string {
  try {
    const full = new Intl.Locale(tag).maximize();
    return full.language === 'zh' || full.language === 'yue' ? `zh-${full.script ?? 'Hans'}` : full.language;
  } catch {
    return '';
  }
}

/** The supported language that a tag asks for, or null. */
export function languageOf(tag: string): Language | null {
  const reduced = reduceTag(tag);
  return LANGUAGES.find((language) => language === reduced) ?? null;
}

/** The first supported language among the wishes, most wanted first (address, then settings, then browser). */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const language = wish ? languageOf(wish) : null;
    if (language) return language;
  }
  return LANGUAGES[0];
}
