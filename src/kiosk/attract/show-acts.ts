/**
 * Bots play the event's acts on the real stage, one after the other, each time on another seed. It goes on for hours: a
 * theatre is closed before the next one opens, and nothing is added to anything.
 */
import type { Session } from '../../kernel/session.ts';
import { currentLanguage, loadAct } from '../../i18n/index.ts';
import { loadActFile, loadRules } from '../../app/acts.ts';
import { isCalm } from '../../app/appearance.ts';
import { player } from '../../app/player.ts';
import { fetchTheatre, bindingsOf, scanOf } from '../../app/play/theatre.ts';
import { ShownSession } from '../../app/reveal/shown-session.ts';
import { readRef } from '../../app/text.ts';
import { cutParameters } from '../play/cut.ts';
import type { KioskAct } from '../settings/kiosk-settings.ts';
import { chooseBot } from './best-bot.ts';

/** Pause before the next act when one did not open; milliseconds. */
const TROUBLE_MS = 20_000;

export interface ShowWishes {
  readonly host: HTMLElement;
  /** One or more. */
  readonly acts: readonly KioskAct[];
  /** 1, or faster for a soak. */
  readonly speed: number;
  /** A seed for the next run. */
  readonly seed: () => number;
  /** An act is to be seen: its first frame has been drawn. */
  shown(act: string): void;
  /** A frame was drawn. */
  drew(): void;
  /** A stage draws from now on; returns the way to say that it does not any more. */
  watchStage(): () => void;
  /** An act has ended or did not open: false to stop before the next one. */
  goOn(): boolean;
}

export interface Show {
  /** Stops at once and gives everything back. Harmless twice. */
  stop(): void;
}

/** Opens one bot's run and resolves at its end, or when it was stopped. Rejects when it does not open. */
async function showOne(wishes: ShowWishes, { act, way }: KioskAct, stopped: AbortSignal): Promise<void> {
  const [rules, file, parts] = await Promise.all([loadRules(act), loadActFile(act), fetchTheatre(act), loadAct(act)]);
  if (stopped.aborted) return;
  const parameters = rules.act.parseParameters(cutParameters(file, way));
  const seed = wishes.seed();
  const session: Session = new ShownSession(rules.act, parameters, seed, chooseBot(rules, parameters, seed));
  const settings = player.settings.store.getState();
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const opening = parts.openTheatre({
    host: wishes.host,
    session,
    act: parts.stage,
    text: (ref) => readRef(act, ref),
    lang: currentLanguage(),
    reducedMotion: isCalm(settings),
    captions: false,
    input: bindingsOf(settings),
    scan: { ...scanOf(settings), on: false },
    interactive: false,
    onOver: end,
    // The page was hidden, perhaps before the stage was there: the play waits until somebody can see it.
    onPauseAsked() {
      const goOn = (): void => {
        opening.then(
          (opened) => opened.resume(),
          () => undefined,
        );
      };
      document.addEventListener('visibilitychange', goOn, { once: true });
    },
    onFrame: wishes.drew,
  });
  const theatre = await opening;
  theatre.setSpeed(wishes.speed);
  let unwatch: () => void = () => undefined;
  const close = (): void => {
    unwatch();
    theatre.close();
    end();
  };
  if (stopped.aborted) return close();
  stopped.addEventListener('abort', close, { once: true });
  await Promise.race([theatre.firstFrame, ended]);
  if (!stopped.aborted) {
    unwatch = wishes.watchStage();
    wishes.shown(act);
  }
  await ended;
  stopped.removeEventListener('abort', close);
  close();
}

/** Shows the acts in turn until it is stopped. */
export function showActs(wishes: ShowWishes): Show {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    for (let turn = 0; !signal.aborted && (turn === 0 || wishes.goOn()); turn++) {
      const act = wishes.acts[turn % wishes.acts.length];
      if (act === undefined) return;
      try {
        await showOne(wishes, act, signal);
      } catch (reason) {
        reportError(reason);
        await pause(TROUBLE_MS, signal);
      }
    }
  };
  void run();
  return { stop: () => stopping.abort() };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
