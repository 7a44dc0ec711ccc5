import type { JSX } from 'preact';
import { useStore } from 'zustand';
import { findPicture } from '../../app/campaign/pictures.ts';
import { usePartText } from '../../app/part-text.ts';
import { useActText, useCampaignText } from '../../app/text.ts';
import { stillOf } from '../../app/muster/stills.ts';
import { formatNumber } from '../../app/format.ts';
import { WayIcon } from '../../app/ui/way-icon.tsx';
import { VisitorName } from '../names/index.ts';
import type { Kiosk, Offer } from './kiosk.ts';
import { Station } from './station.tsx';

/** What can be played here, as pictures; and the name under which it is played. */
export function ChooseStation({ kiosk }: { readonly kiosk: Kiosk }): JSX.Element {
  const { t } = usePartText('kiosk');
  const acts = [...new Set(kiosk.offered.filter(({ playable }) => playable).map(({ act }) => act))];
  return (
    <Station
      kiosk={kiosk}
      name="choose"
      heading={t('choose.heading')}
      class="choose"
      beside={<Name kiosk={kiosk} />}
      buttons={
        <button type="button" class="button" onClick={() => kiosk.travel.go({ what: 'askLanguage' })}>
          {t('choose.language')}
        </button>
      }
    >
      <ul class="choose-cards" data-cards={acts.length + (kiosk.settings.examination ? 1 : 0)}>
        {acts.map((act) => (
          <ActCard key={act} kiosk={kiosk} act={act} offers={kiosk.offered.filter((offer) => offer.act === act)} />
        ))}
        {kiosk.settings.examination ? <ExaminationCard kiosk={kiosk} /> : null}
      </ul>
    </Station>
  );
}

function Name({ kiosk }: { readonly kiosk: Kiosk }): JSX.Element | null {
  const { t } = usePartText('kiosk');
  const visitor = useStore(kiosk.visitors.store);
  if (visitor === null) return null;
  return (
    <p class="choose-name">
      <span>
        {t('choose.name')}{' '}
        <b aria-live="polite">
          <VisitorName name={visitor.named.name} />
        </b>
      </span>
      {visitor.spins === 0 ? null : (
        <button type="button" class="button" onClick={() => kiosk.visitors.spin()}>
          {t('choose.spin', { count: visitor.spins, left: formatNumber(visitor.spins) })}
        </button>
      )}
    </p>
  );
}

interface CardProps {
  readonly kiosk: Kiosk;
  readonly act: string;
  /** In the organiser's order; one or more. */
  readonly offers: readonly Offer[];
}

function ActCard({ kiosk, act, offers }: CardProps): JSX.Element {
  const { t } = usePartText('kiosk');
  const campaign = useCampaignText();
  const at = useActText(act);
  const picture = findPicture(act);
  const [first] = offers;
  const play = (way: string | null): void => {
    kiosk.travel.go({ what: 'act', act, way });
  };
  return (
    <li class="card on-paper">
      {/* The picture is the largest target; for keys and screen readers the button below says the same. */}
      <div class="card-picture" onClick={() => play(first?.way ?? null)}>
        {picture === null ? null : <img src={picture} alt="" width="640" height="280" draggable={false} />}
      </div>
      <h2>{campaign(act, 'name')}</h2>
      <p class="card-line">{campaign(act, 'line')}</p>
      <div class="card-ways">
        {offers.map(({ way }) => (
          <button
            key={way ?? ''}
            type="button"
            class={way === first?.way ? 'button button-main' : 'button button-paper'}
            data-act={act}
            data-way={way ?? ''}
            onClick={() => play(way)}
          >
            {offers.length > 1 && way !== null ? <WayIcon way={way} /> : null}
            {way === null ? t('choose.play') : at(`ways.${way}.name`, undefined, t('choose.play'))}
            <span class="unseen">{`, ${campaign(act, 'name')}`}</span>
          </button>
        ))}
      </div>
    </li>
  );
}

function ExaminationCard({ kiosk }: { readonly kiosk: Kiosk }): JSX.Element {
  const { t } = usePartText('kiosk');
  const picture = stillOf(null);
  const begin = (): void => {
    kiosk.travel.go({ what: 'examination' });
  };
  return (
    <li class="card card-examination on-paper">
      <div class="card-picture" onClick={begin}>
        {picture === undefined ? null : <img src={picture} alt="" draggable={false} />}
      </div>
      <h2>{t('choose.examination')}</h2>
      <p class="card-line">{t('choose.examinationText')}</p>
      <div class="card-ways">
        <button type="button" class="button button-main" data-act="examination" onClick={begin}>
          {t('choose.examinationBegin')}
        </button>
      </div>
    </li>
  );
}
