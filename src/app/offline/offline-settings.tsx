import type { JSX } from 'preact';
import { useStore } from 'zustand';
import { useParts, usePartText } from '../part-text.ts';
import { fetchAll } from './hands.ts';
import { sayCount } from './say-count.ts';
import { offline } from './state.ts';

function Told(): JSX.Element {
  const { t } = usePartText('offline');
  const state = useStore(offline);
  const { fetching, count } = state;
  const isMissing = state.keeping === 'yes' && count !== null && count.missing > 0;
  return (
    <section class="sheet settings-part">
      <h2>{t('settings.heading')}</h2>
      <p role="status">{sayCount(t, state)}</p>
      {isMissing && fetching !== 'idle' ? <p>{t(`settings.${fetching}`)}</p> : null}
      {isMissing && fetching !== 'going' ? (
        <div class="buttons">
          <button type="button" class="button button-paper" onClick={() => void fetchAll()}>
            {t('settings.fetch')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

/** Whether the game can be played on this device without a network. Nothing, until its words are here. */
export function OfflineSettings(): JSX.Element | null {
  return useParts('offline').state === 'here' ? <Told /> : null;
}
