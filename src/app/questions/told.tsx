/** What is told of an answer below its verdict. */
import type { JSX } from 'preact';
import type { Item, Scored } from '../../quiz/index.ts';
import { wordGap } from '../format.ts';
import { useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';
import { Answers } from './answers.tsx';
import { EstimateTold } from './estimate-told.tsx';
import { PassageTold } from './passage-told.tsx';
import type { ItemWords } from './words.ts';

export interface ToldProps {
  readonly item: Item;
  readonly order: readonly string[];
  readonly scored: Scored;
  readonly words: ItemWords;
}

export function Told({ item, order, scored, words }: ToldProps): JSX.Element {
  return (
    <>
      {scored.verdict ? <Judged scored={scored} /> : null}
      {item.kind === 'estimate' ? <EstimateTold item={item} scored={scored} /> : null}
      {item.kind === 'cloze' ? <PassageTold item={item} scored={scored} words={words} /> : null}
      <Answers item={item} order={order} scored={scored} words={words} />
    </>
  );
}

/** Whether the statement holds, and what was said of it. */
function Judged({ scored: { verdict } }: { readonly scored: Scored }): JSX.Element | null {
  const { t } = useText();
  if (!verdict) return null;
  const met = verdict.chosen === verdict.right;
  return (
    <p class={`judged judged-${met ? 'right' : 'wrong'}`}>
      <Icon name={met ? 'tick' : 'cross'} />
      <span>
        <strong>{t(verdict.right ? 'quiz.verdictTrue' : 'quiz.verdictFalse')}</strong>
        {wordGap()}
        {t('quiz.youSaid', { verdict: t(verdict.chosen ? 'quiz.true' : 'quiz.false') })}
      </span>
    </p>
  );
}
