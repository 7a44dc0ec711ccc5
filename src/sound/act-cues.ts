import type { Cue, CueBus, CueTable } from './cue.ts';

/** How an act has one of its own cues played: an entry of `sounds` in `levels/<act>/sounds.json`. */
export interface OwnCue {
  /** Forms of one sound that take turns: the sprites are then `<name>-1`, `<name>-2` and so on. 1 unless told. */
  readonly forms?: number;
  /** Milliseconds within which a second one is not sounded; 60 unless told. */
  readonly spacing?: number;
  /** `voice` for what comes out of a throat with words in it; `effects` unless told. */
  readonly bus?: CueBus;
  /** Whose throat it comes from: a new word cuts the last one short. */
  readonly throat?: string;
}

/** Milliseconds that keep two cues of one tick from being one louder cue. */
const SPACING_MS = 60;

const readCue = (name: string, { forms = 1, spacing = SPACING_MS, bus = 'effects', throat }: OwnCue): Cue => ({
  sprites: forms === 1 ? [name] : [`${name}-1`, ...Array.from({ length: forms - 1 }, (_, i) => `${name}-${i + 2}`)],
  bus,
  spacing,
  ...(throat !== undefined && { throat }),
});

/** The cues of an act, as the port wants them. */
export const readCues = (own: Readonly<Record<string, OwnCue>>): CueTable =>
  Object.fromEntries(Object.entries(own).map(([name, cue]) => [name, readCue(name, cue)]));
