import type { ComponentChildren, JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import type { Answer } from '../server/use-answer.ts';
import { FaultNote } from './fault.tsx';

/** Shows an answer once it is there; until then that it is coming, or why it does not come. */
export function WithAnswer<T>(props: {
  readonly answer: Answer<T>;
  children(answer: T): ComponentChildren;
}): JSX.Element {
  const { t } = usePartText('team');
  const { answer } = props;
  if (answer.state === 'coming')
    return (
      <p class="coming" role="status">
        {t('shell.coming')}
      </p>
    );
  if (answer.state === 'lost') return <FaultNote reason={answer.reason} retry={answer.retry} />;
  return (
    <div class={answer.old ? 'answer answer-old' : 'answer'} aria-busy={answer.old}>
      {props.children(answer.answer)}
    </div>
  );
}
