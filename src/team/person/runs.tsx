/** Every run of a person, latest first; each can be watched on the stage. What does not count says why. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isOpen } from '../../app/acts.ts';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { canDraw } from '../../app/play/can-draw.ts';
import type { RunBrief } from '../../wire/team.ts';
import { MARKS } from '../../wire/delivery.ts';
import { Scroller } from '../shell/scroller.tsx';
import { writeMinutes, writeMoment } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { RunStage } from './run-stage.tsx';
import { ScoresPlot } from './scores-plot.tsx';

const FIRST = 12;

export function Runs(props: {
  readonly team: string;
  readonly player: string;
  readonly person: string;
  readonly runs: readonly RunBrief[];
}): JSX.Element {
  const { t } = usePartText('team');
  const { t: server } = usePartText('server');
  const names = useNames();
  const [all, showAll] = useState(false);
  const [watched, watch] = useState<RunBrief | null>(null);
  const ordered = props.runs.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section class="block">
      <h2>{t('runs.heading')}</h2>
      {ordered.length === 0 ? (
        <p class="quiet">{t('runs.none')}</p>
      ) : (
        <>
          <ScoresPlot runs={props.runs} />
          <Scroller label={t('runs.heading')}>
            <table class="ledger ledger-cards">
              <thead>
                <tr>
                  <th scope="col">{t('column.act')}</th>
                  <th scope="col">{t('column.at')}</th>
                  <th scope="col" class="num">
                    {t('column.score')}
                  </th>
                  <th scope="col" class="num">
                    {t('column.time')}
                  </th>
                  <th scope="col">
                    <span class="unseen">{t('runs.watch')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {(all ? ordered : ordered.slice(0, FIRST)).map((run) => {
                  const mark = MARKS.find((each) => each === run.mark);
                  return (
                    <tr key={run.record} class={run.mark === null ? '' : 'marked'}>
                      <th scope="row">
                        {names.act(run.act)}
                        {run.mark === null ? null : (
                          <p class="mark-why">
                            <b>{t('runs.notCounted')}</b> {mark === undefined ? run.mark : server(`mark.${mark}`)}
                          </p>
                        )}
                      </th>
                      <td class="nowrap" data-label={t('column.at')}>
                        {writeMoment(run.at)}
                      </td>
                      <td class="num" data-label={t('column.score')}>
                        {run.mark === null ? formatNumber(run.score) : <s>{formatNumber(run.score)}</s>}
                      </td>
                      <td class="num" data-label={t('column.time')}>
                        {writeMinutes(run.minutes)}
                      </td>
                      <td>
                        {isOpen(run.act) && canDraw() ? (
                          <button
                            type="button"
                            class="press press-quiet"
                            aria-label={t('runs.watchNamed', { act: names.act(run.act), time: writeMoment(run.at) })}
                            onClick={() => watch(run)}
                          >
                            {t('runs.watch')}
                          </button>
                        ) : null}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroller>
          {ordered.length > FIRST ? (
            <button type="button" class="press press-quiet" aria-expanded={all} onClick={() => showAll(!all)}>
              {all ? t('runs.fewer') : t('runs.more', { count: ordered.length - FIRST })}
            </button>
          ) : null}
        </>
      )}
      {watched === null ? null : (
        <RunStage
          team={props.team}
          player={props.player}
          person={props.person}
          run={watched}
          onClose={() => watch(null)}
        />
      )}
    </section>
  );
}
