import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { TeamShown } from '../../wire/accounts.ts';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { ROUTES } from '../routes.ts';
import { ACCOUNTS, setManagers, type AccountsAnswer } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';
import { useAnswer } from '../server/use-answer.ts';
import { PageLink } from '../shell/page-link.tsx';
import { WithAnswer } from '../shell/with-answer.tsx';

/** Which managers look after the team; owners see every team anyway. */
export function TeamManagers({ team }: { readonly team: TeamShown }): JSX.Element {
  const { t } = usePartText('team');
  const answer = useAnswer<AccountsAnswer>('accounts', ACCOUNTS);
  return (
    <section class="card">
      <h2>{t('settings.managers')}</h2>
      <WithAnswer answer={answer}>{({ accounts }) => <Choice team={team} accounts={accounts} />}</WithAnswer>
      <p>
        <PageLink to={ROUTES.managers}>{t('settings.invite')}</PageLink>
      </p>
    </section>
  );
}

function Choice({
  team,
  accounts,
}: {
  readonly team: TeamShown;
  readonly accounts: AccountsAnswer['accounts'];
}): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const managers = accounts.filter(({ role }) => role === 'manager');
  const [chosen, choose] = useState<ReadonlySet<string>>(
    () => new Set(managers.filter(({ teams }) => teams.includes(team.id)).map(({ id }) => id)),
  );
  if (managers.length === 0) return <p>{t('settings.noManagers')}</p>;
  return (
    <Form
      sending={sending}
      button={t('form.save')}
      submit={async () => {
        await setManagers(team.id, [...chosen]);
        readAgain();
      }}
    >
      <fieldset class="ticks">
        <legend>{t('settings.managersText')}</legend>
        {managers.map(({ id, name, email }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.currentTarget.checked) next.add(id);
                else next.delete(id);
                choose(next);
              }}
            />
            <span>
              {name} <span class="quiet">{email}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Form>
  );
}
