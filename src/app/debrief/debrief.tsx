import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { beginDebrief, chooseDebrief, type Debrief as DebriefState, type Item } from '../../quiz/index.ts';
import { loadActFile } from '../acts.ts';
import { loadToldBank } from '../bank-faults.ts';
import { loadBankTexts } from '../bank.ts';
import type { ScreenProps } from '../screens.ts';
import { formatNumber } from '../format.ts';
import { player } from '../player.ts';
import { ROUTES, toPlaybill } from '../routes.ts';
import { Sittings } from '../sittings/sittings.tsx';
import { useText } from '../text.ts';
import { ActScreen } from '../ui/act-screen.tsx';
import { useArriving } from '../ui/arriving.ts';
import { PlaceLink } from '../ui/place.tsx';
import { findDebrief } from '../sittings/keep-debrief.ts';
import { pickAsked } from './asked-items.ts';

/** The debrief: a few questions on the act's ideas, feedback at once, and what went wrong comes back once. */
export default function Debrief({ act }: ScreenProps): JSX.Element {
  const { t } = useText();
  const needs = useArriving(act, async () => {
    const [{ items }, file] = await Promise.all([loadToldBank(), loadActFile(act), player.ready]);
    const asked = pickAsked(location.search, items);
    const isLook = asked.length > 0;
    const debrief = isLook ? lay(asked) : (findDebrief(act, items) ?? begin(items, file.ideas));
    await loadBankTexts(ideasOf(debrief));
    return { debrief, isLook };
  });
  return (
    <ActScreen
      act={act}
      name={t('debrief.heading')}
      back={{ to: toPlaybill(act), text: t('playbill.heading') }}
      narrow
      needs={needs}
    >
      {({ debrief, isLook }) => <AfterAct act={act} begun={debrief} isLook={isLook} />}
    </ActScreen>
  );
}

const drawSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

function lay(items: readonly Item[]): DebriefState {
  return beginDebrief(items, drawSeed());
}

function begin(items: readonly Item[], ideas: readonly string[]): DebriefState {
  const seed = drawSeed();
  const history = player.progress.getState().history;
  return beginDebrief(chooseDebrief(items, ideas, seed, history), seed);
}

/** The ideas whose words this debrief needs. */
function ideasOf({ queue, answered }: DebriefState): readonly string[] {
  const sittings = [...queue, ...answered.map(({ sitting }) => sitting)];
  return [...new Set(sittings.map(({ item }) => item.idea))];
}

interface AfterActProps {
  readonly act: string;
  readonly begun: DebriefState;
  /** Somebody looks at questions that the address asks for: what they answer is no result of theirs. */
  readonly isLook: boolean;
}

function AfterAct({ act, begun, isLook }: AfterActProps): JSX.Element {
  const { t } = useText();
  if (begun.count === 0) return <p>{t('debrief.empty')}</p>;
  return (
    <Sittings
      begun={begun}
      occasion={isLook ? null : { way: 'debrief', act }}
      keptAs={act}
      intro={t('debrief.intro', { count: begun.count })}
      done={(debrief) => <Done act={act} debrief={debrief} />}
    />
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
