import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { useSending } from '../forms/use-sending.ts';
import { endSession, SESSIONS, type SessionsAnswer } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';
import { useAnswer } from '../server/use-answer.ts';
import { FaultNote } from '../shell/fault.tsx';
import { WithAnswer } from '../shell/with-answer.tsx';
import { writeMoment } from '../words/amounts.ts';

/** Where the account is signed in, and the way to end all of it but here. */
export function Browsers(): JSX.Element {
  const { t } = usePartText('team');
  const answer = useAnswer<SessionsAnswer>('sessions', SESSIONS);
  const sending = useSending();
  return (
    <section class="card">
      <h2>{t('account.browsers')}</h2>
      <WithAnswer answer={answer}>
        {({ sessions }) => (
          <>
            <ul class="lines">
              {sessions.map(({ id, way, own, seenAt }) => (
                <li key={id}>
                  <span>
                    <b>{own ? t('account.here') : t('account.elsewhere')}</b>{' '}
                    <span class="quiet">
                      {t(`account.way.${way}`)} · {writeMoment(seenAt)}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
            <button
              type="button"
              class="press"
              disabled={sessions.length < 2}
              onClick={() =>
                void sending.send(async () => {
                  for (const { id } of sessions.filter(({ own }) => !own)) await endSession(id);
                  readAgain();
                })
              }
            >
              {t('account.endOthers')}
            </button>
          </>
        )}
      </WithAnswer>
      {sending.fault === null ? null : <FaultNote reason={sending.fault} />}
    </section>
  );
}
