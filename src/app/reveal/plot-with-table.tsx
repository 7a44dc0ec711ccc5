import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ActRules } from '../../kernel/act-rules.ts';
import { formatNumber } from '../format.ts';
import { useActText, useText } from '../text.ts';
import { bandAt, findBest, findNearest, lineOf, type Bands } from './bands.ts';
import { LineTable, type NamedStrategy } from './line-table.tsx';
import { RoundsPlot } from './rounds-plot.tsx';
import { lookOf, Sign } from './strategy-look.tsx';

/** One figure of the player's run after each round. */
export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

interface PlotWithTableProps {
  readonly act: string;
  readonly rules: ActRules;
  readonly series: readonly number[];
  /** The act's named lines, each drawn in a plot of its own; none: the series itself is drawn. */
  readonly lines: readonly Line[];
  readonly bands: Bands | null;
  /** The run was played with other parameters than the thousand. */
  readonly isOtherWay: boolean;
}

/** The player's rounds against a thousand: a plot, the sentence that sums it up, and the same as a table. */
export function PlotWithTable({ act, rules, series, lines, bands, isOtherWay }: PlotWithTableProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const strategies: readonly NamedStrategy[] = rules.strategies.flatMap(({ bot, text }, i) => {
    const band = bands?.strategies.find((each) => each.bot === bot);
    return band ? [{ band, look: lookOf(i), name: at(text.key, text.values) }] : [];
  });
  const nameOf = (bot: string | undefined): string => strategies.find(({ band }) => band.bot === bot)?.name ?? '';
  // Those that the bet speaks of, and the one that ends highest, tell the story; the others can be laid over it.
  const best = bands === null ? null : findBest(bands, series.length);
  const [shown, show] = useState<readonly string[]>([...rules.betStrategies, ...(best ? [best.bot] : [])]);
  const panels =
    lines.length === 0
      ? [{ name: '', values: series, up: at('reveal.up'), strategies }]
      : lines.map(({ name, values }) => ({
          name,
          values,
          up: at(`reveal.lines.${name}`),
          strategies: strategies.flatMap((strategy) => {
            const band = lineOf(strategy.band, name);
            return band ? [{ ...strategy, band }] : [];
          }),
        }));
  const score = formatNumber(series.at(-1) ?? 0);
  const nearest = bands === null ? null : findNearest(bands, series);
  const note = at('reveal.note', undefined, '');
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
      {note === '' ? null : <p class="quiet small">{note}</p>}
      {panels.map(({ name, values, up, strategies: banded }) => (
        <RoundsPlot
          key={name}
          // The sentence stands above, and the table below: here it is only said which picture this is.
          label={t('reveal.plotLabel', { what: up })}
          series={values}
          strategies={banded.filter(({ band }) => shown.includes(band.bot))}
          across={at('reveal.across')}
          up={up}
          you={t('reveal.you')}
          isOneOfSeveral={lines.length > 1}
        />
      ))}
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
        {panels.map(({ name, values, up, strategies: banded }) => (
          <LineTable
            key={name}
            act={act}
            {...(lines.length > 0 && { heading: up })}
            values={values}
            strategies={banded}
          />
        ))}
      </details>
    </section>
  );
}
