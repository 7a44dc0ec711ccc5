/** All teams that somebody looks after, and the way to make another. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { goTo } from '../../app/ui/place.tsx';
import type { SignedIn } from '../../wire/accounts.ts';
import { TextEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { toReport } from '../routes.ts';
import { makeTeam } from '../server/account-calls.ts';
import { askSession } from '../session/session.ts';
import { Empty } from '../shell/empty.tsx';
import { Page } from '../shell/page.tsx';
import { PageLink } from '../shell/page-link.tsx';

export function Teams({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const none = who.teams.length === 0;
  return (
    <Page name={t('desk.teams')} lead={none ? undefined : t('teams.lead')}>
      {none ? (
        <Empty
          heading={t('teams.noneHeading')}
          text={t('teams.noneText')}
          steps={[t('teams.stepMake'), t('teams.stepCode'), t('teams.stepShow'), t('teams.stepWatch')]}
        />
      ) : (
        <ul class="team-list">
          {who.teams.map(({ id, name, players, retentionDays }) => (
            <li key={id}>
              <PageLink to={toReport(id, 'overview')} class="team-card">
                <b>{name}</b>
                <span>{t('teams.players', { count: players })}</span>
                <span class="quiet">
                  {retentionDays === null ? t('teams.kept') : t('teams.keptDays', { count: retentionDays })}
                </span>
              </PageLink>
            </li>
          ))}
        </ul>
      )}
      <MakeTeam first={none} />
    </Page>
  );
}

/** The first thing that a new team needs is a code, so that is where making one leads. */
function MakeTeam({ first }: { readonly first: boolean }): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [name, setName] = useState('');
  return (
    <section class="card card-narrow">
      <h2>{first ? t('teams.makeFirst') : t('teams.make')}</h2>
      <Form
        sending={sending}
        button={t('teams.makeButton')}
        submit={async () => {
          const made = await makeTeam({ name, retentionDays: null });
          await askSession();
          goTo(toReport(made.id, 'codes'));
        }}
      >
        <TextEntry label={t('teams.name')} note={t('teams.nameNote')} required max={40} value={name} change={setName} />
      </Form>
    </section>
  );
}
