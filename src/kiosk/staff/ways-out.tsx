import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { leaveScreen } from '../outer/fill-screen.ts';
import type { DeliverableBook } from '../outbox/index.ts';
import { allowChange } from '../pin/allowed-change.ts';
import { SETUP_PATH } from '../settings/carry-settings.ts';

/** Leads away. The kiosk's own entries of the history must not lead back. */
function goAway(path: string): void {
  leaveScreen();
  location.replace(path);
}

/** Out of the kiosk: for now, to change it, or for good. */
export function WaysOut({ book }: { readonly book: DeliverableBook }): JSX.Element {
  const { t } = usePartText('organiser');
  const [isSure, setSure] = useState(false);
  return (
    <section class="staff-part">
      <h3>{t('staff.out')}</h3>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => {
            allowChange();
            goAway(SETUP_PATH);
          }}
        >
          {t('staff.change')}
        </button>
        <button type="button" class="button" onClick={() => goAway('/')}>
          {t('staff.leave')}
        </button>
        <button type="button" class="button button-paper" aria-expanded={isSure} onClick={() => setSure(!isSure)}>
          {t('staff.forget')}
        </button>
      </div>
      <p class="quiet small">{t('staff.leaveNote')}</p>
      {isSure ? <ForgetForGood book={book} /> : null}
    </section>
  );
}

/** Asks again before the settings go, and says what else would. */
function ForgetForGood({ book }: { readonly book: DeliverableBook }): JSX.Element {
  const { t } = usePartText('organiser');
  const [visits, setVisits] = useState(0);
  const [isLost, setLost] = useState(false);
  const asked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    asked.current?.focus();
    book.waiting().then(
      (waiting) => setVisits(waiting.visits),
      () => setVisits(0),
    );
  }, []);
  const forget = async (drop: boolean): Promise<void> => {
    try {
      if (drop) await book.dropWaiting();
      await book.forgetHere();
      goAway('/');
    } catch {
      setLost(true);
    }
  };
  return (
    <div class="staff-sure" ref={asked} tabIndex={-1}>
      <p>{t('staff.forgetText')}</p>
      {visits > 0 ? <p>{t('staff.forgetWaiting', { count: visits, number: formatNumber(visits) })}</p> : null}
      {isLost ? <p role="alert">{t('done.notKept')}</p> : null}
      <div class="buttons">
        <button type="button" class="button" onClick={() => void forget(false)}>
          {visits > 0 ? t('staff.forgetKeep') : t('staff.forgetNow')}
        </button>
        {visits > 0 ? (
          <button type="button" class="button" onClick={() => void forget(true)}>
            {t('staff.forgetDrop')}
          </button>
        ) : null}
      </div>
    </div>
  );
}
