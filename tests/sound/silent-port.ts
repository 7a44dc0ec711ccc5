import { createCueListeners } from '../../src/sound/cue-listeners.ts';
import { createCueBook } from '../../src/sound/cues.ts';
import type { SoundPort } from '../../src/sound/port.ts';

/** A port that is never heard: what is told of a cue without any sound. */
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
