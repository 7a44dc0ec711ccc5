/** The drill: a few questions on what is due, feedback at once, and what went wrong comes back once. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ROUTES } from '../routes.ts';
import { Sittings } from '../sittings/sittings.tsx';
import { useText } from '../text.ts';
import { useArriving } from '../ui/arriving.ts';
import { PlaceLink } from '../ui/place.tsx';
import { Screen } from '../ui/screen.tsx';
import { PartComing } from '../ui/part-coming.tsx';
import { beginDrill, DRILL } from './begin-drill.ts';
import { DrillDone } from './done.tsx';
import './drill.css';

export default function Drill(): JSX.Element {
  const { t } = useText();
  const [round, setRound] = useState(1);
  const needs = useArriving(String(round), beginDrill);
  return (
    <Screen name={t('drill.heading')} back={{ to: ROUTES.campaign, text: t('page.toCampaign') }} narrow>
      {needs.state === 'here' ? (
        needs.thing.drill.count === 0 ? (
          <NothingYet />
        ) : (
          <Sittings
            key={round}
            begun={needs.thing.drill}
            occasion={{ way: 'drill', act: null }}
            keptAs={DRILL}
            intro={needs.thing.due > 0 ? t('drill.introDue', { count: needs.thing.due }) : t('drill.introAhead')}
            done={(drill) => <DrillDone drill={drill} again={() => setRound(round + 1)} />}
          />
        )
      ) : (
        <PartComing arriving={needs} />
      )}
    </Screen>
  );
}

function NothingYet(): JSX.Element {
  const { t } = useText();
  return (
    <section class="sheet">
      <h2>{t('drill.empty')}</h2>
      <p class="large">{t('drill.emptyText')}</p>
      <div class="buttons">
        <PlaceLink to={ROUTES.campaign} class="button button-main">
          {t('page.toCampaign')}
        </PlaceLink>
      </div>
    </section>
  );
}
