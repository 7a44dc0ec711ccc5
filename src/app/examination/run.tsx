/** The questions, one by one, without a word of right or wrong. Every answer is on the medium before the next one comes. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { LEAST, MOST, type ExaminationBank } from '../../quiz/examination/index.ts';
import { formatNumber } from '../format.ts';
import { player } from '../player.ts';
import { Question } from '../questions/index.ts';
import { ROUTES, toMusterResult } from '../routes.ts';
import { useText } from '../text.ts';
import { useArriving } from '../ui/arriving.ts';
import { LampLoading } from '../ui/loading.tsx';
import { goTo, PlaceLink } from '../ui/place.tsx';
import { Beats } from './beats.tsx';
import { Waiting, type PartProps } from './part.tsx';
import { openHallWithWords } from './hall.ts';
import { beginSitting, findSitting, finishSitting, type Sitting } from './sitting.ts';
import { useSitting } from './use-sitting.ts';

export function Run(props: PartProps): JSX.Element {
  const { t } = useText();
  useEffect(() => () => player.examination.rise(), []);
  const needs = useArriving('run', async () => {
    const { bank } = await openHallWithWords();
    if (bank === null) return { state: 'empty' } as const;
    if (!(await player.examination.sit())) return { state: 'elsewhere' } as const;
    return { state: 'ours', bank, begun: (await findSitting(bank)) ?? (await beginSitting(bank)) } as const;
  });
  return (
    <Waiting needs={needs}>
      {(found) =>
        found.state === 'ours' ? (
          <Questions bank={found.bank} begun={found.begun} {...props} />
        ) : (
          <section class="sheet">
            <p class="large">{found.state === 'empty' ? t('exam.empty') : t('exam.elsewhere')}</p>
            <div class="buttons">
              <button type="button" class="button button-main" onClick={() => location.reload()}>
                {t('exam.look')}
              </button>
            </div>
          </section>
        )
      }
    </Waiting>
  );
}

interface QuestionsProps extends PartProps {
  readonly bank: ExaminationBank;
  readonly begun: Sitting;
}

function Questions({ bank, begun, stage }: QuestionsProps): JSX.Element {
  const { t } = useText();
  const { sitting, question, writing, answer } = useSitting(bank, begun);
  const over = question === null;
  const beat = sitting.answers.length;
  useEffect(() => stage({ rank: null, beat, state: 'asking' }), [beat]);
  useEffect(() => {
    // Also when the page was closed between the last answer and the result.
    if (over) void finishSitting(bank, sitting).then((id) => goTo(toMusterResult(id), { replace: true }));
  }, [over]);

  if (question === null) return <LampLoading />;
  return (
    <>
      <div class="run-head">
        <Beats beat={beat} />
        <p class="run-count" role="status">
          {beat === 0 ? t('exam.answeredNone') : t('exam.answered', { count: beat })}
        </p>
      </div>
      <section class="sheet question" aria-busy={writing}>
        <Question
          key={question.item.id}
          item={question.item}
          order={question.shown}
          answer={answer}
          answerText={t('exam.answer')}
        />
      </section>
      <p class="run-leave">
        <PlaceLink to={ROUTES.campaign} class="button button-paper">
          {t('exam.leave')}
        </PlaceLink>
        <span class="quiet small">{t('exam.leaveNote')}</span>
      </p>
      <p class="quiet small">{t('exam.ends', { least: formatNumber(LEAST), most: formatNumber(MOST) })}</p>
    </>
  );
}
