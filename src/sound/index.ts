/** The room's door. Import it lazily: behind it lie the manifest and, one step further, Howler. */
export { type OwnCue } from './act-cues.ts';
export { createHowlerPort, type HowlerPort, type HowlerPortOptions } from './howler-port.ts';
export type {
  CaptionKey,
  CueEvent,
  CueId,
  CueListener,
  CueOptions,
  CueTable,
  LayerId,
  LayerOptions,
  SoundPort,
  SoundState,
  SoundVolumes,
} from './port.ts';
