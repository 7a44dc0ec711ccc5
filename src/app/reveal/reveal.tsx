import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ActRules } from '../../kernel/act-rules.ts';
import type { TextRef } from '../../kernel/act.ts';
import { readLine } from '../../kernel/lines.ts';
import { replayRun } from '../../kernel/replay.ts';
import { outcomeOf, type Run } from '../../kernel/run.ts';
import type { Attempt } from '../../player/index.ts';
import { loadActFile, loadRules } from '../acts.ts';
import type { ScreenProps } from '../screens.ts';
import { formatPercent } from '../format.ts';
import { asUsualWay, isOtherWay } from '../play/ways.ts';
import { toDebrief, toPlaybill, toWorkshop } from '../routes.ts';
import { cue } from '../sound/cues.ts';
import { useActText, useText } from '../text.ts';
import { ActScreen } from '../ui/act-screen.tsx';
import { useArriving } from '../ui/arriving.ts';
import { PlaceLink } from '../ui/place.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { loadBands, type Bands } from './bands.ts';
import { BetSettled } from './bet-settled.tsx';
import { findAttempt } from './find-attempt.ts';
import { PlotWithTable, type Line } from './plot-with-table.tsx';
import { settleTruth } from './settle.ts';
import { WatchOther } from './watch-other.tsx';
import './reveal.css';

/** All that the reveal shows of one attempt. */
export interface Revealed {
  readonly rules: ActRules;
  readonly attempt: Attempt;
  /** The run played again from its record: the whole outcome, and the explanation. */
  readonly run: Run;
  /** The parameters with which strategies are played beside it. */
  readonly usual: unknown;
  /** Which answer to the bet came true on this seed. */
  readonly truth: string;
  readonly bands: Bands | null;
  /** The act's named lines of this run, as far as its file names some. */
  readonly lines: readonly Line[];
  /** The run was played with other parameters than the thousand of the bands. */
  readonly isOtherWay: boolean;
}

async function gather(act: string, id: string): Promise<Revealed | null> {
  const [rules, attempt, bands, file] = await Promise.all([
    loadRules(act),
    findAttempt(act, id),
    loadBands(act).catch(() => null),
    loadActFile(act),
  ]);
  if (!attempt) return null;
  const run = replayRun(rules.act, attempt.replay);
  const usual = asUsualWay(file, run.parameters);
  const truth = settleTruth(rules, usual, run.seed);
  const lines = (file.lines ?? []).map((name) => ({ name, values: readLine(outcomeOf(run), name) }));
  return { rules, attempt, run, usual, truth, bands, lines, isOtherWay: isOtherWay(file, run.parameters) };
}

/** The reveal: the lamp goes behind the screen, and one sees the hands. */
export default function Reveal({ act, attempt }: ScreenProps): JSX.Element {
  const { t } = useText();
  const needs = useArriving(`${act} ${attempt}`, () => gather(act, attempt));
  return (
    <ActScreen
      act={act}
      name={t('reveal.heading')}
      back={{ to: toPlaybill(act), text: t('playbill.heading') }}
      class="reveal"
      needs={needs}
    >
      {(revealed) =>
        revealed === null ? (
          <Trouble heading={t('reveal.gone')} text={t('reveal.goneText')}>
            <PlaceLink to={toPlaybill(act)} class="button button-main">
              {t('playbill.heading')}
            </PlaceLink>
          </Trouble>
        ) : (
          <Unveiled act={act} revealed={revealed} />
        )
      }
    </ActScreen>
  );
}

function Unveiled({ act, revealed }: { readonly act: string; readonly revealed: Revealed }): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const [watching, watch] = useState(false);
  useEffect(() => cue('reveal'), []);
  const { attempt, rules, run, bands } = revealed;
  return (
    <>
      <p class="quiet">{t('reveal.intro')}</p>
      <div class="reveal-parts">
        <PlotWithTable
          act={act}
          rules={rules}
          series={attempt.outcome.series}
          lines={revealed.lines}
          bands={bands}
          isOtherWay={revealed.isOtherWay}
        />
        <div class="reveal-side">
          <BetSettled act={act} bet={attempt.bet} truth={revealed.truth} bands={bands} />
          <WhyItWent act={act} reasons={rules.explain(outcomeOf(run))} speed={attempt.speed} />
          <section class="sheet reveal-idea">
            <h2>{t('reveal.ideaHeading')}</h2>
            <p class="large">{at('reveal.idea')}</p>
          </section>
          <WatchOther act={act} rules={rules} run={run} parameters={revealed.usual} watching={watching} watch={watch} />
        </div>
      </div>
      <nav class="buttons" aria-label={t('reveal.heading')}>
        <PlaceLink to={toDebrief(act)} class="button button-main">
          {t('reveal.debrief')}
        </PlaceLink>
        <PlaceLink to={toWorkshop(act)} class="button">
          {t('reveal.workshop')}
        </PlaceLink>
        <PlaceLink to={toPlaybill(act)} class="button">
          {t('reveal.again')}
        </PlaceLink>
      </nav>
    </>
  );
}

interface WhyProps {
  readonly act: string;
  readonly reasons: readonly TextRef[];
  readonly speed: number;
}

/** Why the run went so. A run of which nothing can be said has no such sheet: a heading alone would promise something. */
function WhyItWent({ act, reasons, speed }: WhyProps): JSX.Element | null {
  const { t } = useText();
  const at = useActText(act);
  if (reasons.length === 0 && speed >= 1) return null;
  return (
    <section class="sheet reveal-why">
      <h2>{t('reveal.whyHeading')}</h2>
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.key}>{at(reason.key, reason.values)}</li>
          ))}
        </ul>
      )}
      {speed < 1 ? <p class="quiet small">{t('reveal.slower', { value: formatPercent(speed) })}</p> : null}
    </section>
  );
}
