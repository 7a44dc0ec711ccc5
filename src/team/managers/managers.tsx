/** Who else may sign in, for owners: accounts, and invitations that are still open. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { AccountShown, SignedIn } from '../../wire/accounts.ts';
import { Confirm } from '../forms/confirm.tsx';
import { useSending } from '../forms/use-sending.ts';
import { ACCOUNTS, changeRole, removeAccount, type AccountsAnswer } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';
import { useAnswer } from '../server/use-answer.ts';
import { FaultNote } from '../shell/fault.tsx';
import { Page } from '../shell/page.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { WithAnswer } from '../shell/with-answer.tsx';
import { writeDay } from '../words/amounts.ts';
import { Invitations } from './invitations.tsx';

export function Managers({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const answer = useAnswer<AccountsAnswer>('accounts', ACCOUNTS);
  return (
    <Page name={t('desk.managers')} lead={t('managers.lead')}>
      <WithAnswer answer={answer}>{({ accounts }) => <Accounts who={who} accounts={accounts} />}</WithAnswer>
      <Invitations who={who} />
    </Page>
  );
}

function Accounts(props: { readonly who: SignedIn; readonly accounts: readonly AccountShown[] }): JSX.Element {
  const { t } = usePartText('team');
  const { who, accounts } = props;
  const sending = useSending();
  const [leaving, setLeaving] = useState<AccountShown | null>(null);
  const nameOf = (team: string): string => who.teams.find(({ id }) => id === team)?.name ?? '';
  return (
    <section class="block">
      <h2>{t('managers.accounts')}</h2>
      {sending.fault === null ? null : <FaultNote reason={sending.fault} />}
      <Scroller label={t('managers.accounts')}>
        <table class="ledger ledger-cards">
          <thead>
            <tr>
              <th scope="col">{t('column.person')}</th>
              <th scope="col">{t('managers.role')}</th>
              <th scope="col">{t('desk.teams')}</th>
              <th scope="col">{t('managers.protected')}</th>
              <th scope="col">{t('column.seen')}</th>
              <th scope="col">
                <span class="unseen">{t('managers.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  {account.name} <span class="quiet">{account.email}</span>
                </th>
                <td data-label={t('managers.role')}>{t(`role.${account.role}`)}</td>
                <td data-label={t('desk.teams')}>
                  {account.role === 'owner'
                    ? t('managers.allTeams')
                    : account.teams
                        .map(nameOf)
                        .filter((name) => name !== '')
                        .join(', ') || t('managers.noTeams')}
                </td>
                <td data-label={t('managers.protected')}>
                  {account.passkeys > 0 ? t('managers.byPasskey') : t('managers.byPassword')}
                </td>
                <td data-label={t('column.seen')}>
                  {account.seenAt === null ? t('managers.notSignedIn') : writeDay(account.seenAt)}
                </td>
                <td class="wide">
                  {account.id === who.id ? (
                    <span class="quiet">{t('managers.you')}</span>
                  ) : (
                    <div class="row row-tight">
                      <button
                        type="button"
                        class="press press-quiet"
                        onClick={() =>
                          void sending.send(async () => {
                            await changeRole(account.id, account.role === 'owner' ? 'manager' : 'owner');
                            readAgain();
                          })
                        }
                      >
                        {account.role === 'owner' ? t('managers.makeManager') : t('managers.makeOwner')}
                      </button>
                      <button
                        type="button"
                        class="press press-quiet press-grave"
                        aria-label={t('managers.removeNamed', { name: account.name })}
                        onClick={() => setLeaving(account)}
                      >
                        {t('form.remove')}
                      </button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {leaving === null ? null : (
        <Confirm
          heading={t('managers.removeNamed', { name: leaving.name })}
          text={t('managers.removeText')}
          button={t('form.remove')}
          work={async () => {
            await removeAccount(leaving.id);
            readAgain();
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}
