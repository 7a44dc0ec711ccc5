/** A run on the stage, as it was played: as fast as one likes, to be left at any time. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { loadAct } from '../../i18n/index.ts';
import { loadRules } from '../../app/acts.ts';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useStage } from '../../app/play/use-stage.ts';
import { useText } from '../../app/text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { Slider } from '../../app/ui/fields.tsx';
import { parseReplay } from '../../kernel/replay.ts';
import type { RunBrief, RunReport } from '../../wire/team.ts';
import { SheetDialog } from '../forms/sheet-dialog.tsx';
import { ask, faultOf } from '../server/ask.ts';
import { FaultNote } from '../shell/fault.tsx';
import { writeMoment } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { RecordedSession } from './recorded-session.ts';

interface RunStageProps {
  readonly team: string;
  readonly player: string;
  readonly person: string;
  readonly run: RunBrief;
  onClose(): void;
}

/** The record ready to be played; null when it cannot be: of other rules, or not of its form. */
async function fetchSession({ team, player, run }: RunStageProps): Promise<RecordedSession | null> {
  const path = `/api/teams/${team}/people/${player}/runs/${run.record}`;
  const [report, rules] = await Promise.all([ask<RunReport>(path), loadRules(run.act), loadAct(run.act)]);
  try {
    return new RecordedSession(rules.act, parseReplay(report.replay, rules.act));
  } catch {
    return null;
  }
}

export function RunStage(props: RunStageProps): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const { run, person } = props;
  const arriving = useArriving(run.record, () => fetchSession(props));
  return (
    <SheetDialog
      heading={t('runs.of', { act: names.act(run.act), person, time: writeMoment(run.at) })}
      onClose={props.onClose}
      class="dialog-stage"
    >
      {arriving.state === 'coming' ? <p role="status">{t('shell.coming')}</p> : null}
      {arriving.state === 'lost' ? <FaultNote reason={faultOf(arriving.reason)} retry={arriving.retry} /> : null}
      {arriving.state === 'here' && arriving.thing === null ? <p role="alert">{t('runs.unplayable')}</p> : null}
      {arriving.state === 'here' && arriving.thing !== null ? <Shown run={run} session={arriving.thing} /> : null}
      <div class="row">
        <button type="button" class="press press-main" onClick={props.onClose}>
          {t('form.close')}
        </button>
      </div>
    </SheetDialog>
  );
}

function Shown({ run, session }: { readonly run: RunBrief; readonly session: RecordedSession }): JSX.Element {
  const { t } = usePartText('team');
  const { t: shell } = useText();
  const [speed, setSpeed] = useState(2);
  const [over, end] = useState(false);
  const runName = useMemo(() => run.record, [run]);
  const stage = useStage({ act: run.act, runName, session, interactive: false, speed, onOver: () => end(true) });
  return (
    <>
      <div class="stage-box">
        <div class="stage-host" ref={stage.host} />
        {stage.state === 'failed' ? <p>{shell('play.lostText')}</p> : null}
      </div>
      <p role="status">{over ? t('runs.over', { score: formatNumber(run.score) }) : ''}</p>
      <Slider
        label={shell('reveal.otherSpeed')}
        value={speed}
        from={1}
        to={8}
        step={1}
        said={shell('reveal.times', { value: formatNumber(speed) })}
        change={setSpeed}
      />
    </>
  );
}
