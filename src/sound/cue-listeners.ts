import type { Cue } from './cues.ts';
import type { CueListener, CueOptions } from './port.ts';

export interface CueListeners {
  readonly add: (listener: CueListener) => () => void;
  readonly tell: (id: string, cue: Cue, options: CueOptions, sounded: boolean) => void;
}

/** Those who want to know of every cue: the captions, the live region, a test. */
export function createCueListeners(): CueListeners {
  const listeners = new Set<CueListener>();
  return {
    add(listener) {
      // A fresh function each time, so that adding one listener twice and removing it once leaves one.
      const entry: CueListener = (event) => listener(event);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    tell(id, cue, options, sounded) {
      for (const listener of listeners) listener({ id, caption: cue.caption, pan: options.pan ?? 0, sounded });
    },
  };
}
