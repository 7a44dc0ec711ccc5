/** The seals of the three tiers: shape and colour together (round jade, eight-sided indigo, flower cinnabar). */
import type { JSX } from 'preact';
import general from '../../../assets/icons/rank-general.svg';
import marshal from '../../../assets/icons/rank-marshal.svg';
import soldier from '../../../assets/icons/rank-soldier.svg';

export type SealTier = 'soldier' | 'general' | 'marshal';

const SEALS: Readonly<Record<SealTier, string>> = { soldier, general, marshal };

/** The edge of each seal, for the print that it leaves in the paper before it is earned. */
export const EDGES: Readonly<Record<SealTier, string>> = {
  soldier: 'M2 24a22 22 0 1 0 44 0a22 22 0 1 0-44 0z',
  general: 'M15 2h18l13 13v18L33 46H15L2 33V15z',
  marshal:
    'M41.9 31.4A8.1 8.1 0 0 1 31.4 41.9A8.1 8.1 0 0 1 16.6 41.9A8.1 8.1 0 0 1 6.1 31.4A8.1 8.1 0 0 1 6.1 16.6A8.1 8.1 0 0 1 16.6 6.1A8.1 8.1 0 0 1 31.4 6.1A8.1 8.1 0 0 1 41.9 16.6A8.1 8.1 0 0 1 41.9 31.4z',
};

/** A seal; `earned` false leaves only its print. The name is for those who do not see it. */
export function RankSeal(props: {
  readonly tier: SealTier;
  readonly earned: boolean;
  readonly name: string;
}): JSX.Element {
  if (props.earned)
    return <img class="rank-seal" src={SEALS[props.tier]} alt={props.name} title={props.name} width="48" height="48" />;
  return (
    <svg class="rank-seal" viewBox="0 0 48 48" role="img" aria-label={props.name}>
      <title>{props.name}</title>
      <path d={EDGES[props.tier]} fill="none" stroke="#966824" stroke-width="1.3" stroke-dasharray="3 3" />
    </svg>
  );
}
