import type { JSX } from 'preact';
import { useNames } from '../words/names.ts';
import type { Rank } from '../../quiz/index.ts';

const WIDTH = 150;
const HEIGHT = 22;
/** Between two neighbours. */
const GAP = 3;

/** How likely each of the five ranks is, lowest first: five small columns; the words for the ear. */
export function RankSpread(props: {
  readonly ranks: readonly { readonly rank: Rank; readonly probability: number }[];
}): JSX.Element {
  const names = useNames();
  const step = WIDTH / props.ranks.length;
  const said = props.ranks
    .map(({ rank, probability }) => `${names.rank(rank)} ${names.percent(probability)}`)
    .join(', ');
  return (
    <svg class="spread" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={said}>
      <title>{said}</title>
      {props.ranks.map(({ rank, probability }, place) => {
        const height = Math.max(1, probability * (HEIGHT - 2));
        return (
          <g key={rank}>
            <path d={`M${place * step} ${HEIGHT - 0.5}h${step - GAP}`} class="spread-ground" />
            <rect x={place * step} y={HEIGHT - 1 - height} width={step - GAP} height={height} class="spread-bar" />
          </g>
        );
      })}
    </svg>
  );
}
