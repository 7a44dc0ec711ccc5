import { useEffect, useRef, useState } from 'preact/hooks';
import { currentQuestion, type ExaminationBank } from '../../quiz/examination/index.ts';
import type { Response } from '../../quiz/index.ts';
import { payAttention, type Attention } from '../sittings/attention.ts';
import { answerSitting, type Sitting } from './sitting.ts';

interface Sat {
  readonly sitting: Sitting;
  /** The question of the moment; null when the examination is over. */
  readonly question: ReturnType<typeof currentQuestion>;
  /** An answer is being written down: until it is, no other is taken. */
  readonly writing: boolean;
  answer(response: Response): void;
}

/** Goes through an examination that was begun, one answer after the other; each is on the medium before the next question. */
export function useSitting(bank: ExaminationBank, begun: Sitting): Sat {
  const [sitting, setSitting] = useState(begun);
  const [writing, write] = useState(false);
  const attention = useRef<Attention | null>(null);
  const question = currentQuestion(bank, sitting.examination);
  useEffect(() => {
    const paying = payAttention();
    attention.current = paying;
    return () => paying.stop();
  }, []);
  const answer = async (response: Response): Promise<void> => {
    if (writing || question === null) return;
    write(true);
    const next = await answerSitting(bank, sitting, question.item, response, attention.current?.read() ?? 0);
    attention.current?.restart();
    setSitting(next);
    write(false);
    scrollTo(0, 0);
  };
  return { sitting, question, writing, answer: (response) => void answer(response) };
}
