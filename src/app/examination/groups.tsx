/** Firm ground and soft ground: each group of ideas against what a player of this strength would score. */
import type { JSX } from 'preact';
import type { GroupFinding, GroupVerdict } from '../../quiz/examination/index.ts';
import { formatPercent } from '../format.ts';
import { useText } from '../text.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { nameGroup } from './group-names.ts';

const ICONS: Readonly<Record<GroupVerdict, IconName>> = { strong: 'tick', weak: 'cross', open: 'half' };

export function Groups({ groups }: { readonly groups: readonly GroupFinding[] }): JSX.Element {
  const { t } = useText();
  return (
    <section class="sheet">
      <h2>{t('exam.groupsHeading')}</h2>
      <p>{t('exam.groupsText')}</p>
      <ul class="groups">
        {groups.map(({ group, asked, observed, expected, verdict }) => (
          <li key={group} class={`group group-${asked === 0 ? 'open' : verdict}`}>
            <h3>{nameGroup(t, group)}</h3>
            <p class="group-verdict">
              <Icon name={ICONS[verdict]} />
              {asked === 0 ? t('exam.notAsked') : t(`exam.${verdict}`)}
            </p>
            {asked === 0 ? null : (
              <>
                <svg class="group-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="group-all" width="100" height="6" />
                  <rect class="group-had" width={100 * observed} height="6" />
                  <rect class="group-mark" x={Math.min(99, 100 * expected)} width="1" height="6" />
                </svg>
                <p class="small quiet">
                  {t('exam.groupLine', {
                    count: asked,
                    score: formatPercent(observed),
                    expected: formatPercent(expected),
                  })}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
