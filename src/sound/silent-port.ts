import { createCueListeners } from './cue-listeners.ts';
import { createCueBook } from './cues.ts';
import type { SoundPort } from './port.ts';

/** A port that is never heard: for tests, for a kiosk without loudspeakers, for a browser without Web Audio. Captions work. */
export function createSilentPort(): SoundPort {
  const listeners = createCueListeners();
  const book = createCueBook();
  return {
    cue: (id, options = {}) => {
      const cue = book.find(id);
      if (cue !== undefined) listeners.tell(id, cue, options, false);
    },
    prepare: book.learn,
    layer: () => {},
    setVolumes: () => {},
    mute: () => {},
    stopAll: () => {},
    suspend: () => {},
    resume: () => {},
    state: 'unavailable',
    onCue: listeners.add,
  };
}
