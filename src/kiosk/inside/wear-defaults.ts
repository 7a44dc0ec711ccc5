import { speak } from '../../app/language.ts';
import { player } from '../../app/player.ts';
import { defaultsOf, type FromOrganiser } from './defaults.ts';

/** Puts the organiser's settings on, the language with its texts last. Resolves when the page speaks it, or cannot. */
export async function wearDefaults(settings: FromOrganiser): Promise<void> {
  const [language] = settings.languages;
  player.settings.change(defaultsOf(settings));
  if (language !== undefined) await speak(language);
}
