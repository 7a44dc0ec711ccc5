import type { RandomState } from '../../../kernel/random.ts';
import type { PondHappening } from './happenings.ts';
import type { Tool } from './intents.ts';
import type { PondParameters } from './parameters.ts';

export const TICKS_PER_SECOND = 20;

/** What a duck is doing. The order is part of the fingerprint: add at the end. */
export const PHASE = {
  /** Out of sight, behind the hills. */
  away: 0,
  /** In the sky, flying towards the air above `spot` (which may be off the shore: −1 or 7), there at `until`. */
  passing: 1,
  /** Coming down to `spot`, there at `until`. */
  landing: 2,
  /** On the water before `spot`. */
  resting: 3,
  /** On the shore at `spot`, pecking; the next peck is at `until`. */
  feeding: 4,
  /** In the glue of `spot`. */
  held: 5,
  /** Rising in fear from `spot`, gone at `until`. */
  startled: 6,
  /** Rising calmly from `spot` and flying off, gone at `until`. */
  leaving: 7,
  /** In the basket. */
  taken: 8,
} as const;
export type Phase = (typeof PHASE)[keyof typeof PHASE];

/** The `until` of a bird that waits for nothing. */
export const NEVER = 0x7fff_ffff;

/** What everyone may see of the pond: the stage, the player, the bots. */
export interface PondView {
  readonly parameters: PondParameters;
  /** Ticks since the run began. */
  readonly tick: number;
  /** The evening under way or just over, from 1. */
  readonly evening: number;
  /** Tick at which this evening (or, at night, this night) began and at which it ends. */
  readonly partBegan: number;
  readonly partEnds: number;
  readonly isNight: boolean;
  readonly isOver: boolean;

  readonly tool: Tool;
  /** Effort left this evening. */
  readonly effort: number;
  /** Bolts loosed this evening: over a quiet evening dread fades. */
  readonly shotsTonight: number;
  /** Where the host stands, in spots from the left (0 to 6, fractions on the way). */
  readonly hostAt: number;
  /** The spot the host gathers at or walks to; −1 if he does neither. */
  readonly gatherAt: number;
  /** Whether he came for loose, feeding birds, because none was held there: he creeps, and it takes longer. */
  readonly isStalking: boolean;
  /** Ticks until the bird in his hands is in the basket; 0 while he walks or stands. */
  readonly gatherIn: number;
  /** The duck that he is gathering; −1 if none. */
  readonly gatherDuck: number;
  /** The spot that the crossbow points at; −1 if it rests. */
  readonly aimAt: number;
  /** Tick at which aiming at that spot began. */
  readonly aimSince: number;

  /** By spot: fear, 0 (calm) to 1 (panic). */
  readonly fear: ArrayLike<number>;
  /** By spot: kernels of grain on the shore. */
  readonly grain: ArrayLike<number>;
  /** By spot: strength of the glue, 0 (bare or used up) to 1 (fresh). */
  readonly glue: ArrayLike<number>;
  /** By spot: birds resting, feeding and held. */
  readonly resting: ArrayLike<number>;
  readonly feeding: ArrayLike<number>;
  readonly held: ArrayLike<number>;

  /** By duck: one of `PHASE`. */
  readonly phase: ArrayLike<number>;
  /** By duck: the spot that its phase speaks of. */
  readonly spot: ArrayLike<number>;
  /** By duck: 1 flies to the right, −1 to the left. */
  readonly heading: ArrayLike<number>;
  /** By duck: the tick at which its phase (or the present stretch of it) began. */
  readonly since: ArrayLike<number>;
  /** By duck: the tick at which the present stretch ends; `NEVER` if nothing ends it. */
  readonly until: ArrayLike<number>;
  /** By duck: 0 drake, 1 hen, 2 teal. */
  readonly dye: ArrayLike<number>;
  /** By duck: its flock. */
  readonly flock: ArrayLike<number>;

  readonly tally: Readonly<Tally>;
  /** Ducks yours, taken and held, at the end of each evening so far. */
  readonly series: readonly number[];
}

/** What the run came to so far: the counts behind the reveal's explanation. */
export interface Tally {
  /** Ducks in the basket, shot or gathered. */
  taken: number;
  /** Ducks in the glue now. */
  held: number;
  shots: number;
  hits: number;
  /** Birds that rose in fear, and held birds among them that tore loose. */
  frightened: number;
  torn: number;
  gathered: number;
  handfuls: number;
  coats: number;
  /** Times that a flock kept away because it remembered shots. */
  shunned: number;
  /** Birds at the shore when the evenings before a night ended, how many of them left, and how many of those out of the glue. */
  atDusk: number;
  lost: number;
  slipped: number;
  /** Birds that had fed here that evening, and left in the night because nothing held them. */
  unheld: number;
  /** Things asked for that effort did not allow. */
  refused: number;
}

/** The pond, owned by one run and changed in place by `step`. */
export interface PondState extends PondView {
  readonly random: RandomState;
  tick: number;
  evening: number;
  partBegan: number;
  partEnds: number;
  isNight: boolean;
  isOver: boolean;
  tool: Tool;
  effort: number;
  shotsTonight: number;
  hostAt: number;
  gatherAt: number;
  isStalking: boolean;
  gatherIn: number;
  gatherDuck: number;
  aimAt: number;
  aimSince: number;
  readonly fear: Float64Array;
  readonly grain: Int32Array;
  readonly glue: Float64Array;
  readonly resting: Int32Array;
  readonly feeding: Int32Array;
  readonly held: Int32Array;
  readonly phase: Uint8Array;
  readonly spot: Int8Array;
  readonly heading: Int8Array;
  readonly since: Int32Array;
  readonly until: Int32Array;
  readonly dye: Uint8Array;
  readonly flock: Uint16Array;
  /** By duck: pecks eaten this evening. */
  readonly eaten: Uint8Array;
  /** By duck: looks left before a resting bird gives up. */
  readonly patience: Uint8Array;
  /** By flock: its first duck; one more entry holds the end of the last flock. */
  readonly flockFrom: Uint16Array;
  /** By flock: frights of this evening, 0 to 1; in the night they turn into dread. */
  readonly fright: Float64Array;
  /** By flock: what it remembers of the shots of past evenings, 0 to 1. */
  readonly dread: Float64Array;
  /** By flock: how well it knows that this pond feeds, 0 to 1, kept over the nights. */
  readonly fondness: Float64Array;
  /** By flock: tick of its next pass. */
  readonly nextPass: Int32Array;
  readonly tally: Tally;
  /** Ducks yours, taken and held, at the end of each evening so far. */
  readonly series: number[];
  /** Birds that came down, by evening. */
  readonly landed: number[];
  /** What happened in the tick under way; empty between ticks, so it is no part of the fingerprint. */
  news: PondHappening[];
}
