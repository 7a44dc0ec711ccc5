/** Which of a device's voices speaks a language. Pure. */
import { languageOf, type Language } from '../../i18n/languages.ts';

/** What there is to know of a voice. */
export type Voice = Pick<SpeechSynthesisVoice, 'localService' | 'lang' | 'default'>;

/** The device's own voice for a language, its default first; null when it has none. */
export function findVoice<Found extends Voice>(language: Language, voices: readonly Found[]): Found | null {
  const fitting = voices.filter(({ localService, lang }) => localService && languageOf(lang) === language);
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}
