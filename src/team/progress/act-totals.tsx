/** For each act: how many have not begun, are at it, are through. A click on a number shows who. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { ProgressReport } from '../../wire/team.ts';
import { toPerson } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { useNames } from '../words/names.ts';
import { STANDINGS, standingIn, type ActStanding } from './standing.ts';

type Person = ProgressReport['people'][number];

export function ActTotals({ team, report }: { readonly team: string; readonly report: ProgressReport }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const [open, setOpen] = useState<{ readonly act: string; readonly standing: ActStanding } | null>(null);
  const listOf = (act: string, standing: ActStanding): readonly Person[] =>
    report.people.filter((person) => standingIn(person.cells.find((cell) => cell.act === act)) === standing);
  const isOpen = (act: string, standing: ActStanding): boolean => open?.act === act && open.standing === standing;
  return (
    <section class="totals">
      <h2>{t('progress.totals')}</h2>
      <Scroller label={t('progress.totals')}>
        <table class="ledger">
          <thead>
            <tr>
              <th scope="col">{t('column.act')}</th>
              {STANDINGS.map((standing) => (
                <th key={standing} scope="col" class="num">
                  {t(`progress.standing.${standing}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.acts.map((act) => (
              <tr key={act}>
                <th scope="row">{names.act(act)}</th>
                {STANDINGS.map((standing) => {
                  const people = listOf(act, standing);
                  return (
                    <td key={standing} class="num">
                      <button
                        type="button"
                        class="count"
                        disabled={people.length === 0}
                        aria-expanded={isOpen(act, standing)}
                        aria-label={t('progress.countLabel', {
                          count: people.length,
                          act: names.act(act),
                          standing: t(`progress.standing.${standing}`),
                        })}
                        onClick={() => setOpen(isOpen(act, standing) ? null : { act, standing })}
                      >
                        {formatNumber(people.length)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <div aria-live="polite">
        {open === null ? null : (
          <div class="who">
            <h3>
              {t('progress.who', { act: names.act(open.act), standing: t(`progress.standing.${open.standing}`) })}
            </h3>
            <ul class="who-list">
              {listOf(open.act, open.standing).map(({ id, name }) => (
                <li key={id}>
                  <PageLink to={toPerson(team, id)}>{name}</PageLink>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
