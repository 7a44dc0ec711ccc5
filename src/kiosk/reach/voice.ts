/**
 * Spoken text by the voices of the device itself; a voice that needs the network would tell a stranger's server what is
 * read here, and falls silent without it. Where there is none for the language, spoken text is not offered.
 */
import { currentLanguage } from '../../i18n/index.ts';
import { findVoice } from './find-voice.ts';

/** Voices of this browser; they may come late (`onVoices`). */
export function listVoices(): readonly SpeechSynthesisVoice[] {
  return 'speechSynthesis' in window ? speechSynthesis.getVoices() : [];
}

/** Hears when voices come. Returns the way to stop. */
export function onVoices(listener: () => void): () => void {
  if (!('speechSynthesis' in window)) return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener('voiceschanged', listener);
}

export function fallSilent(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

/** Says a text in the language of the moment. `now` interrupts what is being said. */
export function say(text: string, volume: number, now: boolean): void {
  const voice = findVoice(currentLanguage(), listVoices());
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (voice === null || words === '' || volume === 0) return;
  if (now) speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.volume = volume;
  speechSynthesis.speak(utterance);
}
