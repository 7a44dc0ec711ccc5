import { readTextGroups } from '../../../scripts/content/read-texts.ts';
import type { Language } from '../../../src/i18n/languages.ts';

const groups = readTextGroups(new URL('../../..', import.meta.url).pathname);

/** A text as the game says it, so that a test reads what the player reads. Throws when there is no such text. */
export function words(key: string, language: Language = 'en', namespace = 'shell'): string {
  const files = groups.find((group) => group.namespace === namespace)?.files ?? [];
  const file = files.find((each) => each.language === language);
  const text = file?.texts.find((each) => each.key === key);
  if (text === undefined) throw new Error(`${namespace} has no text ${key} in ${language}`);
  return text.value;
}

/** The same for a text of the settings. */
export const settingsWords = (key: string, language: Language = 'en'): string => words(key, language, 'part/settings');
