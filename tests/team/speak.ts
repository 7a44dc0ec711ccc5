/** The managers' texts in a language, as the page itself would say them. */
import { createInstance } from 'i18next';
import type { TeamKey } from '../../src/i18n/parts.ts';
import type { TextValues } from '../../src/i18n/index.ts';
import type { Language } from '../../src/i18n/languages.ts';
import en from '../../src/i18n/texts/team/en.json' with { type: 'json' };
import ru from '../../src/i18n/texts/team/ru.json' with { type: 'json' };
import hans from '../../src/i18n/texts/team/zh-Hans.json' with { type: 'json' };
import hant from '../../src/i18n/texts/team/zh-Hant.json' with { type: 'json' };

const i18n = createInstance();
void i18n.init({
  lng: 'en',
  ns: ['team'],
  defaultNS: 'team',
  resources: { en: { team: en }, ru: { team: ru }, 'zh-Hans': { team: hans }, 'zh-Hant': { team: hant } },
  initAsync: false,
  interpolation: { escapeValue: false },
});

export function speak(language: Language): (key: TeamKey, values?: TextValues) => string {
  return (key, values) => i18n.t(key, { ...values, lng: language });
}
