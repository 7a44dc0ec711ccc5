/**
 * The sheet itself, on the proportions of an A4 page lying down. Colours are written out: as a picture of its own, the
 * drawing has no style sheet to ask.
 */
import type { JSX } from 'preact';
import soldierSeal from '../../../assets/icons/rank-soldier.svg';
import generalSeal from '../../../assets/icons/rank-general.svg';
import marshalSeal from '../../../assets/icons/rank-marshal.svg';
import soldier from '../../../assets/honour/soldier.svg';
import general from '../../../assets/honour/general.svg';
import marshal from '../../../assets/honour/marshal.svg';
import type { Tier } from '../../quiz/index.ts';
import { nameGroup } from '../examination/group-names.ts';
import type { Muster } from '../examination/find-muster.ts';
import { formatDate, formatList, formatPercent } from '../format.ts';
import { useText } from '../text.ts';
import { fitText, wrapText } from './fit-text.ts';

const WIDTH = 1188;
const HEIGHT = 840;
/** The words stand on this line. */
const MIDDLE = 752;
/** Widest that a line of words may be. */
const ROOM = 620;

const INK = '#1E1512';
const QUIET = '#5A4232';
const MADDER = '#7A1F1A';

const LOOKS: Readonly<Record<Tier, { puppet: string; facesLeft: boolean; seal: string; color: string }>> = {
  soldier: { puppet: soldier, facesLeft: false, seal: soldierSeal, color: '#1F5341' },
  general: { puppet: general, facesLeft: true, seal: generalSeal, color: '#22406B' },
  marshal: { puppet: marshal, facesLeft: true, seal: marshalSeal, color: '#B3321F' },
};

interface LineProps {
  readonly y: number;
  readonly size: number;
  readonly color?: string;
  readonly title?: boolean;
  readonly x?: number;
  readonly children: string;
}

function Line({ y, size, color = INK, title = false, x = MIDDLE, children }: LineProps): JSX.Element {
  return (
    <text class={title ? 'honour-title' : 'honour-text'} x={x} y={y} font-size={size} fill={color} text-anchor="middle">
      {children}
    </text>
  );
}

export function Sheet({ name, muster }: { readonly name: string; readonly muster: Muster }): JSX.Element {
  const { t } = useText();
  const { answers, result } = muster.examination;
  const { puppet, facesLeft, seal, color } = LOOKS[result.tier];
  const rank = t(`quiz.rank.${result.rank}`);
  const shownName = name === '' ? t('honour.nobody') : name;
  const sure = t('honour.sure', { count: answers.length, sure: formatPercent(result.sureOfRank) });
  const date = formatDate(muster.at);
  const strong = result.groups.filter(({ verdict }) => verdict === 'strong').map(({ group }) => nameGroup(t, group));
  const firm = strong.length === 0 ? [] : wrapText(t('honour.strong', { groups: formatList(strong) }), 21, ROOM);
  const capital = rank.charAt(0).toUpperCase() + rank.slice(1);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('honour.label', { name: shownName, rank, sure, date })}
    >
      <Frame />
      <ellipse cx="268" cy="430" rx="205" ry="320" fill="url(#honour-lamp)" />
      <g transform={facesLeft ? 'translate(536 0) scale(-1 1)' : ''}>
        <image href={puppet} x="108" y="116" width="320" height="590" preserveAspectRatio="xMidYMax meet" />
      </g>
      <path d="M128 708H408" stroke={MADDER} stroke-width="5" stroke-linecap="round" />
      <Line y={172} size={fitText(t('honour.heading'), 62, ROOM)} color={MADDER} title>
        {t('honour.heading')}
      </Line>
      <Knots y={206} />
      <Line y={268} size={fitText(t('honour.given'), 25, ROOM)} color={QUIET}>
        {t('honour.given')}
      </Line>
      <Line y={346} size={fitText(shownName, 50, ROOM)} title>
        {shownName}
      </Line>
      <path d={`M${MIDDLE - 280} 364H${MIDDLE + 280}`} stroke={QUIET} stroke-width="1.5" />
      <Line y={412} size={25} color={QUIET}>
        {t('honour.stands')}
      </Line>
      <Line y={494} size={fitText(capital, 74, ROOM)} color={color} title>
        {capital}
      </Line>
      <Line y={546} size={25}>
        {sure}
      </Line>
      {firm.map((line, place) => (
        <Line key={line} y={590 + place * 28} size={21} color={QUIET}>
          {line}
        </Line>
      ))}
      <Line y={680} size={24} x={592}>
        {date}
      </Line>
      <path d="M492 692H692" stroke={QUIET} stroke-width="1.5" />
      <Line y={718} size={21} x={592} color={QUIET}>
        {t('title.name')}
      </Line>
      <g transform="rotate(-7 948 672)">
        <image href={seal} x="884" y="608" width="128" height="128" />
      </g>
      <Line y={768} size={19} x={WIDTH / 2} color={QUIET}>
        {t('honour.wry')}
      </Line>
    </svg>
  );
}

