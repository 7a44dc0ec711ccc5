import type { JSX } from 'preact';
import { useStore } from 'zustand';
import { formatNumber } from '../format.ts';
import { useParts, usePartText, type PartTexts } from '../part-text.ts';
import { fetchAll } from './hands.ts';
import { offline, type OfflineState } from './state.ts';

const MEGABYTE = 1_000_000;

/** How much of the game is on this device, in one sentence. */
function sayCount(t: PartTexts<'offline'>['t'], { keeping, count }: OfflineState): string {
  if (keeping === 'never') return t('settings.never');
  if (count === null) return t('settings.counting');
  if (count.missing === 0) return t('settings.whole');
  const size = t('settings.size', { size: formatNumber(count.missing / MEGABYTE, 1) });
  return t('settings.part', { here: formatNumber(count.here), all: formatNumber(count.all), size });
}

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
