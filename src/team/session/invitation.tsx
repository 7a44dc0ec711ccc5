import type { JSX } from 'preact';
import { formatList } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { goTo } from '../../app/ui/place.tsx';
import type { InvitationLook } from '../../wire/accounts.ts';
import { ROUTES } from '../routes.ts';
import { acceptInvitation, lookAtInvitation } from '../server/account-calls.ts';
import { faultOf, Refused } from '../server/ask.ts';
import { FaultNote } from '../shell/fault.tsx';
import { writeMoment } from '../words/amounts.ts';
import { Door } from './door.tsx';
import { NewAccountForm } from './new-account.tsx';
import { useToken } from './token.ts';

/** A new manager or owner, by the link that an owner gave them. */
export function Invitation(): JSX.Element {
  const { t } = usePartText('team');
  const token = useToken();
  const arriving = useArriving<InvitationLook>(token ?? '', () =>
    token === null ? Promise.reject(new Refused('linkSpent')) : lookAtInvitation(token),
  );
  if (arriving.state === 'here' && token !== null) return <Invited token={token} look={arriving.thing} />;
  return (
    <Door name={t('invitation.heading')}>
      {arriving.state === 'lost' ? (
        <>
          <FaultNote reason={faultOf(arriving.reason)} {...(token === null ? {} : { retry: arriving.retry })} />
          <p>
            <a href={ROUTES.home}>{t('invitation.toSignIn')}</a>
          </p>
        </>
      ) : (
        <p role="status">{t('shell.coming')}</p>
      )}
    </Door>
  );
}

function Invited({ token, look }: { readonly token: string; readonly look: InvitationLook }): JSX.Element {
  const { t } = usePartText('team');
  const lead =
    look.role === 'owner'
      ? t('invitation.asOwner')
      : look.teams.length === 0
        ? t('invitation.asManager')
        : t('invitation.asManagerOf', { count: look.teams.length, teams: formatList(look.teams) });
  return (
    <Door name={t('invitation.heading')} lead={lead}>
      <p class="quiet">{t('invitation.until', { time: writeMoment(look.expiresAt) })}</p>
      <NewAccountForm
        button={t('invitation.accept')}
        make={(account) => acceptInvitation({ token, ...account })}
        done={() => goTo(ROUTES.home, { replace: true })}
      />
    </Door>
  );
}
