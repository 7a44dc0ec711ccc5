/** What is arranged for a team: its name, how long results are kept, who looks after it, its people. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { goTo } from '../../app/ui/place.tsx';
import type { TeamPageProps } from '../book.tsx';
import { Confirm } from '../forms/confirm.tsx';
import { ChoiceEntry, TextEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { ROUTES } from '../routes.ts';
import { changeTeam, deleteTeam } from '../server/account-calls.ts';
import { askSession } from '../session/session.ts';
import { Page } from '../shell/page.tsx';
import { People } from './people.tsx';
import { RawFiles } from './raw-files.tsx';
import { TeamManagers } from './team-managers.tsx';

/** Lengths that are offered, in days; a team may have another by the server's own hand. */
const KEPT = [30, 90, 180, 365, 730] as const;

export function Settings({ team, who }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  return (
    <Page name={t('desk.settings')} over={team.name}>
      <div class="cards">
        <NameAndKeeping team={team} who={who} />
        {who.role === 'owner' ? <TeamManagers team={team} /> : null}
      </div>
      <People team={team} />
      <RawFiles team={team.id} />
      {who.role === 'owner' ? <Dissolve team={team} who={who} /> : null}
    </Page>
  );
}

function NameAndKeeping({ team }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [name, setName] = useState(team.name);
  const [kept, keep] = useState(team.retentionDays);
  const [saved, setSaved] = useState(false);
  const lengths: readonly number[] = [
    ...new Set([...KEPT, ...(team.retentionDays === null ? [] : [team.retentionDays])]),
  ];
  return (
    <section class="card">
      <h2>{t('settings.nameAndKeeping')}</h2>
      <Form
        sending={sending}
        button={t('form.save')}
        submit={async () => {
          await changeTeam(team.id, { name, retentionDays: kept });
          await askSession();
          setSaved(true);
        }}
      >
        <TextEntry
          label={t('teams.name')}
          required
          max={40}
          value={name}
          change={(value) => {
            setName(value);
            setSaved(false);
          }}
        />
        <ChoiceEntry
          label={t('settings.keeping')}
          note={t('settings.keepingNote')}
          value={kept === null ? '' : String(kept)}
          change={(value) => {
            keep(value === '' ? null : Number(value));
            setSaved(false);
          }}
          choices={[
            { value: '', text: t('settings.keepAlways') },
            ...lengths
              .toSorted((a, b) => a - b)
              .map((days) => ({ value: String(days), text: t('settings.keepDays', { count: days }) })),
          ]}
        />
      </Form>
      <p role="status" class="quiet">
        {saved ? t('form.saved') : ''}
      </p>
    </section>
  );
}

function Dissolve({ team }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  const [asked, ask] = useState(false);
  return (
    <section class="grave">
      <h2>{t('settings.dissolve')}</h2>
      <p>{t('settings.dissolveText')}</p>
      <button type="button" class="press press-grave" onClick={() => ask(true)}>
        {t('settings.dissolveButton')}
      </button>
      {asked ? (
        <Confirm
          heading={t('settings.dissolve')}
          text={t('settings.dissolveAsk', { count: team.players, team: team.name })}
          typed={team.name}
          button={t('settings.dissolveButton')}
          work={async () => {
            await deleteTeam(team.id);
            goTo(ROUTES.teams, { replace: true });
            await askSession();
          }}
          onClose={() => ask(false)}
        />
      ) : null}
    </section>
  );
}
