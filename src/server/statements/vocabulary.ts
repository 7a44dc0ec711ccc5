/**
 * Identifiers that others have defined. cmi5 and the Serious Games profile (https://w3id.org/xapi/seriousgames) name
 * different verbs for `initialized`; cmi5's, which is ADL's, is used.
 */
import type { LanguageMap } from './statement.ts';

export interface Verb {
  readonly id: string;
  readonly display: LanguageMap;
}

export const VERBS = {
  initialized: {
    id: 'http://adlnet.gov/expapi/verbs/initialized',
    display: { en: 'initialized', 'zh-Hans': '开始了', 'zh-Hant': '開始了', ru: 'начал' },
  },
  completed: {
    id: 'http://adlnet.gov/expapi/verbs/completed',
    display: { en: 'completed', 'zh-Hans': '完成了', 'zh-Hant': '完成了', ru: 'завершил' },
  },
  answered: {
    id: 'http://adlnet.gov/expapi/verbs/answered',
    display: { en: 'answered', 'zh-Hans': '回答了', 'zh-Hant': '回答了', ru: 'ответил на' },
  },
  selected: {
    id: 'https://w3id.org/xapi/adb/verbs/selected',
    display: { en: 'selected', 'zh-Hans': '选择了', 'zh-Hant': '選擇了', ru: 'выбрал' },
  },
} as const satisfies Readonly<Record<string, Verb>>;
export type VerbName = keyof typeof VERBS;

export const TYPES = {
  game: 'https://w3id.org/xapi/seriousgames/activity-types/serious-game',
  act: 'https://w3id.org/xapi/seriousgames/activity-types/level',
  drill: 'https://w3id.org/xapi/seriousgames/activity-types/quest',
  examination: 'http://adlnet.gov/expapi/activities/assessment',
  interaction: 'http://adlnet.gov/expapi/activities/cmi.interaction',
  /** An item of which the bank no longer knows the options. */
  question: 'http://adlnet.gov/expapi/activities/question',
  profile: 'http://adlnet.gov/expapi/activities/profile',
} as const;

export const SERIOUS_GAMES = 'https://w3id.org/xapi/seriousgames';

/** As the game calls them in its own texts; a test compares the two. */
export const NAMES = {
  game: { en: 'Marshal’s Baton', 'zh-Hans': '点将台', 'zh-Hant': '點將台', ru: 'Маршальский жезл' },
  examination: { en: 'The muster', 'zh-Hans': '点将', 'zh-Hant': '點將', ru: 'Смотр' },
  drill: { en: 'Drill', 'zh-Hans': '操练', 'zh-Hant': '操練', ru: 'Учения' },
} as const satisfies Readonly<Record<string, LanguageMap>>;

export const PLATFORM = NAMES.game.en;
