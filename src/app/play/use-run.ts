import { useEffect, useRef, useState } from 'preact/hooks';
import type { Theatre } from '../../stage/index.ts';
import { putSoundAway } from '../sound/cues.ts';
import { beginRun } from './begin-run.ts';
import { hasComeBack } from './came-back.ts';
import { openShowing, type RunWishes, type Showing } from './show-run.ts';

export type RunState = 'opening' | 'playing' | 'paused' | 'failed';

export interface RunOnStage {
  /** The element that the theatre stands in. */
  readonly host: { readonly current: HTMLDivElement | null };
  readonly state: RunState;
  resume(): void;
  /** Closes the theatre for good, so that the run can be dropped. */
  giveUp(): Promise<void>;
}

/** Puts a run on the stage that stands in `host`; everything is given back when the screen is left. */
export function useRun(wishes: Pick<RunWishes, 'rules' | 'parts' | 'onDone'>): RunOnStage {
  const host = useRef<HTMLDivElement>(null);
  const theatre = useRef<Theatre | null>(null);
  const [state, setState] = useState<RunState>('opening');
  const showing = useRef<Showing | null>(null);
  const stay = useRef(true);
  useEffect(() => {
    stay.current = true;
    const pause = (): void => {
      theatre.current?.pause();
      putSoundAway(true);
      setState('paused');
    };
    const fail = (reason: unknown): void => {
      reportError(reason);
      if (stay.current) setState('failed');
    };
    const open = async (): Promise<void> => {
      const place = host.current;
      const isBack = hasComeBack();
      const begun = await beginRun(wishes.rules);
      if (!stay.current || !place) return;
      const opened = await openShowing(
        {
          ...wishes,
          host: place,
          onPaused: () => {
            putSoundAway(true);
            if (stay.current) setState('paused');
          },
          onFailed: fail,
        },
        begun,
      );
      if (!stay.current) return opened.close();
      showing.current = opened;
      theatre.current = opened.theatre;
      await opened.theatre.firstFrame;
      performance.mark('first-playable');
      if (!stay.current) return;
      // Whoever finds the act where the page left it is not thrown into it.
      if (begun.resumed && isBack) pause();
      else setState((now) => (now === 'opening' ? 'playing' : now));
    };
    open().catch(fail);
    return () => {
      stay.current = false;
      theatre.current = null;
      void showing.current?.close();
      showing.current = null;
    };
  }, []);
  return {
    host,
    state,
    giveUp: async () => {
      const open = showing.current;
      showing.current = null;
      theatre.current = null;
      await open?.close();
    },
    resume: () => {
      putSoundAway(false);
      theatre.current?.resume();
      setState('playing');
    },
  };
}
