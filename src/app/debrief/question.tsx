import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { optionText, stemText, type Response, type Sitting } from '../../quiz/index.ts';
import { useActText, useText } from '../text.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { PutInOrder } from './put-in-order.tsx';

interface QuestionProps {
  readonly act: string;
  readonly sitting: Sitting;
  answer(response: Response): void;
}

/** One question on the screen. A kind that is not an ordering is a choice of one. */
export function Question({ act, sitting, answer }: QuestionProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const { item } = sitting;
  const [chosen, choose] = useState<string | null>(null);
  const [order, setOrder] = useState<Response>(sitting.order);
  const stem = useRef<HTMLHeadingElement>(null);
  useEffect(() => stem.current?.focus(), []);
  const isOrdering = item.kind === 'ordering';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isOrdering) answer(order);
    else if (chosen !== null) answer([chosen]);
  };
  const label = (option: string): string => at(optionText(item, option).key);
  return (
    <form onSubmit={submit}>
      <h2 ref={stem} tabIndex={-1} class="stem">
        {at(stemText(item).key)}
      </h2>
      {isOrdering ? (
        <PutInOrder order={order} label={label} change={setOrder} />
      ) : (
        <ChoiceCards
          name={item.id}
          legend={item.kind === 'graded-judgement' ? t('debrief.judge') : t('debrief.choose')}
          chosen={chosen}
          choose={choose}
          choices={sitting.order.map((id) => ({ id, label: label(id) }))}
        />
      )}
      <div class="buttons">
        <button type="submit" class="button button-main" disabled={!isOrdering && chosen === null}>
          {t('debrief.answer')}
        </button>
      </div>
    </form>
  );
}
