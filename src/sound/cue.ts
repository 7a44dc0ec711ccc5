/** A key of the captions in the house's language files; the words are written there, not here. */
export type CaptionKey = `caption.${string}`;

/** Which of the player's volumes a cue obeys. `voice` is everything that comes out of a throat with words in it. */
export type CueBus = 'effects' | 'voice';

interface Sounding {
  /** Names in the sprite. Several are forms of one sound and take turns. */
  readonly sprites: readonly [string, ...string[]];
  readonly bus: CueBus;
  /** Milliseconds within which a second cue of the same kind is not sounded: twelve birds rising are one rush, not twelve. */
  readonly spacing: number;
  /** Whose throat it comes from: nobody says two things at once, and a new word cuts the last one short. */
  readonly throat?: string;
}

/**
 * A cue of the house either says something, and then has a caption, or it only accompanies what is already said. What an
 * act's cues say depends on what happened, so the act's own voice captions it.
 */
export type Cue = Sounding &
  (
    | { readonly caption: CaptionKey; readonly decorative?: never }
    | { readonly decorative: true; readonly caption?: never }
    | { readonly caption?: never; readonly decorative?: never }
  );

/** Cues by their names. */
export type CueTable = Readonly<Record<string, Cue>>;

/** A cue that says something, from the sprite of its name. */
export const tells = (sprite: string, spacing = 60): Cue & { readonly caption: CaptionKey } => ({
  sprites: [sprite],
  bus: 'effects',
  spacing,
  caption: `caption.${sprite}`,
});

/** A cue that only accompanies. */
export const adorns = (sprite: string, spacing = 40): Cue => ({
  sprites: [sprite],
  bus: 'effects',
  spacing,
  decorative: true,
});
