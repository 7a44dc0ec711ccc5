import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { goTo } from '../../app/ui/place.tsx';
import { ROUTES } from '../routes.ts';
import { setUp } from '../server/account-calls.ts';
import { Door } from './door.tsx';
import { NewAccountForm } from './new-account.tsx';
import { useToken } from './token.ts';

/** The first owner, by the one-time link that the server printed when it was started. */
export function Setup(): JSX.Element {
  const { t } = usePartText('team');
  const token = useToken();
  if (token === null)
    return (
      <Door name={t('setup.waiting')} lead={t('setup.waitingText')}>
        <p class="quiet">{t('setup.waitingWhere')}</p>
      </Door>
    );
  return (
    <Door name={t('setup.heading')} lead={t('setup.lead')}>
      <NewAccountForm
        button={t('setup.make')}
        make={(account) => setUp({ token, ...account })}
        done={() => goTo(ROUTES.teams, { replace: true })}
      />
    </Door>
  );
}
