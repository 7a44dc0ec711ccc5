/** Which language the page speaks: the address, then the settings, then the browser; a change is kept in the settings. */
import { changeLanguage, chooseLanguage, currentLanguage, LANGUAGES, type Language } from '../i18n/index.ts';
import { player } from './player.ts';
import { sayMessage } from './messages.ts';
import { wearFonts } from './fonts.ts';

/** Loads the first language. When its file does not arrive, English is tried, so that the page is never empty. */
export async function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = chooseLanguage([asked, player.settings.store.getState().language, ...navigator.languages]);
  wearFonts(wanted);
  try {
    await changeLanguage(wanted);
  } catch {
    await changeLanguage(LANGUAGES[0]);
  }
  player.settings.store.subscribe((settings, before) => {
    if (settings.language === before.language) return;
    const language = chooseLanguage([settings.language, ...navigator.languages]);
    if (language !== currentLanguage()) void speak(language);
  });
}

/** Changes the language at once, anywhere, and remembers it. When its texts do not arrive it says so and changes nothing. */
export async function speak(language: Language): Promise<void> {
  wearFonts(language);
  try {
    await changeLanguage(language);
  } catch {
    sayMessage('error.language');
    return;
  }
  player.settings.change({ language });
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  // The address would win again at the next reload.
  address.searchParams.set('lang', language);
  history.replaceState(history.state, '', address);
}
