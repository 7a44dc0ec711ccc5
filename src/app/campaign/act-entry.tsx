import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ActProgress } from '../../player/index.ts';
import type { History } from '../../quiz/index.ts';
import { formatNumber } from '../format.ts';
import { toPlay, toPlaybill } from '../routes.ts';
import { useCampaignText, useText } from '../text.ts';
import { PlaceLink } from '../ui/place.tsx';
import { RankSeal, type SealTier } from '../ui/rank-seal.tsx';
import { findPicture } from './pictures.ts';
import { earnedSeals } from './seals.ts';

const SEALS: readonly { readonly tier: SealTier; readonly key: 'sealSoldier' | 'sealGeneral' | 'sealMarshal' }[] = [
  { tier: 'soldier', key: 'sealSoldier' },
  { tier: 'general', key: 'sealGeneral' },
  { tier: 'marshal', key: 'sealMarshal' },
];

interface ActOnScrollProps {
  readonly act: string;
  readonly number: number;
  readonly progress: ActProgress | undefined;
  readonly history: History | undefined;
  readonly unfinished: boolean;
}

/** An act that can be played: a painting on the scroll, with what was earned stamped beside it. */
export function ActOnScroll(props: ActOnScrollProps): JSX.Element {
  const { t } = useText();
  const campaign = useCampaignText();
  const seals = earnedSeals(props.progress, props.history);
  const picture = findPicture(props.act);
  const name = campaign(props.act, 'name');
  // Three acts have the same two links: whoever hears links without the scroll hears whose they are.
  const id = useId();
  const [heading, enter, resume] = [`${id}-name`, `${id}-enter`, `${id}-resume`];
  return (
    <li class="act-open on-paper">
      {picture === null ? null : <img class="act-picture" src={picture} alt="" width="640" height="280" />}
      <div class="act-words">
        <p class="act-count">{t('campaign.act', { number: formatNumber(props.number) })}</p>
        <h2 id={heading}>{name}</h2>
        <p>{campaign(props.act, 'line')}</p>
        <p class="act-earned">
          {props.progress === undefined ? (
            t('campaign.fresh')
          ) : (
            <>
              <span>{t('campaign.plays', { count: props.progress.attempts })}</span>
              <span>{t('campaign.best', { score: formatNumber(props.progress.best.score) })}</span>
              {props.progress.betsRight > 0 ? <span>{t('campaign.betWon')}</span> : null}
            </>
          )}
        </p>
        <div class="buttons">
          <PlaceLink
            to={toPlaybill(props.act)}
            class="button button-main"
            id={enter}
            labelledBy={`${enter} ${heading}`}
          >
            {t('campaign.enter')}
          </PlaceLink>
          {props.unfinished ? (
            <PlaceLink
              to={toPlay(props.act)}
              class="button button-paper"
              id={resume}
              labelledBy={`${resume} ${heading}`}
            >
              {t('campaign.resume')}
            </PlaceLink>
          ) : null}
        </div>
      </div>
      <ul class="act-seals" aria-label={t('campaign.seals')}>
        {SEALS.map(({ tier, key }) => {
          const earned = seals.has(tier);
          const seal = t(`campaign.${key}`);
          return (
            <li key={tier}>
              <RankSeal tier={tier} earned={earned} name={earned ? seal : t('campaign.sealMissing', { seal })} />
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** An act in rehearsal: rolled up and tied. Its name and line can be read; there is nothing to press. */
export function ActRolledUp({ act, number }: { readonly act: string; readonly number: number }): JSX.Element {
  const { t } = useText();
  const campaign = useCampaignText();
  return (
    <li class="act-rolled on-paper">
      <div class="act-roll">
        <p class="act-count">{t('campaign.act', { number: formatNumber(number) })}</p>
        <h2>{campaign(act, 'name')}</h2>
      </div>
      <div class="act-slip">
        <p>{campaign(act, 'line')}</p>
        <p class="act-rehearsal">{t('campaign.rehearsal')}</p>
      </div>
    </li>
  );
}
