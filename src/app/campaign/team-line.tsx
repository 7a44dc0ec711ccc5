import type { JSX } from 'preact';
import { useStore } from 'zustand';
import { player } from '../player.ts';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { PlaceLink } from '../ui/place.tsx';

/** The way into a team, quiet below the acts; for its members the team's name, which leads to its settings. */
export function TeamLine(): JSX.Element | null {
  const { t } = useText();
  const { place, team } = useStore(player.team.store);
  if (place === 'unknown') return null;
  return (
    <p class="team-line">
      <PlaceLink to={place === 'alone' ? ROUTES.join : ROUTES.settings} class="link">
        {place === 'alone' ? t('campaign.join') : team}
      </PlaceLink>
    </p>
  );
}
