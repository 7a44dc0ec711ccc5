import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { resultOf, type ExaminationBank } from '../../quiz/examination/index.ts';
import { openHallWithWords } from '../../app/examination/hall.ts';
import { beginSitting, finishSitting, type Sitting } from '../../app/examination/sitting.ts';
import { useSitting } from '../../app/examination/use-sitting.ts';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { Question } from '../../app/questions/index.ts';
import { useText } from '../../app/text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { LampLoading } from '../../app/ui/loading.tsx';
import { keepInTime } from '../inside/keep-in-time.ts';
import type { Kiosk } from '../inside/kiosk.ts';
import { Station } from '../inside/station.tsx';
import { isShortEnough } from './short.ts';
import './examine.css';

/**
 * The examination itself, which ends by itself as soon as another question would tell little: after ten on average. Only
 * one that came to its own end is kept, since a server holds it again and counts no other; from the eighth answer on a
 * visitor may hear what is known so far and go.
 */
export function ExamineStation({ kiosk }: { readonly kiosk: Kiosk }): JSX.Element {
  const { t } = usePartText('kiosk');
  const { t: shell } = useText();
  const needs = useArriving('examine', async () => {
    const { bank } = await openHallWithWords();
    return bank === null ? null : { bank, begun: await beginSitting(bank) };
  });
  if (needs.state === 'here' && needs.thing !== null) return <Questions kiosk={kiosk} {...needs.thing} />;
  if (needs.state === 'coming') return <Coming />;
  return (
    <Station
      kiosk={kiosk}
      name="examine"
      heading={t('choose.examination')}
      buttons={
        <button type="button" class="button button-main" onClick={() => kiosk.travel.go({ what: 'gaveUp' })}>
          {t('help.back')}
        </button>
      }
    >
      <section class="sheet">
        <p class="large">{needs.state === 'lost' ? t('help.lost') : shell('exam.empty')}</p>
      </section>
    </Station>
  );
}

function Coming(): JSX.Element {
  return (
    <main class="station" data-station="examine">
      <LampLoading />
    </main>
  );
}

interface QuestionsProps {
  readonly kiosk: Kiosk;
  readonly bank: ExaminationBank;
  readonly begun: Sitting;
}

function Questions({ kiosk, bank, begun }: QuestionsProps): JSX.Element {
  const { t } = usePartText('kiosk');
  const { t: shell } = useText();
  const { sitting, question, writing, answer } = useSitting(bank, begun);
  const answered = sitting.answers.length;
  const tell = (early: boolean): void => {
    // The visit may have been ended while the result was being kept: then it is nobody's to see.
    if (kiosk.travel.at.getState().station !== 'examine') return;
    const { review: _, ...result } = resultOf(bank, sitting.examination);
    kiosk.last.setState({ of: 'examination', bank, result: { ...result, review: [] }, early }, true);
    kiosk.travel.go({ what: 'finished' });
  };
  useEffect(() => {
    if (question !== null) return;
    const release = kiosk.idle.suspend();
    void finishSitting(bank, sitting)
      .then(() => keepInTime(kiosk.visitors))
      .then(
        () => tell(false),
        (reason: unknown) => {
          reportError(reason);
          tell(true);
        },
      )
      .finally(release);
  }, [question === null]);

  // Where the last question had to be scrolled to its end, the next one must not begin in its middle.
  useEffect(() => {
    scrollTo(0, 0);
    document.querySelector('.station-room')?.scrollTo(0, 0);
  }, [question?.item.id]);

  if (question === null) return <Coming />;
  return (
    <Station
      kiosk={kiosk}
      name="examine"
      heading={t('examine.question', { number: formatNumber(answered + 1) })}
      class="examine"
      beside={<p class="examine-count">{t('examine.about')}</p>}
      buttons={
        isShortEnough(answered) ? (
          <button type="button" class="button" data-early onClick={() => tell(true)}>
            {t('examine.early')}
          </button>
        ) : undefined
      }
    >
      <section class="sheet question" aria-busy={writing}>
        <Question
          key={question.item.id}
          item={question.item}
          order={question.shown}
          answer={answer}
          answerText={shell('exam.answer')}
        />
      </section>
    </Station>
  );
}
