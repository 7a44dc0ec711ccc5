/**
 * (The rules have added `isWary` to what was agreed on first.)
 *
 * Who knows what. The rules keep three things apart: what is true, what the lame man's map says, and what the staff
 * has touched. Screens, sounds and bots get one of these views and never the state, so none can use what its role
 * cannot know (tests change the hidden part of a state and find every view the same).
 */
import type { Direction } from './intents.ts';
import type { Passage } from './places.ts';
import type { RoadParameters } from './parameters.ts';

/** What the body does now. `feel`: the staff goes out; `grope`: a slow step; `stride`: a called one. */
export type Doing = 'stand' | 'feel' | 'grope' | 'stride' | 'stumble' | 'listen' | 'tell';

/** What everybody in the house knows, whichever eyes they have. */
export interface CommonView {
  readonly parameters: RoadParameters;
  /** Ticks since the run began. */
  readonly tick: number;
  readonly passage: Passage;
  /** Ticks at which this passage (or this pause between two) began and at which it ends: the sun's way. */
  readonly partBegan: number;
  readonly partEnds: number;
  /** Between two passages, while the lamp is turned. */
  readonly isBetween: boolean;
  readonly isOver: boolean;
  /** Whose eyes the player has: in the dark, on the map, or (two players) both at once. */
  readonly eyes: 'blind' | 'lame' | 'both';
  /** Columns of the road; the last holds the last market. */
  readonly columns: number;
  /** The cell where the walker stands (in the lame man's passage: the stone where he sits). */
  readonly at: number;
  /** The cell that the staff or the foot is on its way to; `at` when it is not. */
  readonly towards: number;
  readonly facing: Direction;
  readonly doing: Doing;
  /** Ticks at which what the body does began and ends. */
  readonly doingSince: number;
  readonly doingUntil: number;
  /** Whether the words are being walked one after another (`go`). */
  readonly isGoing: boolean;
  /**
   * Whether the staff has met what the voice or the map denied (a stumble; or something closed that the map shows open,
   * at which the lame man cries out) and they have not talked about it: until a report, the blind man trusts no word and
   * feels before every step.
   */
  readonly isWary: boolean;
  /** Words said and not walked yet, first first. */
  readonly words: readonly Direction[];
  /** Breath left in this passage. */
  readonly breath: number;
  /** By cell: 1 where they have stood in this passage. */
  readonly walked: ArrayLike<number>;
  /** Cells of the markets, first first; everybody knows in which columns they lie, the blind man only by hearsay. */
  readonly marketColumns: readonly number[];
  /** Customers won at each market in this passage; −1 where they have not been. */
  readonly won: readonly number[];
  /** Customers by passage so far, in the order of the passages. */
  readonly customers: readonly number[];
}

/** What the staff, the ears and the feet know. */
export interface BlindView extends CommonView {
  /** By cell: what the staff has found there, or UNKNOWN. */
  readonly touched: ArrayLike<number>;
  /** Things touched that have not been told yet. */
  readonly untold: number;
  /** Loudness at the left and the right ear, 0 to 1 each: water, wind over ravines, the next market's voices. */
  readonly waterHeard: ArrayLike<number>;
  readonly windHeard: ArrayLike<number>;
  readonly marketHeard: ArrayLike<number>;
}

/** What the map, and a seat high above the mist, tell. */
export interface LameView extends CommonView {
  /** By cell: what the map says now, with what was put right. */
  readonly map: ArrayLike<number>;
  /** By cell: 1 where a report (or their own feet) has put the map right. */
  readonly mended: ArrayLike<number>;
  /** Cells of the markets. */
  readonly markets: readonly number[];
  /** Where each rival is on the road, in columns with fractions. */
  readonly rivals: ArrayLike<number>;
}

/** What the screen may show: the common things, and each side only while its eyes are open. */
export interface ScreenView extends CommonView {
  readonly blind: BlindView | null;
  readonly lame: LameView | null;
}
