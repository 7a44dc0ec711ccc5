/** One question on the screen, of any kind: its stem, the kind's own way to answer, and the button that gives it. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Response } from '../../quiz/index.ts';
import { useText } from '../text.ts';
import { ChooseOne } from './choose-one.tsx';
import { ChooseSeveral } from './choose-several.tsx';
import { FillGaps } from './fill-gaps.tsx';
import { JudgeClaim } from './judge-claim.tsx';
import { MakeEstimate } from './make-estimate.tsx';
import { MatchCards } from './match-cards.tsx';
import type { KindProps, QuestionProps } from './props.ts';
import { PutInOrder } from './put-in-order.tsx';
import { SortCards } from './sort-cards.tsx';
import { useItemWords } from './words.ts';
import './questions.css';

export function Question({ item, order, answer, answerText }: QuestionProps): JSX.Element {
  const { t } = useText();
  const words = useItemWords(item);
  const [response, change] = useState<Response | null>(null);
  const stem = useRef<HTMLHeadingElement>(null);
  useEffect(() => stem.current?.focus(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (response !== null) answer(response);
  };
  return (
    <form class="ask" data-kind={item.kind} onSubmit={submit}>
      <h2 ref={stem} tabIndex={-1} class={item.kind === 'true-false-reason' ? 'stem stem-claim' : 'stem'}>
        {words.stem}
      </h2>
      <OfKind item={item} order={order} words={words} change={change} />
      <div class="buttons">
        <button type="submit" class="button button-main" disabled={response === null}>
          {answerText ?? t('quiz.answer')}
        </button>
      </div>
    </form>
  );
}

function OfKind({ item, ...rest }: KindProps<QuestionProps['item']['kind']>): JSX.Element {
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement':
      return <ChooseOne item={item} {...rest} />;
    case 'multiple-response':
      return <ChooseSeveral item={item} {...rest} />;
    case 'true-false-reason':
      return <JudgeClaim item={item} {...rest} />;
    case 'ordering':
      return <PutInOrder item={item} {...rest} />;
    case 'matching':
      return <MatchCards item={item} {...rest} />;
    case 'sorting':
      return <SortCards item={item} {...rest} />;
    case 'estimate':
      return <MakeEstimate item={item} {...rest} />;
    case 'cloze':
      return <FillGaps item={item} {...rest} />;
  }
}
