/** How each strategy is drawn wherever it is drawn: a colour, a hatching and a sign, so that colour is never alone. */
import type { JSX } from 'preact';

/** Strategies take these in their order; the last look serves the rest. Any two are told apart by who lacks a kind of cone, too. */
export const LOOKS = [
  { color: '#216053', sign: 'circle', turn: 45 },
  { color: '#5f7b4b', sign: 'ring', turn: 20 },
  { color: '#9b5500', sign: 'triangle', turn: 90 },
  { color: '#09388d', sign: 'square', turn: 135 },
  { color: '#8b110d', sign: 'diamond', turn: 0 },
  { color: '#482e4e', sign: 'cross', turn: 160 },
] as const;

export type Look = (typeof LOOKS)[number];

export function lookOf(index: number): Look {
  return LOOKS[Math.min(index, LOOKS.length - 1)] ?? LOOKS[0];
}

/** The sign of a strategy, centred on a point of a drawing. */
export function Sign(props: {
  readonly look: Look;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}): JSX.Element {
  const { look, x, y } = props;
  const s = props.size ?? 5;
  switch (look.sign) {
    case 'circle':
      return <circle cx={x} cy={y} r={s} fill={look.color} />;
    case 'ring':
      return <circle cx={x} cy={y} r={s - 1} fill="var(--paper)" stroke={look.color} stroke-width="2.5" />;
    case 'square':
      return <path d={`M${x - s} ${y - s}h${2 * s}v${2 * s}h${-2 * s}z`} fill={look.color} />;
    case 'triangle':
      return <path d={`M${x} ${y - s * 1.2}l${s * 1.2} ${s * 2.1}h${-s * 2.4}z`} fill={look.color} />;
    case 'diamond':
      return (
        <path
          d={`M${x} ${y - s * 1.4}l${s * 1.4} ${s * 1.4} ${-s * 1.4} ${s * 1.4} ${-s * 1.4} ${-s * 1.4}z`}
          fill={look.color}
        />
      );
    case 'cross':
      return (
        <path
          d={`M${x - s} ${y - s}l${2 * s} ${2 * s}m0 ${-2 * s}l${-2 * s} ${2 * s}`}
          stroke={look.color}
          stroke-width="3"
        />
      );
  }
}

/** The hatching of a band, to be put among a drawing's definitions. */
export function Hatching({ id, look }: { readonly id: string; readonly look: Look }): JSX.Element {
  return (
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={`rotate(${look.turn})`}>
      <path d="M0 0h7v7H0z" fill={look.color} fill-opacity="0.1" />
      <path d="M0 3.5h7" stroke={look.color} stroke-opacity="0.42" stroke-width="1.3" />
    </pattern>
  );
}
