import type { JSX } from 'preact';
import { useStore } from 'zustand';
import { formatNumber } from '../../app/format.ts';
import { sayCount } from '../../app/offline/say-count.ts';
import { offline } from '../../app/offline/state.ts';
import { useParts, usePartText } from '../../app/part-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import type { Keeper } from '../outer/keeper.ts';
import type { DeliverableBook } from '../outbox/index.ts';
import { useWaiting } from './use-waiting.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';

function writeMoment(at: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** How the kiosk is: its team, what waits to be delivered, what failed last. */
export function StaffFacts(props: {
  readonly keeper: Keeper;
  readonly book: DeliverableBook;
  readonly membership: KioskHere['membership'];
}): JSX.Element {
  const { t } = usePartText('organiser');
  const failure = useStore(props.keeper.store, ({ lastFailure }) => lastFailure);
  const waiting = useWaiting(props.book);
  const told = waiting === 'unreadable' ? null : waiting;
  const { membership } = props;
  return (
    <dl class="staff-facts">
      <dt>{t('staff.team')}</dt>
      <dd>{membership === null ? t('staff.noTeam') : membership.team}</dd>
      {membership === null || told === null ? null : (
        <>
          <dt>{t('staff.waiting')}</dt>
          <dd>{t('staff.visits', { count: told.visits, number: formatNumber(told.visits) })}</dd>
          <dt>{t('staff.lastRound')}</dt>
          <dd>{told.lastRound === null ? t('staff.never') : writeMoment(told.lastRound)}</dd>
          {told.fault === null ? null : (
            <>
              <dt>{t('staff.trouble')}</dt>
              <dd>{t(`delivery.${told.fault}`)}</dd>
            </>
          )}
        </>
      )}
      {waiting === 'unreadable' ? (
        <>
          <dt>{t('staff.trouble')}</dt>
          <dd>{t('staff.unreadable')}</dd>
        </>
      ) : null}
      <OfflineFact label={t('staff.offline')} />
      <dt>{t('staff.lastFailure')}</dt>
      <dd>
        {failure === null
          ? t('staff.noFailure')
          : failure.reason === 'silent'
            ? t('staff.silent', { time: writeMoment(failure.at) })
            : t('staff.failed', { time: writeMoment(failure.at), reason: failure.reason })}
      </dd>
    </dl>
  );
}

/** Whether the machine may be parted from the network; nothing until the words for it have come. */
function OfflineFact({ label }: { readonly label: string }): JSX.Element | null {
  return useParts('offline').state === 'here' ? <OfflineCount label={label} /> : null;
}

function OfflineCount({ label }: { readonly label: string }): JSX.Element {
  const { t } = usePartText('offline');
  const state = useStore(offline);
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span role="status">{sayCount(t, state)}</span>
      </dd>
    </>
  );
}
