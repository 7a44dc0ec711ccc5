import type { CaptionKey, CueTable } from './cues.ts';
import type { LayerId } from './layers.ts';

export type { CaptionKey, CueId, CueTable } from './cues.ts';
export type { LayerId } from './layers.ts';

/**
 * `locked`       no gesture yet, or the browser has not let the sound begin
 * `running`      it can be heard, unless muted
 * `suspended`    stopped by the caller, by a hidden page or by the system (a call, another app)
 * `unavailable`  this browser has no Web Audio, or it failed; the game goes on in silence
 */
export type SoundState = 'locked' | 'running' | 'suspended' | 'unavailable';

/** The player's volumes, each 0 … 1. Whoever keeps the settings hands them in; the port remembers nothing. */
export interface SoundVolumes {
  readonly master: number;
  readonly music: number;
  readonly effects: number;
  readonly voice: number;
}

export interface CueOptions {
  /** −1 left … 1 right: where on the stage it happens. */
  readonly pan?: number;
  /** Speed and pitch, 0.5 … 2; 1 as recorded. */
  readonly rate?: number;
  /** 0 … 1 on top of the player's volume: how far away it happens. */
  readonly volume?: number;
}

export interface LayerOptions {
  /** −1 left … 1 right: where a layer with a place is heard from. Left alone by those who leave it out. */
  readonly pan?: number;
  /** Milliseconds of the fade to the level and to the place; 900 unless told. */
  readonly fadeMs?: number;
}

/** Told for every cue, whether it could be heard or not: captions must not depend on the sound. */
export interface CueEvent {
  readonly id: string;
  /** Absent for a decorative cue, and for an act's, which the act itself captions. */
  readonly caption: CaptionKey | undefined;
  readonly pan: number;
  /** Whether it was really sounded; false when muted, locked, too soon after the last one, or not yet loaded. */
  readonly sounded: boolean;
}

export type CueListener = (event: CueEvent) => void;

/** All the game knows about sound. No method throws or waits; whatever cannot be heard is silently left out. */
export interface SoundPort {
  /** Something has happened: a cue of the house, or one that was prepared. An unknown id is ignored. */
  cue(id: string, options?: CueOptions): void;
  /** An act is opened: its own cues are known from now on, and what they are played from is fetched after the first gesture. */
  prepare(cues: CueTable): void;
  /** Fades a layer to a level in 0 … 1. Level 0 stops it once it is faded. */
  layer(id: LayerId, level: number, options?: LayerOptions): void;
  setVolumes(volumes: SoundVolumes): void;
  mute(on: boolean): void;
  /** Stops every effect and every layer at once: a scene is being left. */
  stopAll(): void;
  /** The play is put away: what sounds fades within a second, then nothing until `resume`, not even after a gesture. */
  suspend(): void;
  resume(): void;
  readonly state: SoundState;
  /** Calls `listener` for every cue until the returned function is called. */
  onCue(listener: CueListener): () => void;
}
