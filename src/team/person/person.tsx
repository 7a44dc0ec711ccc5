/** One person's page: how far, how good, what is soft, and every run to be watched on the stage. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { goTo } from '../../app/ui/place.tsx';
import type { PersonReport } from '../../wire/team.ts';
import type { TeamPageProps } from '../book.tsx';
import { Cell } from '../progress/cell.tsx';
import { toReport } from '../routes.ts';
import { useAnswer } from '../server/use-answer.ts';
import { Page } from '../shell/page.tsx';
import { ReportTools } from '../shell/report-page.tsx';
import { WithAnswer } from '../shell/with-answer.tsx';
import { ErasePerson } from '../teams/erase-person.tsx';
import { ExportPerson } from '../teams/export-person.tsx';
import { writeDay, writeMinutes, writeMoment } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { PersonBets } from './person-bets.tsx';
import { PersonIdeas } from './person-ideas.tsx';
import { PersonRanks } from './person-ranks.tsx';
import { Runs } from './runs.tsx';

interface PersonProps extends TeamPageProps {
  readonly player: string;
}

export function Person({ team, player }: PersonProps): JSX.Element {
  const { t } = usePartText('team');
  const path = `/api/teams/${team.id}/people/${player}`;
  const answer = useAnswer<PersonReport>(`person ${player}`, path);
  const name = answer.state === 'here' ? answer.answer.person.name : t('person.heading');
  return (
    <Page name={name} over={team.name} class="person" tools={<ReportTools path={path} />}>
      <WithAnswer answer={answer}>{(report) => <Told team={team.id} player={player} report={report} />}</WithAnswer>
    </Page>
  );
}

function Told(props: { readonly team: string; readonly player: string; readonly report: PersonReport }): JSX.Element {
  const { t } = usePartText('team');
  const { team, report } = props;
  const { person } = report;
  return (
    <>
      <dl class="figures figures-small">
        <div>
          <dt>{t('column.joined')}</dt>
          <dd>{writeDay(person.joinedAt)}</dd>
        </div>
        <div>
          <dt>{t('column.last')}</dt>
          <dd>{person.lastAt === null ? t('progress.never') : writeMoment(person.lastAt)}</dd>
        </div>
        <div>
          <dt>{t('column.time')}</dt>
          <dd>{writeMinutes(report.minutes)}</dd>
        </div>
        <div>
          <dt>{t('column.devices')}</dt>
          <dd>{formatNumber(person.devices)}</dd>
        </div>
      </dl>
      <div class="columns columns-even">
        <PersonRanks examinations={report.examinations} />
        <Acts progress={report.progress} />
      </div>
      <PersonIdeas ideas={report.ideas} />
      <Runs team={team} player={props.player} person={person.name} runs={report.runs} />
      <PersonBets bets={report.bets} />
      <KeptData {...props} />
    </>
  );
}

function Acts({ progress }: { readonly progress: PersonReport['progress'] }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  return (
    <section class="block">
      <h2>{t('report.progress')}</h2>
      {progress.length === 0 ? (
        <p class="quiet">{t('person.noActs')}</p>
      ) : (
        <table class="ledger">
          <thead class="unseen">
            <tr>
              <th scope="col">{t('column.act')}</th>
              <th scope="col">{t('report.progress')}</th>
            </tr>
          </thead>
          <tbody>
            {progress.map((cell) => (
              <tr key={cell.act}>
                <th scope="row">{names.act(cell.act)}</th>
                <td>
                  <Cell cell={cell} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What is kept of the person belongs to the person: handed out, or erased for good. */
function KeptData(props: {
  readonly team: string;
  readonly player: string;
  readonly report: PersonReport;
}): JSX.Element {
  const { t } = usePartText('team');
  const [asked, ask] = useState(false);
  const { name } = props.report.person;
  return (
    <section class="grave">
      <h2>{t('person.data')}</h2>
      <p>{t('person.dataText')}</p>
      <div class="row">
        <ExportPerson team={props.team} player={props.player} name={name} />
        <button type="button" class="press press-grave" onClick={() => ask(true)}>
          {t('people.erase')}
        </button>
      </div>
      {asked ? (
        <ErasePerson
          team={props.team}
          player={props.player}
          name={name}
          done={() => goTo(toReport(props.team, 'progress'), { replace: true })}
          onClose={() => ask(false)}
        />
      ) : null}
    </section>
  );
}
