/**
 * The theatre's door. The app imports this module lazily (it brings Phaser with it) and gives it a running session;
 * the theatre draws it, turns input into intents and says what happened.
 */
import type { Happening, TextRef } from '../kernel/act.ts';
import type { Session } from '../kernel/session.ts';
import type { ActStageModule } from './act-stage.ts';
import type { InputBindings } from './input/bindings.ts';

export type { ActStageModule } from './act-stage.ts';
export type { InputBindings } from './input/bindings.ts';
export { openTheatre, prepareTheatre } from './theatre.ts';

export interface ScanChoice {
  readonly on: boolean;
  /** Milliseconds on each choice, from 800 to 4000. */
  readonly periodMs: number;
}

export interface TheatreOptions {
  /** An empty element that fills the place where the theatre stands; it must have a size. */
  readonly host: HTMLElement;
  // The session's own types are the act's business; the theatre only passes them through.
  readonly session: Session;
  readonly act: ActStageModule;
  /** Looks a text of the act up (namespace = act id); keys that begin with `shell:` belong to the shell. */
  text(ref: TextRef): string;
  /** BCP 47 tag, set as `lang` on everything the theatre writes. */
  readonly lang: string;
  readonly reducedMotion: boolean;
  readonly captions: boolean;
  readonly input: InputBindings;
  readonly scan: ScanChoice;
  /** False when a bot's run is shown: no tools, no spots, only the play. */
  readonly interactive: boolean;
  /** True for a stage inside a page: no dialog opens at a pause, so its pause button and key let the play go on, too. */
  readonly ownPause?: boolean;
  /** The run is over and the last salute has been given. */
  onOver(): void;
  /** The player asked for a pause (key, button, gamepad) or the page was hidden. The theatre has paused already. */
  onPauseAsked(): void;
  /** Everything that happens, tick by tick: for the sound, and for saving. */
  onHappened?(happened: readonly Happening[]): void;
  /** Called once a frame, for sound that follows the state (flock, fear). Keep it cheap. */
  onFrame?(): void;
}

export interface Theatre {
  pause(): void;
  resume(): void;
  /** 0.5 to 1 (workshop and bots' runs: up to 8). */
  setSpeed(speed: number): void;
  setReducedMotion(on: boolean): void;
  setCaptions(on: boolean): void;
  /** Changes the language in mid-act: every word on the stage is written anew, nothing else changes. */
  setText(text: (ref: TextRef) => string, lang: string): void;
  setBindings(bindings: InputBindings): void;
  setScan(scan: ScanChoice): void;
  /** Resolves when the first frame has been drawn in which the play goes on and controls are obeyed. */
  readonly firstFrame: Promise<void>;
  /** Ends the showing; the game behind it is kept for the next one. */
  close(): void;
}
