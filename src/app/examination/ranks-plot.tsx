/** How likely each rank is: a small plot with a shape for each tier, and the same as a table. */
import type { JSX } from 'preact';
import type { RankShare } from '../../quiz/examination/index.ts';
import type { Rank } from '../../quiz/index.ts';
import { formatPercent } from '../format.ts';
import { useText } from '../text.ts';
import { EDGES, type SealTier } from '../ui/rank-seal.tsx';
import { useWidth } from '../ui/use-width.ts';

const TIER: Readonly<Record<Rank, SealTier>> = {
  'low-soldier': 'soldier',
  'common-soldier': 'soldier',
  'senior-soldier': 'soldier',
  general: 'general',
  marshal: 'marshal',
};

/** In CSS pixels at the usual size of text; the drawing grows with the text. */
const ROW = 56;
const NAME = 20;
const BAR = 20;
const RIGHT = 58;
const BOTTOM = 26;
const MARK = 22;

/** A drawing narrower than this has no room for its words. */
const NARROWEST = 250;

function scaleOfText(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

export function RanksPlot({ ranks }: { readonly ranks: readonly RankShare[] }): JSX.Element {
  const { t } = useText();
  const [place, room] = useWidth(520);
  const scale = Math.max(1, Math.min(scaleOfText(), room / NARROWEST));
  const width = Math.round(room / scale);
  const height = ranks.length * ROW + BOTTOM;
  const left = MARK + 10;
  const x = (share: number): number => left + share * (width - left - RIGHT);
  const told = ranks.map(({ rank, probability }) => ({
    rank,
    probability,
    name: t(`quiz.rank.${rank}`),
    percent: t('page.percent', { value: formatPercent(probability) }),
  }));
  const list = told.map(({ name, percent }) => `${name}: ${percent}`).join('; ');
  return (
    <section class="sheet ranks-plot">
      <h2>{t('exam.plotHeading')}</h2>
      <p>{t('exam.plotText')}</p>
      <div class="plot" ref={place}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={room}
          height={Math.round(height * scale)}
          role="img"
          aria-label={t('exam.plotLabel', { list })}
        >
          <g class="plot-grid">
            {[0, 0.25, 0.5, 0.75, 1].map((share) => (
              <g key={share}>
                <path d={`M${x(share)} ${NAME - 6}V${height - BOTTOM}`} />
                <text x={x(share)} y={height - 8} text-anchor="middle">
                  {formatPercent(share)}
                </text>
              </g>
            ))}
          </g>
          {told.map(({ rank, probability, name, percent }, place) => {
            const top = place * ROW;
            const tier = TIER[rank];
            return (
              <g key={rank} class={`rank-bar rank-bar-${tier}`}>
                <path d={EDGES[tier]} transform={`translate(0 ${top + NAME - 1}) scale(${MARK / 48})`} />
                <text x={left} y={top + NAME - 6} class="rank-name">
                  {name}
                </text>
                <rect x={left} y={top + NAME} width={Math.max(1.5, x(probability) - left)} height={BAR} />
                <text x={x(probability) + 8} y={top + NAME + BAR - 4}>
                  {percent}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <details class="plot-table">
        <summary>{t('exam.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('exam.rank')}</th>
              <th scope="col">{t('exam.likely')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ rank, name, percent }) => (
              <tr key={rank}>
                <th scope="row">{name}</th>
                <td>{percent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
