import { type Cue, type CueId, CUES } from './cues.ts';
import type { CueListener, CueOptions } from './port.ts';

export interface CueListeners {
  readonly add: (listener: CueListener) => () => void;
  readonly tell: (id: CueId, options: CueOptions, sounded: boolean) => void;
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
    tell(id, options, sounded) {
      const cue: Cue = CUES[id];
      for (const listener of listeners) listener({ id, caption: cue.caption, pan: options.pan ?? 0, sounded });
    },
  };
}
