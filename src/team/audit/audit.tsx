/** Who did what, for owners: newest first, a hundred at a time. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { AuditAnswer, SignedIn } from '../../wire/accounts.ts';
import { useSending } from '../forms/use-sending.ts';
import { AUDIT, readAuditBefore } from '../server/account-calls.ts';
import { useAnswer } from '../server/use-answer.ts';
import { FaultNote } from '../shell/fault.tsx';
import { Page } from '../shell/page.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { WithAnswer } from '../shell/with-answer.tsx';
import { writeMoment } from '../words/amounts.ts';
import { readAction } from './actions.ts';

type Entries = AuditAnswer['entries'];

/** As many as the server gives at once: with fewer there are no older ones. */
const AT_ONCE = 100;

export function Audit({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const answer = useAnswer<AuditAnswer>('audit', AUDIT);
  return (
    <Page name={t('desk.audit')} lead={t('audit.lead')}>
      <WithAnswer answer={answer}>
        {({ entries }) => <Listed key={entries[0]?.id} who={who} entries={entries} />}
      </WithAnswer>
    </Page>
  );
}

function Listed({ who, entries }: { readonly who: SignedIn; readonly entries: Entries }): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [older, addOlder] = useState<Entries>([]);
  const [atEnd, setAtEnd] = useState(entries.length < AT_ONCE);
  const all = [...entries, ...older];
  const nameOf = (team: string | null): string => who.teams.find(({ id }) => id === team)?.name ?? '–';
  const say = (action: string): string => {
    const known = readAction(action);
    return known === undefined ? action : t(`audit.action.${known}`);
  };
  return (
    <>
      <Scroller label={t('desk.audit')}>
        <table class="ledger ledger-cards">
          <thead>
            <tr>
              <th scope="col">{t('column.at')}</th>
              <th scope="col">{t('audit.who')}</th>
              <th scope="col">{t('column.what')}</th>
              <th scope="col">{t('shell.team')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ id, at, by, action, team }) => (
              <tr key={id}>
                <td data-label={t('column.at')}>{writeMoment(at)}</td>
                <td data-label={t('audit.who')}>{by ?? <span class="quiet">{t('audit.nobody')}</span>}</td>
                <th scope="row">{say(action)}</th>
                <td data-label={t('shell.team')}>{nameOf(team)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {sending.fault === null ? null : <FaultNote reason={sending.fault} />}
      {atEnd ? null : (
        <button
          type="button"
          class="press press-quiet"
          onClick={() =>
            void sending.send(async () => {
              const { entries: found } = await readAuditBefore(all.at(-1)?.id ?? '');
              addOlder([...older, ...found]);
              setAtEnd(found.length < AT_ONCE);
            })
          }
        >
          {t('audit.older')}
        </button>
      )}
    </>
  );
}
