import { readOptions, refuseOption } from '../options/read-options.ts';
import { SCREENS } from '../../tests/browser/driver/screens.ts';
import { KIOSK_SCREENS } from './kiosk-screens.ts';
import { TEAM_SCREENS } from './team-screens.ts';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';

/** The sizes that everything is looked at in: phone upright and lying, tablet, two desktops, a standing kiosk. */
export const SIZES = ['390x844', '844x390', '1024x768', '1280x720', '1920x1080', '1080x1920'] as const;
export type SizeName = (typeof SIZES)[number];

/** What to take pictures of. */
export interface ShotChoices {
  readonly languages: readonly Language[];
  readonly sizes: readonly SizeName[];
  readonly screens: readonly string[];
  /** Take the whole length of a page, not only what its window shows. */
  readonly full: boolean;
  /** Take the chosen pictures of the documents instead. */
  readonly docs: boolean;
}

/**
 * Reads `--lang en,ru --size 390x844 --screen act,reveal --full --docs`. Ends the command on an option or a name that does not
 * exist.
 */
export function readChoices(given: readonly string[]): ShotChoices {
  const { values } = readOptions({
    args: [...given],
    options: {
      lang: { type: 'string' },
      size: { type: 'string' },
      screen: { type: 'string' },
      full: { type: 'boolean', default: false },
      docs: { type: 'boolean', default: false },
    },
  });
  return {
    languages: pick('--lang', values.lang, LANGUAGES),
    sizes: pick('--size', values.size, SIZES),
    screens: pick('--screen', values.screen, [...SCREENS.map(({ name }) => name), ...TEAM_SCREENS, ...KIOSK_SCREENS]),
    full: values.full,
    docs: values.docs,
  };
}

function pick<Name extends string>(option: string, given: string | undefined, all: readonly Name[]): readonly Name[] {
  if (given === undefined) return all;
  const wanted = given.split(',');
  const unknown = wanted.filter((name) => !(all as readonly string[]).includes(name));
  if (unknown.length > 0) refuseOption(`${option} ${unknown.join(',')}: there are only ${all.join(', ')}`);
  return all.filter((name) => wanted.includes(name));
}

/** The pictures that the documents show: small in number and in bytes. */
export const FOR_DOCS: readonly { readonly screen: string; readonly language: Language; readonly size: SizeName }[] = [
  { screen: 'title', language: 'en', size: '1280x720' },
  { screen: 'title', language: 'zh-Hans', size: '390x844' },
  { screen: 'campaign', language: 'zh-Hant', size: '1280x720' },
  { screen: 'playbill', language: 'ru', size: '1280x720' },
  { screen: 'act', language: 'en', size: '1280x720' },
  { screen: 'act-late', language: 'en', size: '1280x720' },
  { screen: 'act-late', language: 'zh-Hans', size: '844x390' },
  { screen: 'act', language: 'ru', size: '390x844' },
  { screen: 'act-late', language: 'zh-Hant', size: '1080x1920' },
  { screen: 'reveal', language: 'en', size: '1280x720' },
  { screen: 'reveal', language: 'zh-Hans', size: '390x844' },
  { screen: 'workshop', language: 'en', size: '1280x720' },
  { screen: 'debrief-feedback', language: 'ru', size: '1024x768' },
  { screen: 'settings', language: 'zh-Hant', size: '1024x768' },
  { screen: 'muster', language: 'zh-Hant', size: '1280x720' },
  { screen: 'muster-run', language: 'en', size: '1280x720' },
  { screen: 'muster-run', language: 'zh-Hans', size: '390x844' },
  { screen: 'muster-result', language: 'ru', size: '1280x720' },
  { screen: 'honour', language: 'en', size: '1280x720' },
  { screen: 'debrief-matching', language: 'en', size: '1280x720' },
  { screen: 'road-walking', language: 'en', size: '1280x720' },
  { screen: 'road-looking', language: 'zh-Hans', size: '1280x720' },
  { screen: 'road-blind', language: 'zh-Hant', size: '390x844' },
  { screen: 'road-two', language: 'ru', size: '1280x720' },
  { screen: 'province-town', language: 'en', size: '1280x720' },
  { screen: 'province-marching', language: 'ru', size: '1280x720' },
  { screen: 'province-held', language: 'zh-Hans', size: '390x844' },
  { screen: 'province-reveal', language: 'zh-Hant', size: '1280x720' },
  { screen: 'team-ideas', language: 'zh-Hans', size: '1280x720' },
  { screen: 'kiosk-attract', language: 'en', size: '1280x720' },
  { screen: 'kiosk-choose', language: 'zh-Hans', size: '1080x1920' },
  { screen: 'kiosk-result', language: 'en', size: '1280x720' },
  { screen: 'kiosk-rank', language: 'ru', size: '1080x1920' },
  { screen: 'kiosk-board', language: 'zh-Hant', size: '1280x720' },
  { screen: 'kiosk-staff', language: 'en', size: '1024x768' },
];
