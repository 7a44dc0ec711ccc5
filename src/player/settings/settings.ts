/** What this device prefers. Nothing earned is in here. */

/** Language codes as in the file names of the texts. */
export type LanguageCode = string;

export interface Volumes {
  /** Each from 0 to 1. */
  readonly master: number;
  readonly music: number;
  readonly effects: number;
  readonly voice: number;
}

export interface Settings {
  /** null: follow the browser. */
  readonly language: LanguageCode | null;
  readonly volumes: Volumes;
  readonly muted: boolean;
  readonly captions: boolean;
  /** Pace of play, 0.1 to 1 of full speed. */
  readonly speed: number;
  /** null: follow the system. */
  readonly reducedMotion: boolean | null;
  /** Factor on the size of text, 1 to 2. */
  readonly textSize: number;
  readonly highContrast: boolean;
  /** Own keys: control or command id → keys, such as `KeyG` or `pad-0`. What is not named keeps its default. */
  readonly bindings: Readonly<Record<string, readonly string[]>>;
  /** Keys without a modifier act (WCAG 2.1.4: can be switched off). */
  readonly singleKeys: boolean;
  /** One switch: the controls light up in turn, each for `periodMs`. */
  readonly scan: { readonly on: boolean; readonly periodMs: number };
  readonly haptics: boolean;
  /** The way in which each act was last begun, by act: an id of its `ways`. */
  readonly ways: Readonly<Record<string, string>>;
  /** The opening poll was answered or waved away. */
  readonly pollAnswered: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  language: null,
  volumes: { master: 0.8, music: 0.7, effects: 0.9, voice: 1 },
  muted: false,
  captions: true,
  speed: 1,
  reducedMotion: null,
  textSize: 1,
  highContrast: false,
  bindings: {},
  singleKeys: true,
  scan: { on: false, periodMs: 1200 },
  haptics: true,
  ways: {},
  pollAnswered: false,
};
