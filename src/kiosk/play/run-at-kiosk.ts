/** One run at a kiosk: opened on the stage, kept with the visit when it is over. */
import { outcomeOf, startRun } from '../../kernel/run.ts';
import { Session } from '../../kernel/session.ts';
import type { ActRules } from '../../kernel/act-rules.ts';
import type { ActFile } from '../../app/acts.ts';
import { chooseSeed } from '../../app/play/begin-run.ts';
import { openShowing, type Showing } from '../../app/play/show-run.ts';
import type { TheatreParts } from '../../app/play/theatre.ts';
import { keepInTime } from '../inside/keep-in-time.ts';
import type { Kiosk } from '../inside/kiosk.ts';
import { noteCanvases } from '../reset/contexts.ts';
import { cutParameters } from './cut.ts';
import { hasFreeHands } from './free-hands.ts';

/** A stage that is not there by then may never come, and whoever waits for it may have gone; milliseconds. */
const OPENING_MS = 45_000;

export interface KioskRun {
  readonly act: string;
  readonly way: string | null;
  readonly rules: ActRules;
  readonly file: ActFile;
  readonly parts: TheatreParts;
  readonly host: HTMLElement;
  onPaused(): void;
  onFailed(reason: unknown): void;
}

export interface OpenRun {
  pause(): void;
  resume(): void;
  /** Gives everything back; harmless twice. */
  close(): void;
}

/** Raises the curtain. Rejects when the stage does not open. */
export async function openRun(kiosk: Kiosk, wishes: KioskRun): Promise<OpenRun> {
  const { rules, way, act, file, parts, host } = wishes;
  const { beat, idle, travel, visitors } = kiosk;
  const run = startRun(rules.act, rules.act.parseParameters(cutParameters(file, way)), chooseSeed());
  const session = new Session(run);
  let isShown = false;
  // Until the curtain moves, in forced scenes, and from the last tick to the result, nobody can show that they are here.
  const since = performance.now();
  const free = idle.suspendWhile(() => (isShown ? !hasFreeHands(run) : performance.now() - since <= OPENING_MS));
  let isClosed = false;
  let unwatch: () => void = () => undefined;
  let showing: Showing | null = null;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    free();
    unwatch();
    forget();
    void showing?.close();
  };
  const forget = kiosk.closing.add(close);
  const finish = async (): Promise<void> => {
    await keepInTime(visitors);
    if (isClosed) return;
    kiosk.last.setState({ of: 'run', act, way, rules, run, score: outcomeOf(run).score }, true);
    travel.go({ what: 'finished' });
  };
  try {
    showing = await openShowing(
      {
        host,
        rules,
        parts: { ...parts, openTheatre: (options) => parts.openTheatre(withFrames(options, beat.drew)) },
        onPaused: wishes.onPaused,
        onFailed: wishes.onFailed,
        onDone: () => void finish().catch(wishes.onFailed),
      },
      { session, file, bet: null, startedAt: Date.now(), slowest: 1, resumed: false },
    );
  } catch (reason) {
    close();
    throw reason;
  }
  const { theatre } = showing;
  if (isClosed) {
    void showing.close();
    return { pause: () => undefined, resume: () => undefined, close };
  }
  void theatre.firstFrame.then(() => {
    isShown = true;
    noteCanvases(host);
    if (!isClosed) unwatch = beat.watchStage();
  });
  return { pause: () => theatre.pause(), resume: () => theatre.resume(), close };
}

function withFrames(
  options: Parameters<TheatreParts['openTheatre']>[0],
  drew: () => void,
): Parameters<TheatreParts['openTheatre']>[0] {
  return {
    ...options,
    onFrame: () => {
      options.onFrame?.();
      drew();
    },
  };
}
