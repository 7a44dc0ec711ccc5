import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ActRules } from '../../kernel/act-rules.ts';
import { loadActFile, loadRules } from '../acts.ts';
import type { ScreenProps } from '../screens.ts';
import { player } from '../player.ts';
import { loadActSound } from '../sound/act-sound.ts';
import { toDebrief, toPlaybill, toReveal } from '../routes.ts';
import { useCampaignText, useText } from '../text.ts';
import { useActTexts } from '../ui/act-texts.ts';
import { useArriving } from '../ui/arriving.ts';
import { LampLoading } from '../ui/loading.tsx';
import { goTo, PlaceLink } from '../ui/place.tsx';
import { Screen, useArrival } from '../ui/screen.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { canDraw } from './can-draw.ts';
import { fetchTheatre, type TheatreParts } from './theatre.ts';
import { useRun } from './use-run.ts';
import './play.css';

/** The act itself. */
export default function Play({ act }: ScreenProps): JSX.Element {
  const [showing, setShowing] = useState(0);
  const texts = useActTexts(act);
  const needs = useArriving(act, async () => {
    if (!canDraw()) return null;
    // Asked for already, so that nothing is left to fetch when the stage stands.
    void Promise.allSettled([loadActFile(act), loadActSound(act)]);
    const [rules, parts] = await Promise.all([loadRules(act), fetchTheatre(act)]);
    return { rules, parts };
  });
  const lost = texts.state === 'lost' ? texts : needs.state === 'lost' ? needs : null;
  if (lost) return <NoTheatre act={act} retry={lost.retry} />;
  if (needs.state !== 'here' || texts.state !== 'here') return <LampLoading />;
  if (needs.thing === null) return <NoWebGl act={act} />;
  return <OnStage key={showing} act={act} {...needs.thing} restart={() => setShowing((count) => count + 1)} />;
}

interface OnStageProps {
  readonly act: string;
  readonly rules: ActRules;
  readonly parts: TheatreParts;
  restart(): void;
}

function OnStage(props: OnStageProps): JSX.Element {
  const { t } = useText();
  const campaign = useCampaignText();
  const heading = useArrival(campaign(props.act, 'name'));
  const run = useRun({
    rules: props.rules,
    parts: props.parts,
    onDone: (attempt) => goTo(toReveal(props.act, attempt), { replace: true }),
  });
  const restart = async (): Promise<void> => {
    await run.giveUp();
    await player.drafts.drop(props.act);
    props.restart();
  };
  if (run.state === 'failed') return <NoTheatre act={props.act} retry={props.restart} />;
  return (
    <main class="play-screen">
      <h1 class="unseen" ref={heading} tabIndex={-1}>
        {campaign(props.act, 'name')}
      </h1>
      <div class="play-host" ref={run.host} />
      {run.state === 'opening' ? (
        <div class="play-dark">
          <LampLoading />
        </div>
      ) : null}
      {run.state === 'paused' ? (
        <PauseDialog
          resume={run.resume}
          restart={() => void restart()}
          leave={() => goTo(toPlaybill(props.act), { replace: true })}
        />
      ) : null}
      <p class="unseen" aria-live="polite">
        {run.state === 'opening' ? t('loading.lamp') : ''}
      </p>
    </main>
  );
}

function NoTheatre({ act, retry }: { readonly act: string; readonly retry: () => void }): JSX.Element {
  const { t } = useText();
  return (
    <Screen name={t('play.lost')} back={{ to: toPlaybill(act), text: t('playbill.heading') }} narrow>
      <Trouble heading={t('play.lost')} text={t('play.lostText')}>
        <button type="button" class="button button-main" onClick={retry}>
          {t('play.retry')}
        </button>
      </Trouble>
    </Screen>
  );
}

function NoWebGl({ act }: { readonly act: string }): JSX.Element {
  const { t } = useText();
  return (
    <Screen name={t('play.noStage')} back={{ to: toPlaybill(act), text: t('playbill.heading') }} narrow>
      <Trouble heading={t('play.noStage')} text={t('play.noStageText')}>
        <PlaceLink to={toDebrief(act)} class="button button-main">
          {t('play.toDebrief')}
        </PlaceLink>
      </Trouble>
    </Screen>
  );
}
