/** Which language the page speaks: the address, then the settings, then the browser; a change is kept in the settings. */
import { changeLanguage, chooseLanguage, currentLanguage, LANGUAGES, type Language } from '../i18n/index.ts';
import { player } from './player.ts';
import { sayMessage } from './messages.ts';
import { wouldComeAnew } from './missing-parts.ts';
import { wearFonts } from './fonts.ts';

/** Languages whose texts this page has asked for in vain. */
const lost = new Set<Language>();

/** Loads the first language. When its file does not arrive, English is tried, so that the page is never empty. */
export async function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = chooseLanguage([asked, player.settings.store.getState().language, ...navigator.languages]);
  wearFonts(wanted);
  try {
    await changeLanguage(wanted);
  } catch {
    lost.add(wanted);
    await changeLanguage(LANGUAGES[0]);
  }
  player.settings.store.subscribe((settings, before) => {
    if (settings.language === before.language) return;
    const language = chooseLanguage([settings.language, ...navigator.languages]);
    if (language !== currentLanguage()) void speak(language);
  });
}

/**
 * Changes the language at once, anywhere, and remembers it. When its texts do not arrive it says so and changes nothing;
 * asked again when the network is back, it loads the page anew in that language.
 */
export async function speak(language: Language): Promise<void> {
  wearFonts(language);
  try {
    await changeLanguage(language);
  } catch {
    const isAskedAgain = lost.has(language);
    lost.add(language);
    if (!isAskedAgain || !(await wouldComeAnew())) return sayMessage('error.language');
    remember(language);
    return location.reload();
  }
  remember(language);
}

function remember(language: Language): void {
  player.settings.change({ language });
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  // The address would win again at the next reload.
  address.searchParams.set('lang', language);
  history.replaceState(history.state, '', address);
}
