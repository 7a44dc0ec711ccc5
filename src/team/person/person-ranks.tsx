import type { JSX } from 'preact';
import { formatList } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { PersonReport } from '../../wire/team.ts';
import { RankMark } from '../ranks/rank-mark.tsx';
import { RankSpread } from '../ranks/rank-spread.tsx';
import { writeDay } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';

/** The examinations, latest first: rank, how sure, and the firm and the soft ground. */
export function PersonRanks({ examinations }: { readonly examinations: PersonReport['examinations'] }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const ordered = examinations.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section class="block">
      <h2>{t('report.ranks')}</h2>
      {ordered.length === 0 ? <p class="quiet">{t('ranks.notYet')}</p> : null}
      <ol class="muster-list">
        {ordered.map((muster) => (
          <li key={muster.record}>
            <p class="large">
              <RankMark rank={muster.rank} /> {names.rank(muster.rank)}{' '}
              <span class="quiet">
                {t('person.sure', { percent: names.percent(muster.sureOfRank) })} · {writeDay(muster.at)}
              </span>
            </p>
            <RankSpread ranks={muster.ranks} />
            {muster.strong.length === 0 ? null : (
              <p>{t('person.strong', { groups: formatList(muster.strong.map(names.group)) })}</p>
            )}
            {muster.weak.length === 0 ? null : (
              <p>{t('person.weak', { groups: formatList(muster.weak.map(names.group)) })}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
