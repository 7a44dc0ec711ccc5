import type { JSX } from 'preact';
import { useStore } from 'zustand';
import type { Claimed, LogRecord } from '../../player/index.ts';
import { isOpen } from '../acts.ts';
import { formatNumber } from '../format.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { ROUTES, toHonour, toMusterResult, toReveal } from '../routes.ts';
import { useActText, useCampaignText, useText } from '../text.ts';
import { useTyped } from '../typed-names.ts';
import { useActTexts } from '../ui/act-texts.ts';
import { PlaceLink } from '../ui/place.tsx';
import { RankSeal } from '../ui/rank-seal.tsx';
import { VisitorName } from './shown-name.tsx';

type Here = Extract<Claimed, { readonly status: 'here' }>;

/** What came: each run and each examination, with the way to it. */
export function Got({ claimed }: { readonly claimed: Here }): JSX.Element {
  const { t } = usePartText('claim');
  const { event, name, records } = claimed;
  useTyped(event);
  return (
    <>
      <section class="sheet">
        <p class="large">
          {t('got.as')} <VisitorName name={name} />
        </p>
        <p>{t('got.at', { event })}</p>
        {records.length === 0 ? <p>{t('got.nothing')}</p> : null}
        <ul class="claim-got">
          {records.map((record) => (
            <Thing key={record.id} record={record} />
          ))}
        </ul>
      </section>
      <TeamOffer />
    </>
  );
}

function Thing({ record }: { readonly record: LogRecord }): JSX.Element | null {
  if (record.type === 'attempt') return <Run record={record} />;
  return record.type === 'examination' ? <Rank record={record} /> : null;
}

function Run({ record }: { readonly record: LogRecord<'attempt'> }): JSX.Element {
  const { t } = usePartText('claim');
  const campaign = useCampaignText();
  const { act, outcome } = record.payload;
  const at = useActText(act);
  // What the figure counts is the act's to say.
  const words = useActTexts(act);
  return (
    <li>
      <h2>{campaign(act, 'name')}</h2>
      <p>
        <b class="claim-figure">{formatNumber(outcome.score)}</b> {words.state === 'here' ? at('reveal.up') : ''}
      </p>
      {isOpen(act) ? (
        <PlaceLink to={toReveal(act, record.id)} class="link">
          {t('got.reveal')}
        </PlaceLink>
      ) : null}
    </li>
  );
}

function Rank({ record }: { readonly record: LogRecord<'examination'> }): JSX.Element {
  const { t } = usePartText('claim');
  const { t: shell } = useText();
  const { rank, tier } = record.payload.result;
  const name = shell(`quiz.rank.${rank}`);
  return (
    <li class="claim-rank">
      <RankSeal tier={tier} earned name={name} />
      <div>
        <h2>{name}</h2>
        <p>{t('got.examination')}</p>
        <div class="claim-ways">
          <PlaceLink to={toMusterResult(record.id)} class="link">
            {t('got.result')}
          </PlaceLink>
          <PlaceLink to={toHonour(record.id)} class="link">
            {shell('honour.heading')}
          </PlaceLink>
        </div>
      </div>
    </li>
  );
}

/** Where it goes from here: to the team, or into one, or nowhere. */
function TeamOffer(): JSX.Element | null {
  const { t } = usePartText('claim');
  const { t: shell } = useText();
  const { place, team } = useStore(player.team.store);
  if (place === 'unknown') return null;
  return (
    <section class="sheet">
      <p>{place === 'alone' ? t('got.alone') : t('got.team', { team })}</p>
      <div class="buttons">
        <PlaceLink to={ROUTES.campaign} class="button button-main">
          {shell('page.toCampaign')}
        </PlaceLink>
        {place === 'alone' ? (
          <PlaceLink to={ROUTES.join} class="button button-paper">
            {shell('campaign.join')}
          </PlaceLink>
        ) : null}
      </div>
    </section>
  );
}
