import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatList } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { AccountRole, InvitationMade, SignedIn } from '../../wire/accounts.ts';
import { ChoiceEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { INVITATIONS, invite, revokeInvitation, type InvitationsAnswer } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';
import { useAnswer } from '../server/use-answer.ts';
import { FaultNote } from '../shell/fault.tsx';
import { WithAnswer } from '../shell/with-answer.tsx';
import { writeMoment } from '../words/amounts.ts';
import { MadeLink } from './made-link.tsx';

/** Makes invitations and takes them back. The link is shown once; nobody can look it up again. */
export function Invitations({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const [made, setMade] = useState<InvitationMade | null>(null);
  return (
    <div class="cards">
      <section class="card">
        <h2>{t('invite.heading')}</h2>
        <p>{t('invite.text')}</p>
        <Invite who={who} made={setMade} />
      </section>
      <section class="card">
        <h2>{t('invite.open')}</h2>
        <OpenInvitations who={who} />
      </section>
      {made === null ? null : <MadeLink made={made} onClose={() => setMade(null)} />}
    </div>
  );
}

function Invite({ who, made }: { readonly who: SignedIn; made(link: InvitationMade): void }): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [role, setRole] = useState<AccountRole>('manager');
  const [teams, setTeams] = useState<ReadonlySet<string>>(new Set());
  return (
    <Form
      sending={sending}
      button={t('invite.make')}
      submit={async () => {
        made(await invite(role, role === 'owner' ? [] : [...teams]));
        readAgain();
      }}
    >
      <ChoiceEntry
        label={t('managers.role')}
        note={role === 'owner' ? t('role.ownerText') : t('role.managerText')}
        value={role}
        change={(value) => setRole(value === 'owner' ? 'owner' : 'manager')}
        choices={[
          { value: 'manager', text: t('role.manager') },
          { value: 'owner', text: t('role.owner') },
        ]}
      />
      {role === 'owner' || who.teams.length === 0 ? null : (
        <fieldset class="ticks">
          <legend>{t('invite.teams')}</legend>
          {who.teams.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={teams.has(id)}
                onChange={(event) => {
                  const next = new Set(teams);
                  if (event.currentTarget.checked) next.add(id);
                  else next.delete(id);
                  setTeams(next);
                }}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Form>
  );
}

function OpenInvitations({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const answer = useAnswer<InvitationsAnswer>('invitations', INVITATIONS);
  const sending = useSending();
  const nameOf = (team: string): string => who.teams.find(({ id }) => id === team)?.name ?? '';
  return (
    <WithAnswer answer={answer}>
      {({ invitations }) => {
        const open = invitations.filter(({ state }) => state === 'open');
        if (open.length === 0) return <p class="quiet">{t('invite.none')}</p>;
        return (
          <>
            {sending.fault === null ? null : <FaultNote reason={sending.fault} />}
            <ul class="lines">
              {open.map(({ id, role, teams, expiresAt }) => (
                <li key={id}>
                  <span>
                    <b>{t(`role.${role}`)}</b> {formatList(teams.map(nameOf).filter((name) => name !== ''))}{' '}
                    <span class="quiet">{t('invitation.until', { time: writeMoment(expiresAt) })}</span>
                  </span>
                  <button
                    type="button"
                    class="press press-quiet"
                    onClick={() =>
                      void sending.send(async () => {
                        await revokeInvitation(id);
                        readAgain();
                      })
                    }
                  >
                    {t('invite.revoke')}
                  </button>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </WithAnswer>
  );
}
