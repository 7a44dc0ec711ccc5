import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { usePartText } from '../part-text.ts';
import { useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';
import { updateNow } from './hands.ts';
import type { OfflineState } from './state.ts';
import { offline } from './state.ts';
import './offline.css';

/** What there is to say, the most urgent first. On the stage only what keeps it from coming. */
function reasonOf({ torn, outdated, offered, place }: OfflineState): 'torn' | 'outdated' | 'ready' | null {
  if (torn) return 'torn';
  if (place === 'play') return null;
  if (outdated) return 'outdated';
  return offered ? 'ready' : null;
}

/** A quiet line at the foot of the page: there is a new version, and a button that loads it. */
export function UpdateNotice(): JSX.Element {
  const { t } = usePartText('offline');
  const { t: shell } = useText();
  const reason = useStore(offline, reasonOf);
  const [putAway, putReasonAway] = useState<string | null>(null);
  const [isBusyElsewhere, setBusyElsewhere] = useState(false);
  const update = async (): Promise<void> => setBusyElsewhere(!(await updateNow()));
  return (
    <section class="offline-notice" aria-label={t('update.region')} aria-live="polite">
      {reason === null || reason === putAway ? null : (
        <div class="notice">
          <p>{isBusyElsewhere ? t('update.elsewhere') : t(`update.${reason}`)}</p>
          <button type="button" class="button button-paper" onClick={() => void update()}>
            {t('update.load')}
          </button>
          <button
            type="button"
            class="button-icon"
            aria-label={shell('notice.dismiss')}
            onClick={() => putReasonAway(reason)}
          >
            <Icon name="cross" />
          </button>
        </div>
      )}
    </section>
  );
}
