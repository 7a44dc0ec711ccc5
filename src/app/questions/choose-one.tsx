import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../text.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import type { KindProps } from './props.ts';

/** One answer of several, as slips. */
export function ChooseOne(props: KindProps<'single-choice' | 'graded-judgement'>): JSX.Element {
  const { item, order, words, change } = props;
  const { t } = useText();
  const [chosen, choose] = useState<string | null>(null);
  return (
    <ChoiceCards
      name={item.id}
      legend={item.kind === 'graded-judgement' ? t('quiz.judge') : t('quiz.chooseOne')}
      chosen={chosen}
      choose={(option) => {
        choose(option);
        change([option]);
      }}
      choices={order.map((id) => ({ id, label: words.option(id) }))}
    />
  );
}