/** Brocade all round, and the paper in it, lit from behind. */
function Frame(): JSX.Element {
  return (
    <>
      <defs>
        <pattern id="honour-brocade" width="48" height="48" patternUnits="userSpaceOnUse">
          <path fill="#22406B" d="M0 0h48v48H0z" />
          <g fill="none" stroke="#5B6F8E" stroke-width="1.2">
            <circle cx="24" cy="24" r="17" />
            <circle r="17" />
            <circle cx="48" r="17" />
            <circle cy="48" r="17" />
            <circle cx="48" cy="48" r="17" />
          </g>
          <path
            fill="#C98B2B"
            d="M24 19.500l4.500 4.500-4.500 4.500-4.500-4.500zM0-4.500L4.500 0 0 4.500-4.500 0zM48-4.500L52.500 0 48 4.500 43.500 0zM0 43.500L4.500 48 0 52.500-4.500 48zM48 43.500l4.500 4.500-4.500 4.500-4.500-4.500z"
          />
        </pattern>
        <radialGradient id="honour-lamp">
          <stop offset="0" stop-color="#FFF6DE" />
          <stop offset="1" stop-color="#FFF6DE" stop-opacity="0" />
        </radialGradient>
      </defs>
      <path fill="url(#honour-brocade)" d={`M0 0H${WIDTH}V${HEIGHT}H0z`} />
      <g fill="#F3E3C3" stroke="#C98B2B">
        <rect x="48" y="48" width={WIDTH - 96} height={HEIGHT - 96} rx="6" stroke-width="6" />
        <rect
          x="62"
          y="62"
          width={WIDTH - 124}
          height={HEIGHT - 124}
          rx="3"
          fill="none"
          stroke={MADDER}
          stroke-width="1.6"
        />
        <path
          fill="none"
          stroke={MADDER}
          stroke-width="1.6"
          d={`M62 92H92V62M${WIDTH - 62} 92H${WIDTH - 92}V62M62 ${HEIGHT - 92}H92V${HEIGHT - 62}M${WIDTH - 62} ${HEIGHT - 92}H${WIDTH - 92}V${HEIGHT - 62}`}
        />
      </g>
    </>
  );
}

/** A cord with three knots under the title. */
function Knots({ y }: { readonly y: number }): JSX.Element {
  const knot = (x: number, size: number): string =>
    `M${x} ${y - size}l${size} ${size}-${size} ${size}-${size}-${size}z`;
  return (
    <>
      <path d={`M${MIDDLE - 190} ${y}H${MIDDLE + 190}`} stroke="#966824" stroke-width="2" />
      <path d={`${knot(MIDDLE, 9)}${knot(MIDDLE - 190, 5)}${knot(MIDDLE + 190, 5)}`} fill={MADDER} />
    </>
  );
}
