import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ActRules } from '../../kernel/act-rules.ts';
import { playBot } from '../../kernel/play-bot.ts';
import { outcomeOf, type Run } from '../../kernel/run.ts';
import { formatNumber } from '../format.ts';
import { canDraw } from '../play/can-draw.ts';
import { useStage } from '../play/use-stage.ts';
import { useActText, useText } from '../text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Slider } from '../ui/fields.tsx';
import { LampLoading } from '../ui/loading.tsx';
import { ShownSession } from './shown-session.ts';

interface WatchOtherProps {
  readonly act: string;
  readonly rules: ActRules;
  readonly run: Run;
  /** Those of the run, in the way that strategies play. */
  readonly parameters: unknown;
  readonly watching: boolean;
  watch(on: boolean): void;
}

/** The other way worth seeing: the best strategy on this seed, or the worst when the player beat them all. */
function chooseOther({ rules, run, parameters }: Pick<WatchOtherProps, 'rules' | 'run' | 'parameters'>): {
  readonly bot: string;
  readonly score: number;
  readonly better: boolean;
} {
  const yours = outcomeOf(run).score;
  const scores = rules.strategies
    .map(({ bot }) => ({ bot, score: playBot(rules.act, parameters, run.seed, bot).score }))
    .sort((a, b) => b.score - a.score);
  const best = scores[0] ?? { bot: '', score: 0 };
  const worst = scores.at(-1) ?? best;
  return best.score > yours ? { ...best, better: true } : { ...worst, better: false };
}

/** "Watch the other way": another hand on the same seed, on the stage, as fast as one likes, to be left at any time. */
export function WatchOther(props: WatchOtherProps): JSX.Element | null {
  const { t } = useText();
  const at = useActText(props.act);
  const { rules, run, parameters } = props;
  const other = useMemo(() => chooseOther({ rules, run, parameters }), [rules, run, parameters]);
  const text = rules.strategies.find(({ bot }) => bot === other.bot)?.text;
  if (!text || !canDraw()) return null;
  const values = {
    strategy: at(text.key, text.values),
    score: formatNumber(other.score),
    yours: formatNumber(outcomeOf(run).score),
  };
  return (
    <section class="sheet reveal-other">
      <h2>{t('reveal.other')}</h2>
      <p>{t(other.better ? 'reveal.otherBetter' : 'reveal.otherWorse', values)}</p>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={() => props.watch(true)}>
          {t('reveal.other')}
        </button>
      </div>
      {props.watching ? (
        <Dialog heading={values.strategy} onClose={() => props.watch(false)} class="dialog-stage">
          <OtherStage {...props} bot={other.bot} score={values.score} />
        </Dialog>
      ) : null}
    </section>
  );
}

function OtherStage(props: WatchOtherProps & { readonly bot: string; readonly score: string }): JSX.Element {
  const { t } = useText();
  const [speed, setSpeed] = useState(3);
  const [over, end] = useState(false);
  const session = useMemo(
    () => new ShownSession(props.rules.act, props.parameters, props.run.seed, props.bot),
    [props.rules, props.run, props.parameters, props.bot],
  );
  const stage = useStage({
    act: props.act,
    runName: props.bot,
    session,
    interactive: false,
    speed,
    onOver: () => end(true),
  });
  return (
    <>
      <div class="stage-box">
        <div class="stage-host" ref={stage.host} />
        {stage.state === 'opening' ? <LampLoading /> : null}
        {stage.state === 'failed' ? <p>{t('play.lostText')}</p> : null}
      </div>
      <p role="status">{over ? t('reveal.otherOver', { score: props.score }) : ''}</p>
      <div class="stage-strip">
        <Slider
          label={t('reveal.otherSpeed')}
          value={speed}
          from={1}
          to={8}
          step={1}
          said={t('reveal.times', { value: formatNumber(speed) })}
          change={setSpeed}
        />
        <button type="button" class="button button-main" onClick={() => props.watch(false)}>
          {t('reveal.otherStop')}
        </button>
      </div>
    </>
  );
}
