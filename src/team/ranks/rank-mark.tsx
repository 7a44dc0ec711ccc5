import type { JSX } from 'preact';
import { EDGES, type SealTier } from '../../app/ui/rank-seal.tsx';
import type { Rank } from '../../quiz/index.ts';

export const TIER_OF: Readonly<Record<Rank, SealTier>> = {
  'low-soldier': 'soldier',
  'common-soldier': 'soldier',
  'senior-soldier': 'soldier',
  general: 'general',
  marshal: 'marshal',
};

/** Beside a rank's name: the shape and the colour of its tier. */
export function RankMark({ rank }: { readonly rank: Rank }): JSX.Element {
  const tier = TIER_OF[rank];
  return (
    <svg class={`rank-mark rank-mark-${tier}`} viewBox="0 0 48 48" width="16" height="16" aria-hidden="true">
      <path d={EDGES[tier]} fill="currentColor" />
    </svg>
  );
}
