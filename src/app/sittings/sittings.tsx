/**
 * Question after question with feedback at once, what went wrong coming back once: what debrief and drill share. Every
 * answer goes into the log; what is left is kept for this tab, so that a reload goes on with the same question.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { answerSitting, currentSitting, type Debrief, type Response, type Sitting } from '../../quiz/index.ts';
import { keepDebrief } from './keep-debrief.ts';
import { payAttention } from './attention.ts';
import { formatNumber } from '../format.ts';
import { player } from '../player.ts';
import { Feedback, Question } from '../questions/index.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import './sittings.css';

/** Where the answers are given: after an act, or in a drill. */
export type Occasion =
  | { readonly way: 'debrief'; readonly act: string }
  | { readonly way: 'drill'; readonly act: null };

interface SittingsProps {
  readonly begun: Debrief;
  /** Null for somebody who only looks at questions: nothing goes into the log then, and nothing is kept. */
  readonly occasion: Occasion | null;
  /** Under which name what is left is kept. */
  readonly keptAs: string;
  /** Stands above the first question only. */
  readonly intro: string;
  /** What is shown when no question is left. */
  done(debrief: Debrief): ComponentChildren;
}

export function Sittings({ begun, occasion, keptAs, intro, done }: SittingsProps): JSX.Element {
  const { t } = useText();
  const [debrief, setDebrief] = useState(begun);
  const [answered, setAnswered] = useState<{ readonly sitting: Sitting; readonly response: Response } | null>(null);
  const [attention] = useState(payAttention);
  useEffect(() => attention.stop, [attention]);
  useEffect(() => {
    if (occasion !== null) keepDebrief(keptAs, debrief.queue.length === 0 ? null : debrief);
  }, [keptAs, debrief]);
  const sitting = answered?.sitting ?? currentSitting(debrief);

  const answer = (response: Response): void => {
    const at = currentSitting(debrief);
    if (at === null) return;
    const result = answerSitting(debrief, response);
    cue(result.scored.settled ? 'right' : 'wrong');
    const { item, order: shown, round } = at;
    const { id, idea, kind } = item;
    const { score } = result.scored;
    const tookMs = attention.read();
    if (occasion !== null)
      void player.append({
        type: 'answer',
        payload: { ...occasion, item: id, idea, kind, shown, response, score, round, tookMs },
      });
    setDebrief(result.debrief);
    setAnswered({ sitting: at, response });
  };
  const next = (): void => {
    attention.restart();
    setAnswered(null);
    scrollTo(0, 0);
  };

  if (sitting === null) return <>{done(debrief)}</>;
  const number = debrief.answered.length + (answered ? 0 : 1);
  const total = debrief.answered.length + debrief.queue.length;
  return (
    <>
      {debrief.answered.length === 0 ? <p class="quiet">{intro}</p> : null}
      <section class="sheet question" key={`${sitting.item.id} ${sitting.round}`}>
        <p class="quiet small">
          {t('debrief.progress', { number: formatNumber(number), total: formatNumber(total) })}
          {sitting.round === 2 ? <strong class="came-back">{t('debrief.again')}</strong> : null}
        </p>
        {answered ? (
          <Feedback
            item={sitting.item}
            order={sitting.order}
            response={answered.response}
            next={{ text: t(debrief.queue.length === 0 ? 'debrief.finish' : 'debrief.next'), go: next }}
          />
        ) : (
          <Question item={sitting.item} order={sitting.order} answer={answer} />
        )}
      </section>
    </>
  );
}
