import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ActRules } from '../../kernel/act-rules.ts';
import { startRun } from '../../kernel/run.ts';
import { Session } from '../../kernel/session.ts';
import { loadActFile, loadRules, type ActFile, type WorkshopSlider } from '../acts.ts';
import type { ScreenProps } from '../screens.ts';
import { formatNumber } from '../format.ts';
import { chooseSeed } from '../play/begin-run.ts';
import { canDraw } from '../play/can-draw.ts';
import { useStage } from '../play/use-stage.ts';
import { toDebrief, toPlaybill } from '../routes.ts';
import { useActText, useText } from '../text.ts';
import { ActScreen } from '../ui/act-screen.tsx';
import { useArriving } from '../ui/arriving.ts';
import { Slider } from '../ui/fields.tsx';
import { LampLoading } from '../ui/loading.tsx';
import { PlaceLink } from '../ui/place.tsx';
import { Claims, Ends } from './ends.tsx';
import { useCounting } from './use-counting.ts';
import './workshop.css';

/** The workshop: the same stage, other laws, no score; and a count of where the claims stop holding. */
export default function Workshop({ act }: ScreenProps): JSX.Element {
  const { t } = useText();
  const needs = useArriving(act, async () => {
    const [rules, file] = await Promise.all([loadRules(act), loadActFile(act)]);
    return { rules, file };
  });
  return (
    <ActScreen
      act={act}
      name={t('workshop.heading')}
      back={{ to: toPlaybill(act), text: t('playbill.heading') }}
      class="workshop"
      needs={needs}
    >
      {({ rules, file }) => <Bench act={act} rules={rules} file={file} />}
    </ActScreen>
  );
}

interface BenchProps {
  readonly act: string;
  readonly rules: ActRules;
  readonly file: ActFile;
}

/** How many places after the point a slider's values have. */
function digitsOf({ step }: WorkshopSlider): number {
  return String(step).split('.')[1]?.length ?? 0;
}

/** A value that follows another one once it has stayed the same for a while. */
function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const wait = setTimeout(() => settle(value), ms);
    return () => clearTimeout(wait);
  }, [value, ms]);
  return settled;
}

function Bench({ act, rules, file }: BenchProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const [parameters, setParameters] = useState(file.parameters);
  const [beginning, begin] = useState(0);
  const counting = useCounting(act, parameters);
  const laws = useSettled(parameters, 700);
  const session = useMemo(
    () => new Session(startRun(rules.act, rules.act.parseParameters(laws), chooseSeed())),
    [rules, laws, beginning],
  );
  return (
    <>
      <p class="quiet">{t('workshop.intro')}</p>
      <div class="bench">
        <div class="bench-column">
          {canDraw() ? (
            <BenchStage act={act} session={session} name={`${beginning} ${JSON.stringify(laws)}`} />
          ) : (
            <p class="sheet bench-stage">{t('play.noStageText')}</p>
          )}
          <Ends act={act} rules={rules} counting={counting} />
        </div>
        <div class="bench-column">
          <section class="sheet bench-laws">
            <h2>{t('workshop.sliders')}</h2>
            {file.workshop.map((slider) => {
              const value = parameters[slider.parameter] ?? slider.from;
              return (
                <Slider
                  key={slider.parameter}
                  label={at(`workshop.${slider.parameter}`)}
                  value={value}
                  from={slider.from}
                  to={slider.to}
                  step={slider.step}
                  said={formatNumber(value, digitsOf(slider))}
                  change={(changed) => setParameters({ ...parameters, [slider.parameter]: changed })}
                />
              );
            })}
            <div class="buttons">
              <button type="button" class="button button-paper" onClick={() => setParameters(file.parameters)}>
                {t('workshop.reset')}
              </button>
              <button type="button" class="button button-paper" onClick={() => begin(beginning + 1)}>
                {t('workshop.restart')}
              </button>
            </div>
          </section>
          <Claims act={act} counting={counting} />
        </div>
      </div>
      <div class="buttons">
        <PlaceLink to={toDebrief(act)} class="button button-main">
          {t('reveal.debrief')}
        </PlaceLink>
      </div>
    </>
  );
}

interface BenchStageProps {
  readonly act: string;
  readonly session: Session;
  readonly name: string;
}

function BenchStage(props: BenchStageProps): JSX.Element {
  const { t } = useText();
  const [over, end] = useState('');
  const stage = useStage({
    act: props.act,
    runName: props.name,
    session: props.session,
    interactive: true,
    speed: 1,
    onOver: () => end(props.name),
  });
  return (
    <section class="bench-stage" aria-label={t('play.stage')}>
      <div class="stage-box">
        <div class="stage-host" ref={stage.host} />
        {stage.state === 'opening' ? <LampLoading /> : null}
        {stage.state === 'failed' ? <p>{t('play.lostText')}</p> : null}
      </div>
      <p class="quiet small" role="status">
        {over === props.name ? t('workshop.over') : ''}
      </p>
    </section>
  );
}
