/** Bets before and after: did playing the act change what they believe? */
import type { JSX } from 'preact';
import { loadAct } from '../../i18n/index.ts';
import { usePartText } from '../../app/part-text.ts';
import { useActText } from '../../app/text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import type { BetsReport } from '../../wire/team.ts';
import type { TeamPageProps } from '../book.tsx';
import { ReportPage } from '../shell/report-page.tsx';
import { useNames } from '../words/names.ts';
import { SlopePlot } from './slope-plot.tsx';

export type ActBets = BetsReport['acts'][number];

export function Bets({ team }: TeamPageProps): JSX.Element {
  return (
    <ReportPage<BetsReport>
      team={team}
      report="bets"
      filters={['search', 'act', 'from', 'to']}
      isEmpty={({ acts }) => acts.every(({ people }) => people === 0)}
    >
      {({ acts }) => (
        <div class="bets">
          {acts
            .filter(({ people }) => people > 0)
            .map((bets) => (
              <OneAct key={bets.act} bets={bets} />
            ))}
        </div>
      )}
    </ReportPage>
  );
}

function OneAct({ bets }: { readonly bets: ActBets }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const at = useActText(bets.act);
  const arriving = useArriving(bets.act, () => loadAct(bets.act).then(() => true));
  const ready = arriving.state === 'here';
  const nameOf = (choice: string): string => (ready ? at(`bet.options.${choice}`, undefined, choice) : choice);
  return (
    <section class="block bet">
      <h2>{names.act(bets.act)}</h2>
      {ready ? <p class="stem">{at('bet.question')}</p> : null}
      <p>{t('bets.people', { count: bets.people, again: bets.again })}</p>
      {bets.rightFirst === null ? null : (
        <p class="large">
          {bets.rightLater === null
            ? t('bets.rightFirst', { percent: names.percent(bets.rightFirst) })
            : t('bets.rightBoth', {
                first: names.percent(bets.rightFirst),
                later: names.percent(bets.rightLater),
              })}
        </p>
      )}
      <SlopePlot bets={bets} nameOf={nameOf} />
    </section>
  );
}
