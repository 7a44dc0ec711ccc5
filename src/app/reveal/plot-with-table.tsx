import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ActRules } from '../../kernel/act-rules.ts';
import { formatNumber } from '../format.ts';
import { useActText, useText } from '../text.ts';
import { bandAt, findBest, findNearest, type Bands } from './bands.ts';
import { RoundsPlot, type DrawnStrategy } from './rounds-plot.tsx';
import { lookOf, Sign } from './strategy-look.tsx';

interface PlotWithTableProps {
  readonly act: string;
  readonly rules: ActRules;
  readonly series: readonly number[];
  readonly bands: Bands | null;
  /** The run was played with other parameters than the thousand. */
  readonly isOtherWay: boolean;
}

/** The player's rounds against a thousand: a plot, the sentence that sums it up, and the same as a table. */
export function PlotWithTable({ act, rules, series, bands, isOtherWay }: PlotWithTableProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const strategies = rules.strategies.flatMap(({ bot, text }, i) => {
    const band = bands?.strategies.find((each) => each.bot === bot);
    return band ? [{ band, look: lookOf(i), name: at(text.key, text.values) }] : [];
  });
  const nameOf = (bot: string | undefined): string => strategies.find(({ band }) => band.bot === bot)?.name ?? '';
  // Those that the bet speaks of, and the one that ends highest, tell the story; the others can be laid over it.
  const best = bands === null ? null : findBest(bands, series.length);
  const [shown, show] = useState<readonly string[]>([...rules.betStrategies, ...(best ? [best.bot] : [])]);
  const drawn: readonly DrawnStrategy[] = strategies.filter(({ band }) => shown.includes(band.bot));
  const score = formatNumber(series.at(-1) ?? 0);
  const nearest = bands === null ? null : findNearest(bands, series);
  const sentence =
    best && nearest
      ? t('reveal.sentence', {
          score,
          best: nameOf(best.bot),
          median: formatNumber(bandAt(best, series.length - 1).middle),
          nearest: nameOf(nearest.bot),
        })
      : t('reveal.sentenceAlone', { score });
  return (
    <section class="sheet reveal-plot">
      <h2>{at('reveal.plotHeading')}</h2>
      <p class="large">{sentence}</p>
      <RoundsPlot
        label={t('reveal.plotLabel', { sentence })}
        series={series}
        strategies={drawn}
        across={at('reveal.across')}
        up={at('reveal.up')}
        you={t('reveal.you')}
      />
      {bands === null ? (
        <p class="quiet">{t('reveal.noBands')}</p>
      ) : (
        <>
          <fieldset class="legend">
            <legend class="unseen">{t('reveal.show')}</legend>
            <span class="legend-you">{t('reveal.you')}</span>
            {strategies.map(({ band, look, name }) => (
              <label key={band.bot} class="legend-item">
                <input
                  type="checkbox"
                  checked={shown.includes(band.bot)}
                  onChange={(event) =>
                    show(event.currentTarget.checked ? [...shown, band.bot] : shown.filter((each) => each !== band.bot))
                  }
                />
                <svg viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true">
                  <Sign look={look} x={0} y={0} size={6} />
                </svg>
                {name}
              </label>
            ))}
          </fieldset>
          <p class="quiet small">{t('reveal.plotText', { count: formatNumber(bands.runs) })}</p>
          {isOtherWay ? <p class="quiet small">{t('reveal.otherWay')}</p> : null}
        </>
      )}
      <details class="plot-table">
        <summary>{t('reveal.tableHeading')}</summary>
        <div class="table-scroll" role="region" aria-label={t('reveal.tableHeading')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('reveal.strategy')}</th>
                {series.map((_, round) => (
                  <th scope="col" key={`round ${round + 1}`}>
                    {at('reveal.round', { number: formatNumber(round + 1) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('reveal.you')}</th>
                {series.map((value, round) => (
                  <td key={`round ${round + 1}`}>{formatNumber(value)}</td>
                ))}
              </tr>
              {strategies.map(({ band, name }) => (
                <tr key={band.bot}>
                  <th scope="row">{name}</th>
                  {series.map((_, round) => {
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
      </details>
    </section>
  );
}
