/** What to play next: open acts that play the ideas that gave way, and the drill for the rest. */
import type { JSX } from 'preact';
import { formatList } from '../format.ts';
import { ROUTES, toPlaybill } from '../routes.ts';
import { useCampaignText, useText } from '../text.ts';
import { PlaceLink } from '../ui/place.tsx';
import type { ActForIdeas, IdeaNames } from './ideas.ts';

interface PlayNextProps {
  /** Most urgent first. */
  readonly ideas: readonly string[];
  readonly names: IdeaNames;
  readonly acts: readonly ActForIdeas[];
}

export function PlayNext({ ideas, names, acts }: PlayNextProps): JSX.Element {
  const { t, language } = useText();
  const campaign = useCampaignText();
  const list = (of: readonly string[]): string => formatList(of.map((idea) => names(idea, language)));
  const left = ideas.filter((idea) => !acts.some((each) => each.ideas.includes(idea)));
  return (
    <section class="sheet">
      <h2>{t('exam.nextHeading')}</h2>
      {ideas.length === 0 ? <p>{t('exam.nextNone')}</p> : null}
      <ul class="next-ways">
        {acts.map(({ act, ideas: own }) => (
          <li key={act}>
            <p>{list(own)}</p>
            <PlaceLink to={toPlaybill(act)} class="button button-paper">
              {t('exam.nextAct', { act: campaign(act, 'name') })}
            </PlaceLink>
          </li>
        ))}
        {left.length > 0 || acts.length === 0 ? (
          <li>
            {left.length > 0 ? <p>{list(left)}</p> : null}
            <PlaceLink to={ROUTES.drill} class="button button-paper">
              {t('exam.nextDrill')}
            </PlaceLink>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
