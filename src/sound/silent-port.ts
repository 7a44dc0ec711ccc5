import { createCueListeners } from './cue-listeners.ts';
import { isCue } from './cues.ts';
import type { SoundPort } from './port.ts';

/** A port that is never heard: for tests, for a kiosk without loudspeakers, for a browser without Web Audio. Captions work. */
export function createSilentPort(): SoundPort {
  const listeners = createCueListeners();
  return {
    cue: (id, options = {}) => {
      if (isCue(id)) listeners.tell(id, options, false);
    },
    prepare: () => {},
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
