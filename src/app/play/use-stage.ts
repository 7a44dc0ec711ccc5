/** A stage inside a page: for runs that are watched or tinkered with, and that nobody keeps. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../kernel/session.ts';
import type { Theatre } from '../../stage/index.ts';
import { currentLanguage, onTexts } from '../../i18n/index.ts';
import { isCalm } from '../appearance.ts';
import { player } from '../player.ts';
import { loadActSound } from '../sound/act-sound.ts';
import { readRef } from '../text.ts';
import './stage-box.css';
import { bindingsOf, fetchTheatre, scanOf } from './theatre.ts';

interface StageWishes {
  readonly act: string;
  /** Named anew for each new run: then the old one is put away and this one shown. */
  readonly runName: string;
  readonly session: Session;
  readonly interactive: boolean;
  readonly speed: number;
  onOver(): void;
}

export interface PageStage {
  readonly host: { readonly current: HTMLDivElement | null };
  readonly state: 'opening' | 'playing' | 'failed';
}

async function open(wishes: StageWishes, host: HTMLElement): Promise<{ theatre: Theatre; close(): void }> {
  const [parts, sound] = await Promise.all([fetchTheatre(wishes.act), loadActSound(wishes.act)]);
  const settings = player.settings.store.getState();
  const text = (ref: Parameters<typeof readRef>[1]): string => readRef(wishes.act, ref);
  const theatre: Theatre = await parts.openTheatre({
    host,
    session: wishes.session,
    act: parts.stage,
    text,
    lang: currentLanguage(),
    reducedMotion: isCalm(settings),
    captions: settings.captions,
    input: bindingsOf(settings),
    // The page around the stage has a light of its own, which walks over the stage's controls too.
    scan: { ...scanOf(settings), on: false },
    interactive: wishes.interactive,
    ownPause: true,
    onOver: wishes.onOver,
    // Nothing here runs away while nobody looks: the play goes on when the page is seen again. A pause that somebody
    // asked for lasts until it is taken back on the stage.
    onPauseAsked: () => {
      if (document.visibilityState === 'hidden')
        document.addEventListener('visibilitychange', () => theatre.resume(), { once: true });
    },
    onHappened: sound.happened,
    onFrame: () => sound.follow(wishes.session.run.state),
  });
  theatre.setSpeed(wishes.speed);
  const stopTexts = onTexts(() => theatre.setText(text, currentLanguage()));
  return {
    theatre,
    close() {
      stopTexts();
      theatre.close();
      sound.leave();
    },
  };
}

/** Shows a run in the element that `host` is given to. */
export function useStage(wishes: StageWishes): PageStage {
  const host = useRef<HTMLDivElement>(null);
  const theatre = useRef<Theatre | null>(null);
  const [state, setState] = useState<PageStage['state']>('opening');
  useEffect(() => {
    const place = host.current;
    if (!place) return;
    let wanted = true;
    let close = (): void => {};
    setState('opening');
    open(wishes, place).then(
      async (opened) => {
        if (!wanted) return opened.close();
        close = opened.close;
        theatre.current = opened.theatre;
        await opened.theatre.firstFrame;
        if (wanted) setState('playing');
      },
      (reason: unknown) => {
        reportError(reason);
        if (wanted) setState('failed');
      },
    );
    return () => {
      wanted = false;
      theatre.current = null;
      close();
    };
  }, [wishes.runName]);
  useEffect(() => theatre.current?.setSpeed(wishes.speed), [wishes.speed]);
  return { host, state };
}
