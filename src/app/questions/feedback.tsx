/** After the answer: the verdict, every option with what it teaches, the chosen and the right marked by sign and word. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { scoreResponse } from '../../quiz/index.ts';
import { useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';
import type { FeedbackProps } from './props.ts';
import { Told } from './told.tsx';
import { VERDICT_ICONS, verdictOf } from './verdict.ts';
import { useItemWords } from './words.ts';
import './questions.css';

export function Feedback({ item, order, response, next }: FeedbackProps): JSX.Element {
  const { t } = useText();
  const words = useItemWords(item);
  const scored = scoreResponse(item, response, order);
  const verdict = useRef<HTMLParagraphElement>(null);
  const takesFocus = next !== undefined;
  useEffect(() => {
    if (takesFocus) verdict.current?.focus();
  }, [takesFocus]);
  const word = verdictOf(scored);
  return (
    <>
      <h2 class={item.kind === 'true-false-reason' ? 'stem stem-claim' : 'stem'}>{words.stem}</h2>
      <p ref={verdict} tabIndex={-1} class={`verdict verdict-${word}`}>
        <Icon name={VERDICT_ICONS[word]} />
        {t(`quiz.${word}`)}
      </p>
      <Told item={item} order={order} scored={scored} words={words} />
      {next ? (
        <div class="buttons">
          <button type="button" class="button button-main" onClick={next.go}>
            {next.text}
          </button>
        </div>
      ) : null}
    </>
  );
}
