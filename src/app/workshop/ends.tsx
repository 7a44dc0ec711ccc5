import type { JSX } from 'preact';
import type { ActRules } from '../../kernel/act-rules.ts';
import { formatNumber } from '../format.ts';
import { lookOf, Sign } from '../reveal/strategy-look.tsx';
import { useActText, useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';
import type { StrategyEnd } from './counting.ts';
import { RUNS, type Counting } from './use-counting.ts';

interface EndsProps {
  readonly act: string;
  readonly rules: ActRules;
  readonly counting: Counting;
}

/** Which of the act's claims still hold under the laws of the moment. */
export function Claims({ act, counting }: Omit<EndsProps, 'rules'>): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  return (
    <section class={`sheet bench-claims ${counting.state === 'counting' ? 'ends-counting' : ''}`}>
      <h2>{t('workshop.claims')}</h2>
      <ul class="claims">
        {counting.last?.claims.map(({ claim, holds }) => (
          <li key={claim} class={holds ? 'claim claim-holds' : 'claim claim-fails'}>
            <Icon name={holds ? 'tick' : 'cross'} />
            <span>
              {at(`claims.${claim}`)} <strong>{holds ? t('workshop.holds') : t('workshop.fails')}</strong>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where each strategy ends under the laws of the moment. */
export function Ends({ act, rules, counting }: EndsProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const { last } = counting;
  const count = formatNumber(RUNS);
  return (
    <section class={`sheet bench-ends ${counting.state === 'counting' ? 'ends-counting' : ''}`}>
      <h2>{t('workshop.ends')}</h2>
      <table class="ends-table">
        <thead class="unseen">
          <tr>
            <th scope="col">{t('workshop.strategy')}</th>
            <th scope="col">{t('workshop.spread')}</th>
            <th scope="col">{t('workshop.median')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.strategies.map(({ bot, text }, i) => {
            const end = last?.ends.find((each) => each.bot === bot);
            return (
              <tr key={bot}>
                <th scope="row">{at(text.key, text.values)}</th>
                <td class="ends-bar">{end ? <Bar end={end} index={i} top={topOf(last?.ends ?? [])} /> : null}</td>
                <td class="ends-number">{end ? formatNumber(end.middle) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="quiet small" role="status">
        {counting.state === 'failed'
          ? t('workshop.workerFailed')
          : t(counting.state === 'counting' ? 'workshop.counting' : 'workshop.counted', { count })}
      </p>
    </section>
  );
}

/** The right end of all bars: a round number, so that they don't jump with every step. */
function topOf(ends: readonly StrategyEnd[]): number {
  return Math.max(20, Math.ceil(Math.max(...ends.map(({ high }) => high)) / 20) * 20);
}

function Bar({
  end,
  index,
  top,
}: {
  readonly end: StrategyEnd;
  readonly index: number;
  readonly top: number;
}): JSX.Element {
  const { t } = useText();
  const look = lookOf(index);
  const across = (value: number): string => `${4 + (value / top) * 92}%`;
  const label = t('workshop.spreadOf', { low: formatNumber(end.low), high: formatNumber(end.high) });
  return (
    <svg width="100%" height="24" role="img" aria-label={label}>
      <line x1="0" x2="100%" y1="12" y2="12" stroke="#966824" stroke-width="1" stroke-dasharray="2 4" />
      <line
        x1={across(end.low)}
        x2={across(end.high)}
        y1="12"
        y2="12"
        stroke={look.color}
        stroke-opacity="0.4"
        stroke-width="9"
      />
      <svg x={across(end.middle)} y="12" overflow="visible">
        <Sign look={look} x={0} y={0} size={6} />
      </svg>
    </svg>
  );
}
