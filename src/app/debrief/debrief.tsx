import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  answerSitting,
  beginDebrief,
  chooseDebrief,
  currentSitting,
  readItems,
  type Debrief as DebriefState,
  type Item,
  type Response,
  type Scored,
  type Sitting,
} from '../../quiz/index.ts';
import { loadActFile } from '../acts.ts';
import type { ScreenProps } from '../screens.ts';
import { formatNumber } from '../format.ts';
import { player } from '../player.ts';
import { ROUTES, toPlaybill } from '../routes.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import { ActScreen } from '../ui/act-screen.tsx';
import { useArriving } from '../ui/arriving.ts';
import { PlaceLink } from '../ui/place.tsx';
import { Feedback } from './feedback.tsx';
import { findDebrief, keepDebrief } from './keep-debrief.ts';
import { Question } from './question.tsx';
import './debrief.css';

const itemFiles = import.meta.glob<unknown>('../../../levels/*/items.json', { import: 'default' });

async function loadItems(act: string): Promise<readonly Item[]> {
  const name = `../../../levels/${act}/items.json`;
  const load = itemFiles[name];
  return load ? readItems(name, await load()) : [];
}

/** The debrief: a few questions on the act's ideas, feedback at once, and what went wrong comes back once. */
export default function Debrief({ act }: ScreenProps): JSX.Element {
  const { t } = useText();
  const needs = useArriving(act, async () => {
    const [items, file] = await Promise.all([loadItems(act), loadActFile(act), player.ready]);
    const kept = findDebrief(act, items);
    if (kept) return kept;
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
    const history = player.progress.getState().history[act] ?? {};
    return beginDebrief(chooseDebrief(items, file.ideas, seed, history), seed);
  });
  return (
    <ActScreen
      act={act}
      name={t('debrief.heading')}
      back={{ to: toPlaybill(act), text: t('playbill.heading') }}
      narrow
      needs={needs}
    >
      {(begun) => <Sittings act={act} begun={begun} />}
    </ActScreen>
  );
}

function Sittings({ act, begun }: { readonly act: string; readonly begun: DebriefState }): JSX.Element {
  const { t } = useText();
  const [debrief, setDebrief] = useState(begun);
  const [answered, setAnswered] = useState<{ readonly sitting: Sitting; readonly scored: Scored } | null>(null);
  const shownAt = useRef(performance.now());
  const sitting = answered?.sitting ?? currentSitting(debrief);
  useEffect(() => keepDebrief(act, debrief.queue.length === 0 ? null : debrief), [act, debrief]);

  const answer = (response: Response): void => {
    const at = currentSitting(debrief);
    if (!at) return;
    const result = answerSitting(debrief, response);
    cue(result.scored.settled ? 'right' : 'wrong');
    void player.append({
      type: 'answer',
      payload: {
        act,
        item: at.item.id,
        idea: at.item.idea,
        kind: at.item.kind,
        shown: at.order,
        response,
        score: result.scored.score,
        round: at.round,
        tookMs: Math.round(performance.now() - shownAt.current),
      },
    });
    setDebrief(result.debrief);
    setAnswered({ sitting: at, scored: result.scored });
  };
  const next = (): void => {
    shownAt.current = performance.now();
    setAnswered(null);
  };

  if (debrief.count === 0) return <p>{t('debrief.empty')}</p>;
  if (!sitting) return <Done act={act} debrief={debrief} />;
  const number = debrief.answered.length + (answered ? 0 : 1);
  const total = debrief.answered.length + debrief.queue.length;
  return (
    <>
      {debrief.answered.length === 0 ? <p class="quiet">{t('debrief.intro', { count: debrief.count })}</p> : null}
      <section class="sheet question" key={`${sitting.item.id} ${sitting.round}`}>
        <p class="quiet small">
          {t('debrief.progress', { number: formatNumber(number), total: formatNumber(total) })}
          {sitting.round === 2 ? <strong class="came-back">{t('debrief.again')}</strong> : null}
        </p>
        {answered ? (
          <Feedback
            act={act}
            item={sitting.item}
            scored={answered.scored}
            next={next}
            last={debrief.queue.length === 0}
          />
        ) : (
          <Question act={act} sitting={sitting} answer={answer} />
        )}
      </section>
    </>
  );
}

function Done({ act, debrief }: { readonly act: string; readonly debrief: DebriefState }): JSX.Element {
  const { t } = useText();
  const settled = new Set(
    debrief.answered.filter(({ scored }) => scored.settled).map(({ sitting }) => sitting.item.id),
  );
  const all = settled.size >= debrief.count;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="sheet">
      <h2 ref={heading} tabIndex={-1}>
        {t('debrief.done')}
      </h2>
      <p class="large">
        {all
          ? t('debrief.doneAll', { count: debrief.count })
          : t('debrief.doneSome', { settled: formatNumber(settled.size), total: formatNumber(debrief.count) })}
      </p>
      <div class="buttons">
        <PlaceLink to={ROUTES.campaign} class="button button-main">
          {t('page.toCampaign')}
        </PlaceLink>
        <PlaceLink to={toPlaybill(act)} class="button button-paper">
          {t('reveal.again')}
        </PlaceLink>
      </div>
    </section>
  );
}
