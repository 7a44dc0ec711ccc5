/** Names of what the reports speak of, in the manager's language. */
import { useMemo } from 'preact/hooks';
import type { Rank } from '../../quiz/index.ts';
import { RANKS } from '../../quiz/index.ts';
import { nameGroup } from '../../app/examination/group-names.ts';
import { loadIdeaNames, type IdeaNames } from '../../app/examination/ideas.ts';
import { formatPercent } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useCampaignText, useText } from '../../app/text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import type { NeedWords } from './need-sentence.ts';

export interface Names extends NeedWords {
  group(group: number): string;
}

function isRank(rank: string): rank is Rank {
  return (RANKS as readonly string[]).includes(rank);
}

/** Names of acts, ideas, groups and ranks. Ideas are called by their ids until their names have come. */
export function useNames(): Names {
  const { t: shell, language } = useText();
  const { t } = usePartText('team');
  const campaign = useCampaignText();
  const arriving = useArriving<IdeaNames>('ideas', loadIdeaNames);
  const ideas = arriving.state === 'here' ? arriving.thing : null;
  return useMemo(
    () => ({
      t,
      act: (id) => campaign(id, 'name'),
      idea: (id) => ideas?.(id, language) ?? id,
      rank: (rank) => (isRank(rank) ? shell(`quiz.rank.${rank}`) : rank),
      percent: (share) => shell('page.percent', { value: formatPercent(share) }),
      group: (group) => nameGroup(shell, group),
    }),
    [t, shell, campaign, ideas, language],
  );
}
