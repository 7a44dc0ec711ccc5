/** What a new event begins with, before its organiser has said anything. */
import { LANGUAGES, type Language } from '../../i18n/languages.ts';
import { toBase64Url } from './base64-url.ts';
import type { KioskAct, KioskSettings } from './kiosk-settings.ts';
import { RANGES, USUAL_VOLUME } from './ranges.ts';

/** Settings as far as they go without a PIN. */
export type OpenSettings = Omit<KioskSettings, 'pin'>;

const TOKEN_BYTES = 32;

/** A new event: an id and a board's token of its own. `endsAt`: milliseconds since 1970. */
export function beginEvent(endsAt: number): Pick<KioskSettings, 'event' | 'boardToken'> {
  return {
    event: { id: crypto.randomUUID(), name: '', endsAt, keepDays: RANGES.keepDays.usual },
    boardToken: toBase64Url(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))),
  };
}

/** The usual settings. `language` is the organiser's, and comes first. */
export function beginSettings(given: {
  readonly acts: readonly KioskAct[];
  readonly language: Language;
  readonly address: string;
  readonly endsAt: number;
}): OpenSettings {
  return {
    version: 1,
    ...beginEvent(given.endsAt),
    acts: given.acts,
    examination: true,
    languages: [given.language, ...LANGUAGES.filter((each) => each !== given.language)],
    idleSeconds: RANGES.idleSeconds.usual,
    answerSeconds: RANGES.answerSeconds.usual,
    resultSeconds: RANGES.resultSeconds.usual,
    board: true,
    volume: USUAL_VOLUME,
    reach: false,
    textSize: 1,
    address: given.address,
  };
}
