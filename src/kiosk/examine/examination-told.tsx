import type { JSX } from 'preact';
import { formatPercent } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import { RankSeal } from '../../app/ui/rank-seal.tsx';
import { stillOf } from '../../app/muster/stills.ts';
import type { Kiosk } from '../inside/kiosk.ts';
import type { LastResult } from '../inside/last-result.ts';

/** Below this a rank is told together with the one that is as good as likely. */
const UNSURE = 0.7;

interface ToldProps {
  readonly kiosk: Kiosk;
  readonly last: LastResult & { readonly of: 'examination' };
}

/** The rank with how sure it is, and what that rests on. */
export function ExaminationTold({ last }: ToldProps): JSX.Element {
  const { t } = usePartText('kiosk');
  const { t: shell } = useText();
  const { result, early } = last;
  const rank = shell(`quiz.rank.${result.rank}`);
  const other = result.ranks
    .filter((each) => each.rank !== result.rank)
    .reduce((best, each) => (each.probability > best.probability ? each : best));
  const sure = formatPercent(result.sureOfRank);
  const picture = stillOf(result.rank);
  return (
    <section class="sheet examination-told">
      {picture === undefined ? null : <img class="examination-picture" src={picture} alt="" />}
      <div class="examination-rank">
        <RankSeal tier={result.tier} earned name={rank} />
        <p>{rank}</p>
      </div>
      <p class="large">
        {result.sureOfRank >= UNSURE
          ? shell('exam.sure', { sure })
          : shell('exam.between', {
              rank,
              other: shell(`quiz.rank.${other.rank}`),
              sure,
              otherSure: formatPercent(other.probability),
            })}
      </p>
      <p>{early ? t('result.early') : t('result.sureEnough')}</p>
    </section>
  );
}
