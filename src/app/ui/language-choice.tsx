import type { JSX } from 'preact';
import { currentLanguage, LANGUAGES, languageOf, OWN_NAMES } from '../../i18n/index.ts';
import { speak } from '../language.ts';
import { useText } from '../text.ts';
import { Icon } from './icons.tsx';

/** Changes the language, anywhere and at any time; each language is named in itself. */
export function LanguageChoice(): JSX.Element {
  const { t, language } = useText();
  const choose = (event: Event): void => {
    const choice = event.currentTarget as HTMLSelectElement;
    const wanted = languageOf(choice.value);
    // One that did not come can be chosen again.
    if (wanted) void speak(wanted).then(() => (choice.value = currentLanguage()));
  };
  return (
    <label class="language-choice">
      <Icon name="language" />
      <span class="unseen">{t('page.language')}</span>
      <select value={language} onChange={choose}>
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each} selected={each === language}>
            {OWN_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
