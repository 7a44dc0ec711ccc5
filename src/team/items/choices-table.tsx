/** What people answered at an item: each option with its share; the right one is marked by a sign and a word. */
import type { JSX } from 'preact';
import { useBankText } from '../../app/bank.ts';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import type { Item } from '../../quiz/index.ts';
import type { ItemChoices } from '../../wire/team.ts';
import { useNames } from '../words/names.ts';
import { sayOption } from './option-words.ts';

export function ChoicesTable(props: {
  readonly item: Item | undefined;
  readonly choices: ItemChoices;
  readonly caption: string;
  /** Options beyond these are left out, unless they are right. */
  readonly most?: number;
}): JSX.Element {
  const { t } = usePartText('team');
  const { t: shell } = useText();
  const bank = useBankText();
  const names = useNames();
  const { item, choices, most = Number.POSITIVE_INFINITY } = props;
  const shown = choices.options.filter(({ right }, place) => place < most || right);
  return (
    <table class="choices">
      <caption class="unseen">{props.caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{t('column.answer')}</th>
          <th scope="col">{t('column.share')}</th>
          <th scope="col">{t('column.people')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ option, taken, right }) => {
          const share = choices.answers === 0 ? 0 : Math.min(1, taken / choices.answers);
          return (
            <tr key={option} class={right ? 'choice-right' : ''}>
              <th scope="row">
                {right ? <span class="right-sign">{t('items.right')}</span> : null}
                {sayOption(item, option, { bank, t, shell, number: formatNumber })}
              </th>
              <td class="choice-bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="bar-ground" width="100" height="10" />
                  <rect class="bar" width={share * 100} height="10" />
                </svg>
                <span>{names.percent(share)}</span>
              </td>
              <td class="num quiet">{formatNumber(taken)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
