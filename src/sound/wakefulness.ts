import type { HowlerGlobal } from './howler-library.ts';
import type { SoundState } from './port.ts';

export interface Wakefulness {
  /** Puts the context into the state it should have now: running if wanted and visible, else suspended. */
  readonly settle: () => void;
  readonly state: () => SoundState;
  readonly release: () => void;
}

/**
 * Keeps an audio context awake while it should be. The system takes it away in many ways (a call, Siri, headphones, a
 * hidden page), and some browsers give it back only when asked; so it is asked on every sign of life, and a refusal is
 * simply waited out until the next one.
 */
export function keepAwake(context: AudioContext, howler: HowlerGlobal, isWanted: () => boolean): Wakefulness {
  let hasRun = context.state === 'running';

  function settle(): void {
    const move = isWanted()
      ? context.state === 'running'
        ? undefined
        : 'resume'
      : context.state === 'running'
        ? 'suspend'
        : undefined;
    if (move === undefined || context.state === 'closed') return;
    try {
      // iOS throws InvalidStateError at once in some interruptions and rejects in others.
      void context[move]().catch(() => {});
    } catch {
      // The next gesture asks again.
    }
  }

  function follow(): void {
    if (context.state === 'running') hasRun = true;
    // Howler queues what is played while it thinks it is suspended, and lets it all out at once later.
    howler.state = context.state === 'running' ? 'running' : 'suspended';
    settle();
  }

  context.onstatechange = follow;
  follow();

  return {
    settle,
    state() {
      if (context.state === 'running') return 'running';
      if (context.state === 'closed') return 'unavailable';
      return hasRun || !isWanted() ? 'suspended' : 'locked';
    },
    release() {
      context.onstatechange = null;
    },
  };
}
