/** Who needs the manager, and why, in one sentence, with the one thing to do. */
import type { TeamKey } from '../../i18n/parts.ts';
import type { TextValues } from '../../i18n/index.ts';
import type { Need } from '../../wire/team.ts';

/** The words that the sentences are made of. */
export interface NeedWords {
  readonly t: (key: TeamKey, values?: TextValues) => string;
  act(id: string): string;
  idea(id: string): string;
  rank(rank: string): string;
  percent(share: number): string;
}

export interface NeedSaid {
  readonly sentence: string;
  readonly advice: string;
}

/** Says why somebody needs the manager. The name stands beside it and is not in it. */
export function sayNeed(need: Need, words: NeedWords): NeedSaid {
  const { t } = words;
  switch (need.why) {
    case 'neverStarted':
      return { sentence: t('need.neverStarted', { count: need.days }), advice: t('need.neverStartedDo') };
    case 'stalled':
      return {
        sentence:
          need.act === null
            ? t('need.stalled', { count: need.days })
            : t('need.stalledAfter', { count: need.days, act: words.act(need.act) }),
        advice: t('need.stalledDo'),
      };
    case 'stuckOnAct':
      return {
        sentence: t('need.stuckOnAct', { count: need.attempts, act: words.act(need.act) }),
        advice: t('need.stuckOnActDo'),
      };
    case 'stuckOnIdea':
      return {
        sentence: t('need.stuckOnIdea', {
          count: need.answers,
          idea: words.idea(need.idea),
          percent: words.percent(need.standing),
        }),
        advice: t('need.stuckOnIdeaDo'),
      };
    case 'readyForExamination':
      return { sentence: t('need.ready'), advice: t('need.readyDo') };
    case 'atBorder':
      return {
        sentence: t('need.atBorder', { rank: words.rank(need.rank), percent: words.percent(need.sure) }),
        advice: t('need.atBorderDo'),
      };
    case 'newRank':
      return {
        sentence: t('need.newRank', { rank: words.rank(need.rank), percent: words.percent(need.sure) }),
        advice: t('need.newRankDo'),
      };
  }
}

/** What kind of attention a need asks for; each kind has a sign of its own. */
export type NeedKind = 'help' | 'nudge' | 'ready' | 'praise';

export function kindOfNeed(why: Need['why']): NeedKind {
  switch (why) {
    case 'stuckOnAct':
    case 'stuckOnIdea':
      return 'help';
    case 'neverStarted':
    case 'stalled':
      return 'nudge';
    case 'readyForExamination':
    case 'atBorder':
      return 'ready';
    case 'newRank':
      return 'praise';
  }
}
