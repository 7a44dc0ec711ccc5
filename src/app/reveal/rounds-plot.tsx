/** The plot: bands of a thousand runs behind, the player's own rounds before them. Drawn for the eye; a table stands beside it. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useWidth } from '../ui/use-width.ts';
import { formatNumber } from '../format.ts';
import { bandAt, type StrategyBand } from './bands.ts';
import { Hatching, Sign, type Look } from './strategy-look.tsx';

export interface DrawnStrategy {
  readonly band: StrategyBand;
  readonly look: Look;
}

interface RoundsPlotProps {
  /** One sentence that says what is to be seen. */
  readonly label: string;
  readonly series: readonly number[];
  readonly strategies: readonly DrawnStrategy[];
  readonly across: string;
  readonly up: string;
  readonly you: string;
  /** One of several plots under one another: lower than one that stands alone. */
  readonly isOneOfSeveral?: boolean;
}

/** In CSS pixels at the usual size of text; the whole drawing grows with the text, so that its words grow too. */
const LEFT = 40;
const RIGHT = 16;
const TOP = 34;
const BOTTOM = 46;

/** Largest disc that carries one of the player's numbers. */
const DISC = 11;
/** With more rounds than this, a number that stays the same is written once. */
const FEW_ROUNDS = 6;

/** A drawing narrower than this has no room for its words. */
const NARROWEST = 290;

/** How much larger than usual the page's words are: the player's setting, the browser's, a standing kiosk's. */
function scaleOfText(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/** A round number of steps below and above: 1, 2 or 5 times a power of ten. */
function chooseStep(highest: number): number {
  for (let power = 1; ; power *= 10)
    for (const factor of [1, 2, 5]) if (highest / (power * factor) <= 6) return power * factor;
}

export function RoundsPlot(props: RoundsPlotProps): JSX.Element {
  const id = useId();
  const [place, room] = useWidth(560);
  const scale = Math.max(1, Math.min(scaleOfText(), room / NARROWEST));
  const width = Math.round(room / scale);
  const height = Math.round(
    props.isOneOfSeveral === true
      ? Math.min(290, Math.max(210, width * 0.44))
      : Math.min(430, Math.max(250, width * 0.64)),
  );
  const { series, strategies } = props;
  const rounds = series.length;
  const highest = Math.max(
    1,
    ...series,
    ...strategies.flatMap(({ band }) => band.rounds.map((_, round) => bandAt(band, round).high)),
  );
  const step = chooseStep(highest);
  const top = Math.ceil(highest / step) * step;
  const x = (round: number): number => LEFT + ((round + 0.35) * (width - LEFT - RIGHT)) / (rounds - 0.3);
  const y = (value: number): number => height - BOTTOM - (value / top) * (height - BOTTOM - TOP);
  const line = (values: readonly number[]): string =>
    values.map((value, round) => `${round === 0 ? 'M' : 'L'}${x(round).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const all = Array.from({ length: rounds }, (_, round) => round);
  const disc = Math.min(DISC, (x(1) - x(0)) * 0.48);
  const isWritten = (value: number, round: number): boolean =>
    rounds <= FEW_ROUNDS || round === rounds - 1 || (round === 0 ? value !== 0 : value !== series[round - 1]);
  return (
    <div class="plot" ref={place}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={room}
        height={Math.round(height * scale)}
        role="img"
        aria-label={props.label}
      >
        <defs>
          {strategies.map(({ band, look }) => (
            <Hatching key={band.bot} id={`${id}-${band.bot}`} look={look} />
          ))}
        </defs>
        <g class="plot-grid">
          {Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step).map((value) => (
            <g key={value}>
              <path d={`M${LEFT} ${y(value)}H${width - RIGHT}`} />
              <text x={LEFT - 8} y={y(value) + 5} text-anchor="end">
                {formatNumber(value)}
              </text>
            </g>
          ))}
          {all.map((round) => (
            <text key={round} x={x(round)} y={height - BOTTOM + 20} text-anchor="middle">
              {formatNumber(round + 1)}
            </text>
          ))}
          <text x={width - RIGHT} y={height - 6} text-anchor="end" class="plot-axis">
            {props.across}
          </text>
          <text x={4} y={16} class="plot-axis">
            {props.up}
          </text>
        </g>
        {strategies.map(({ band, look }) => {
          const ends = all.map((round) => bandAt(band, round));
          const back = [...ends].reverse().map((end, i) => `L${x(rounds - 1 - i).toFixed(1)} ${y(end.low).toFixed(1)}`);
          const middle = ends.map((end) => end.middle);
          return (
            <g key={band.bot}>
              <path d={`${line(ends.map((end) => end.high))}${back.join('')}Z`} fill={`url(#${id}-${band.bot})`} />
              <path d={line(middle)} fill="none" stroke={look.color} stroke-width="2" stroke-dasharray="7 4" />
              {middle.map((value, round) => (
                <Sign key={all[round]} look={look} x={x(round)} y={y(value)} />
              ))}
            </g>
          );
        })}
        <g class="plot-you">
          <path d={line(series)} class="plot-you-under" />
          <path d={line(series)} class="plot-you-line" />
          {series.map((value, round) =>
            isWritten(value, round) ? (
              <g key={all[round]}>
                <circle cx={x(round)} cy={y(value)} r={disc} />
                <text x={x(round)} y={y(value) + 4.5} text-anchor="middle">
                  {formatNumber(value)}
                </text>
              </g>
            ) : (
              <circle key={all[round]} cx={x(round)} cy={y(value)} r={disc * 0.4} />
            ),
          )}
        </g>
      </svg>
    </div>
  );
}
