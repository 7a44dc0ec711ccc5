/** The settings of the page at the beginning of a visit: the organiser's, and nothing of the last visitor's. Pure. */
import { DEFAULT_SETTINGS, type Settings } from '../../player/settings/settings.ts';
import type { KioskSettings } from '../settings/kiosk-settings.ts';

export type FromOrganiser = Pick<KioskSettings, 'languages' | 'volume' | 'textSize'>;

/** Nothing may sound louder than `volume`. */
export function defaultsOf({ languages, volume, textSize }: FromOrganiser): Settings {
  return {
    ...DEFAULT_SETTINGS,
    language: languages[0] ?? null,
    volumes: { ...DEFAULT_SETTINGS.volumes, master: volume },
    muted: volume === 0,
    textSize,
    pollAnswered: true,
  };
}
