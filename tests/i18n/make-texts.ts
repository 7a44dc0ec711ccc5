import type { TextFile, TextGroup } from '../../scripts/content/read-texts.ts';
import type { Language } from '../../src/i18n/languages.ts';

/** A language file that exists only in a test. */
export function makeFile(language: Language, texts: Readonly<Record<string, string>>): TextFile {
  return {
    file: `levels/pond/${language}.json`,
    namespace: 'pond',
    language,
    texts: Object.entries(texts).map(([key, value]) => ({ key, value })),
  };
}

/** Language files of one namespace; those not given are missing. */
export function makeGroup(files: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>): TextGroup {
  const languages = ['en', 'zh-Hans', 'zh-Hant', 'ru'] as const;
  return {
    namespace: 'pond',
    cutFor: 'pond',
    files: languages.flatMap((language) => {
      const texts = files[language];
      return texts === undefined ? [] : [makeFile(language, texts)];
    }),
    missing: languages.filter((language) => files[language] === undefined).map((each) => `levels/pond/${each}.json`),
  };
}
