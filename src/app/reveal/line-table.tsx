import type { JSX } from 'preact';
import { formatNumber } from '../format.ts';
import { useActText, useText } from '../text.ts';
import { bandAt, type StrategyBand } from './bands.ts';
import type { Look } from './strategy-look.tsx';

/** A strategy's band with its look and its name. */
export interface NamedStrategy {
  readonly band: StrategyBand;
  readonly look: Look;
  readonly name: string;
}

interface LineTableProps {
  readonly act: string;
  /** What the numbers are, where there are several tables. */
  readonly heading?: string;
  readonly values: readonly number[];
  readonly strategies: readonly NamedStrategy[];
}

/** One figure, round by round: the player's own, and of each strategy low end, high end and middle. */
export function LineTable({ act, heading, values, strategies }: LineTableProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  return (
    <div class="table-scroll" role="region" aria-label={heading ?? t('reveal.tableHeading')} tabIndex={0}>
      <table>
        {heading === undefined ? null : <caption>{heading}</caption>}
        <thead>
          <tr>
            <th scope="col">{t('reveal.strategy')}</th>
            {values.map((_, round) => (
              <th scope="col" key={`round ${round + 1}`}>
                {at('reveal.round', { number: formatNumber(round + 1) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('reveal.you')}</th>
            {values.map((value, round) => (
              <td key={`round ${round + 1}`}>{formatNumber(value)}</td>
            ))}
          </tr>
          {strategies.map(({ band, name }) => (
            <tr key={band.bot}>
              <th scope="row">{name}</th>
              {values.map((_, round) => {
                const { low, middle, high } = bandAt(band, round);
                return (
                  <td key={`round ${round + 1}`}>
                    {t('reveal.bandOf', {
                      low: formatNumber(low),
                      high: formatNumber(high),
                      middle: formatNumber(middle),
                    })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
