import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import type { ActRules } from '../../kernel/act-rules.ts';
import type { ActFile } from '../../app/acts.ts';
import { findPicture } from '../../app/campaign/pictures.ts';
import { usePartText } from '../../app/part-text.ts';
import type { TheatreParts } from '../../app/play/theatre.ts';
import { player } from '../../app/player.ts';
import { putSoundAway } from '../../app/sound/cues.ts';
import { useCampaignText, useText } from '../../app/text.ts';
import { Dialog } from '../../app/ui/dialog.tsx';
import { LampLoading } from '../../app/ui/loading.tsx';
import type { Kiosk } from '../inside/kiosk.ts';
import { openRun, type OpenRun } from './run-at-kiosk.ts';

interface OnStageProps {
  readonly kiosk: Kiosk;
  readonly act: string;
  readonly way: string | null;
  readonly rules: ActRules;
  readonly file: ActFile;
  readonly parts: TheatreParts;
}

/** The act itself. It stands still while it is paused, while the visitor is asked, and while staff hold the kiosk. */
export function OnStage(props: OnStageProps): JSX.Element {
  const { kiosk, act, way, rules, file, parts } = props;
  const { t } = useText();
  const campaign = useCampaignText();
  const host = useRef<HTMLDivElement>(null);
  const opened = useRef<OpenRun | null>(null);
  const [state, setState] = useState<'opening' | 'playing' | 'paused'>('opening');
  const asked = useStore(kiosk.idle.store, ({ asking }) => asking);
  const held = useStore(kiosk.held);
  const still = asked || held;

  useEffect(() => {
    let stay = true;
    const fail = (reason: unknown): void => {
      reportError(reason);
      if (stay) kiosk.travel.go({ what: 'gaveUp' });
    };
    const place = host.current;
    if (place === null) return undefined;
    openRun(kiosk, {
      act,
      way,
      rules,
      file,
      parts,
      host: place,
      onPaused: () => {
        putSoundAway(true);
        if (stay) setState('paused');
      },
      onFailed: fail,
    }).then((run) => {
      if (!stay) return run.close();
      opened.current = run;
      setState((now) => (now === 'opening' ? 'playing' : now));
    }, fail);
    return () => {
      stay = false;
      opened.current?.close();
      opened.current = null;
    };
  }, []);
  // At once, and not after the next picture: nobody loses light while reading the question.
  useLayoutEffect(() => {
    if (state !== 'playing') return;
    if (still) opened.current?.pause();
    else opened.current?.resume();
    putSoundAway(still);
  }, [still, state]);

  const picture = findPicture(act);
  return (
    <main class="play-screen play-at-kiosk" data-station="play" data-state={state}>
      <h1 class="unseen">{campaign(act, 'name')}</h1>
      {/* Above the stage where everything to be pressed stands low; nobody has to reach it. */}
      <div class="play-above" aria-hidden="true">
        {picture === null ? null : <img src={picture} alt="" />}
        <p>{campaign(act, 'name')}</p>
      </div>
      <div class="play-host" ref={host} />
      {state === 'opening' ? (
        <div class="play-dark">
          <LampLoading />
        </div>
      ) : null}
      {state === 'paused' ? (
        <Paused
          heading={t('pause.heading')}
          resume={() => setState('playing')}
          leave={() => kiosk.travel.go({ what: 'gaveUp' })}
        />
      ) : null}
    </main>
  );
}

function Paused(props: { readonly heading: string; resume(): void; leave(): void }): JSX.Element {
  const { t } = usePartText('kiosk');
  const muted = useStore(player.settings.store, (settings) => settings.muted);
  const silent = useStore(player.settings.store, ({ volumes }) => volumes.master === 0);
  return (
    <Dialog heading={props.heading} onClose={props.resume}>
      <div class="buttons-column">
        <button type="button" class="button button-main" onClick={props.resume}>
          {t('pause.resume')}
        </button>
        {silent ? null : (
          <button type="button" class="button button-paper" onClick={() => player.settings.change({ muted: !muted })}>
            {muted ? t('pause.soundOn') : t('pause.soundOff')}
          </button>
        )}
        <button type="button" class="button button-paper" onClick={props.leave}>
          {t('pause.leave')}
        </button>
      </div>
    </Dialog>
  );
}
