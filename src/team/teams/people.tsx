import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { TeamShown } from '../../wire/accounts.ts';
import { toPerson, toReport } from '../routes.ts';
import { playersOf, type PlayersAnswer } from '../server/account-calls.ts';
import { useAnswer } from '../server/use-answer.ts';
import { PageLink } from '../shell/page-link.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { WithAnswer } from '../shell/with-answer.tsx';
import { writeDay } from '../words/amounts.ts';
import { DevicesOfPerson } from './devices-of-person.tsx';
import { ErasePerson } from './erase-person.tsx';
import { ExportPerson } from './export-person.tsx';
import { RenamePerson } from './rename-person.tsx';

type Player = PlayersAnswer['players'][number];

/** Everybody in the team, kiosks too, with what may be done with what is kept of them. */
export function People({ team }: { readonly team: TeamShown }): JSX.Element {
  const { t } = usePartText('team');
  const answer = useAnswer<PlayersAnswer>('players', playersOf(team.id));
  const [leaving, setLeaving] = useState<Player | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasErased = useRef(false);
  // The button that asked goes with its row, and would leave the focus nowhere.
  useEffect(() => {
    if (!hasErased.current || document.activeElement !== document.body) return;
    hasErased.current = false;
    heading.current?.focus();
  }, [answer, leaving]);
  const [renamed, rename] = useState<Player | null>(null);
  const [opened, open] = useState<Player | null>(null);
  return (
    <section class="block">
      <h2 ref={heading} tabIndex={-1}>
        {t('people.heading')}
      </h2>
      <WithAnswer answer={answer}>
        {({ players }) =>
          players.length === 0 ? (
            <p>
              {t('people.none')} <PageLink to={toReport(team.id, 'codes')}>{t('empty.toCodes')}</PageLink>
            </p>
          ) : (
            <Scroller label={t('people.heading')}>
              <table class="ledger ledger-cards">
                <thead>
                  <tr>
                    <th scope="col">{t('column.person')}</th>
                    <th scope="col">{t('column.joined')}</th>
                    <th scope="col">{t('column.seen')}</th>
                    <th scope="col" class="num">
                      {t('column.devices')}
                    </th>
                    <th scope="col">{t('column.data')}</th>
                  </tr>
                </thead>
                <tbody>
                  {players.map((player) => (
                    <tr key={player.id}>
                      <th scope="row">
                        {player.kind === 'kiosk' ? (
                          <>
                            {player.name} <span class="quiet">{t('people.kiosk')}</span>
                          </>
                        ) : (
                          <PageLink to={toPerson(team.id, player.id)}>{player.name}</PageLink>
                        )}
                      </th>
                      <td class="nowrap" data-label={t('column.joined')}>
                        {writeDay(player.joinedAt)}
                      </td>
                      <td class="nowrap" data-label={t('column.seen')}>
                        {writeDay(player.seenAt)}
                      </td>
                      <td class="num" data-label={t('column.devices')}>
                        {player.devices.length}
                      </td>
                      <td class="wide">
                        <div class="row row-tight">
                          <button
                            type="button"
                            class="press press-quiet"
                            aria-label={t('people.renameNamed', { name: player.name })}
                            onClick={() => rename(player)}
                          >
                            {t('people.rename')}
                          </button>
                          <button
                            type="button"
                            class="press press-quiet"
                            aria-label={t('people.devicesNamed', { name: player.name })}
                            onClick={() => open(player)}
                          >
                            {t('people.devices')}
                          </button>
                          <ExportPerson team={team.id} player={player.id} name={player.name} />
                          <button
                            type="button"
                            class="press press-quiet press-grave"
                            aria-label={t('people.eraseNamed', { name: player.name })}
                            onClick={() => setLeaving(player)}
                          >
                            {t('people.erase')}
                          </button>
                        </div>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroller>
          )
        }
      </WithAnswer>
      {renamed === null ? null : (
        <RenamePerson team={team.id} player={renamed.id} name={renamed.name} onClose={() => rename(null)} />
      )}
      {opened === null ? null : <DevicesOfPerson team={team.id} player={opened} onClose={() => open(null)} />}
      {leaving === null ? null : (
        <ErasePerson
          team={team.id}
          player={leaving.id}
          name={leaving.name}
          done={() => {
            hasErased.current = true;
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}
