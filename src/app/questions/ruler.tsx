/** A bamboo ruler for estimates: the bead slides on it, and after the answer the bands are drawn into it. */
import type { ComponentChildren, JSX } from 'preact';
import type { Estimate, EstimateResult } from '../../quiz/index.ts';
import { formatNumber } from '../format.ts';
import { placeTicks } from './ticks.ts';

/** Places after the point on a ruler. */
export const DIGITS = 2;

interface RulerProps {
  readonly item: Estimate;
  /** The range input, before the answer. */
  readonly bead?: ComponentChildren;
  /** What became of it, after the answer. */
  readonly result?: EstimateResult;
}

export function Ruler({ item, bead, result }: RulerProps): JSX.Element {
  const { min, max } = item.range;
  const percent = (value: number): number => ((Math.min(Math.max(value, min), max) - min) / (max - min)) * 100;
  const label = (value: number): string => formatNumber(value, DIGITS);
  const { labelled, small } = placeTicks(item.range, label);
  return (
    <div class={result ? 'ruler ruler-told' : 'ruler'}>
      <svg class="ruler-scale" width="100%" height="100%" aria-hidden="true" focusable="false">
        {result ? <Bands item={item} percent={percent} /> : null}
        {small.map((value) => (
          <line key={value} class="tick" x1={`${percent(value)}%`} x2={`${percent(value)}%`} y1="0" y2="0.45em" />
        ))}
        {labelled.map((value) => (
          <g key={value}>
            <line class="tick tick-long" x1={`${percent(value)}%`} x2={`${percent(value)}%`} y1="0" y2="0.8em" />
            <text class="tick-label" x={`${percent(value)}%`} y="2em" text-anchor="middle">
              {label(value)}
            </text>
          </g>
        ))}
        {result ? <Marks result={result} percent={percent} /> : null}
      </svg>
      {bead}
    </div>
  );
}

/** Where half and full credit lie. */
function Bands({ item, percent }: { readonly item: Estimate; percent(value: number): number }): JSX.Element {
  const { value, exact, near } = item.key;
  const band = (credit: number): { readonly x: string; readonly width: string } => {
    // Half a step more at each side: the last number inside is inside, not on the edge.
    const half = credit + item.range.step / 2;
    return {
      x: `${percent(value - half)}%`,
      width: `${percent(value + half) - percent(value - half)}%`,
    };
  };
  return (
    <>
      <rect class="band band-near" {...band(near)} y="0" height="100%" />
      <rect class="band band-exact" {...band(exact)} y="0" height="100%" />
    </>
  );
}

/** The flag at the value and the bead of the answer: different in shape, not in colour alone. */
function Marks({ result, percent }: { readonly result: EstimateResult; percent(value: number): number }): JSX.Element {
  return (
    <>
      <svg class="mark-here" x={`${percent(result.value)}%`} y="0">
        <path class="mark-flag" d="M-1-30h2V40h-2zM1-30l16 6-16 6z" />
      </svg>
      <svg class="mark-here" x={`${percent(result.given)}%`} y="0">
        <circle class="mark-bead" r="8" cy="-9" />
        <path class="mark-string" d="M-1-1h2V40h-2z" />
      </svg>
    </>
  );
}
