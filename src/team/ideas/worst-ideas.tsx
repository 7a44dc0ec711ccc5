/** The five ideas that the team knows least, each with the question that most get wrong and what they answer. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { useBankText } from '../../app/bank.ts';
import { usePartText } from '../../app/part-text.ts';
import { stemText, type Item } from '../../quiz/index.ts';
import type { IdeasReport } from '../../wire/team.ts';
import { ChoicesTable } from '../items/choices-table.tsx';
import { useBankItems } from '../items/use-bank-items.ts';
import { useNames } from '../words/names.ts';

type Worst = IdeasReport['worst'][number];

/** Answers shown of a question; the rest are single voices. */
const MOST_OPTIONS = 5;

export function WorstIdeas({ worst }: { readonly worst: IdeasReport['worst'] }): JSX.Element | null {
  const { t } = usePartText('team');
  const ids = useMemo(() => worst.flatMap(({ item }) => (item === null ? [] : [item.item])), [worst]);
  const arriving = useBankItems(ids);
  const items = arriving.state === 'here' ? arriving.thing : null;
  if (worst.length === 0) return null;
  return (
    <section class="block">
      <h2>{t('ideas.worst')}</h2>
      <p class="quiet">{t('ideas.worstText')}</p>
      <ol class="worst">
        {worst.map((each) => (
          <WorstIdea key={each.idea} worst={each} item={each.item === null ? undefined : items?.get(each.item.item)} />
        ))}
      </ol>
    </section>
  );
}

function WorstIdea({ worst, item }: { readonly worst: Worst; readonly item: Item | undefined }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const bank = useBankText();
  const stem = item === undefined ? null : bank(stemText(item));
  return (
    <li class="worst-idea">
      <div class="worst-head">
        <h3>{names.idea(worst.idea)}</h3>
        <p class="worst-standing">
          <b>{names.percent(worst.standing)}</b>{' '}
          <span class="quiet">
            {t('ideas.ofAnswers', { count: worst.answers })} · {t('ideas.ofPeople', { count: worst.people })}
          </span>
        </p>
      </div>
      {worst.item === null || stem === null ? null : (
        <div class="worst-item">
          <p class="stem">{stem}</p>
          <ChoicesTable item={item} choices={worst.item} caption={stem} most={MOST_OPTIONS} />
        </div>
      )}
    </li>
  );
}
