import type { JSX } from 'preact';
import { formatList } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { writeMinutes } from '../words/amounts.ts';

const STEP = 14;
const HEIGHT = 22;

/** One person's weeks as small columns, all people on one scale; the minutes for the ear. */
export function WeekColumns(props: { readonly weeks: readonly number[]; readonly most: number }): JSX.Element {
  const { t } = usePartText('team');
  const said = t('time.weeksSaid', { list: formatList(props.weeks.map(writeMinutes)) });
  return (
    <svg
      class="spread"
      viewBox={`0 0 ${props.weeks.length * STEP} ${HEIGHT}`}
      width={props.weeks.length * STEP}
      height={HEIGHT}
      role="img"
      aria-label={said}
    >
      <title>{said}</title>
      {props.weeks.map((minutes, place) => {
        const height = minutes === 0 ? 0 : Math.max(1.5, (minutes / props.most) * (HEIGHT - 3));
        // Weeks have no name; their place is what they are.
        return (
          <g key={`week ${place}`}>
            <path d={`M${place * STEP} ${HEIGHT - 0.5}h${STEP - 4}`} class="spread-ground" />
            <rect x={place * STEP} y={HEIGHT - 1 - height} width={STEP - 4} height={height} class="spread-bar" />
          </g>
        );
      })}
    </svg>
  );
}
