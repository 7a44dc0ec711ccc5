import type { CampaignHappening } from './happenings.ts';
import type { Order, OrderKind } from './intents.ts';
import type { CampaignParameters } from './parameters.ts';
import type { Province } from './province/province.ts';

export const TICKS_PER_SECOND = 20;

/** How things stand between two weeks, as everyone may see them. Everything is in whole coins and whole points. */
export interface KnownGround {
  readonly parameters: CampaignParameters;
  readonly province: Province;
  /** Coins in the purse. During planning, what is planned has not been paid yet. */
  readonly purse: number;
  /** By town: 1 if it is held. */
  readonly held: ArrayLike<number>;
  /** By town: lowest and highest that its walls can be before any air; equal once recon (or a lost assault) has seen them. */
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  /** By town: points by which each arm, and word of mouth, lowers its walls now. Together they may exceed the walls. */
  readonly posters: ArrayLike<number>;
  readonly exhibition: ArrayLike<number>;
  readonly mail: ArrayLike<number>;
  readonly word: ArrayLike<number>;
  /** Points by which the website lowers the walls of every town. */
  readonly website: number;
  /** Whether the website has been paid this week. */
  readonly isWebsiteKept: boolean;
  /** Weeks for which sales tools still make infantry cheaper, this one among them; 0 if they don't. */
  readonly supplyLeft: number;
  /** Weeks until the next exhibition may be held; 0: now. */
  readonly exhibitionIn: number;
}

/** The ground as it really is: owned by one run (or one look ahead) and changed in place as a week plays out. */
export interface Ground extends KnownGround {
  purse: number;
  readonly held: Uint8Array;
  readonly low: Int16Array;
  readonly high: Int16Array;
  /** By town: its true walls before any air. Hidden from players and bots. */
  readonly full: Int16Array;
  readonly posters: Int16Array;
  readonly exhibition: Int16Array;
  readonly mail: Int16Array;
  readonly word: Int16Array;
  website: number;
  isWebsiteKept: boolean;
  supplyLeft: number;
  exhibitionIn: number;
}

/** What everyone may see of a campaign: the stage, the player, the bots. `viewOf` makes it; nothing hidden is in it. */
export interface CampaignView extends KnownGround {
  /** Ticks since the run began. */
  readonly tick: number;
  /** The week that is planned or plays out, from 1; 0 before the first tick. */
  readonly week: number;
  readonly isMarching: boolean;
  readonly isOver: boolean;
  /** Ticks since this week's planning, or its march, began. */
  readonly ticksIn: number;
  /** The town whose menu is shown. */
  readonly chosen: number;
  /** Orders of this week: during planning as they were given, on the march in the order in which they are carried out. */
  readonly orders: readonly Order[];
  /** How many of them have been carried out; 0 during planning. */
  readonly done: number;
  readonly ledgers: Ledgers;
  readonly tally: Readonly<Tally>;
}

/** What the books say, week by week; a week is added when it ends. */
export interface Ledgers {
  /** Purse, and what the towns held will pay in the weeks after that count (`lookahead`): the act's main figure. */
  readonly worth: readonly number[];
  /** Coins in the purse. */
  readonly money: readonly number[];
  /** Weekly worth of the towns held, and their number. */
  readonly ground: readonly number[];
  readonly towns: readonly number[];
  /** By kind of order: coins spent on it in each week begun so far. */
  readonly spent: Readonly<Record<OrderKind, readonly number[]>>;
}

/** The counts behind the reveal's explanation. */
export interface Tally {
  /** Assaults that took a town, and that fell. */
  taken: number;
  fallen: number;
  /** Coins lost in assaults that fell. */
  lost: number;
  /** Coins paid for walls: what the infantry that took towns cost above what the same garrisons cost without walls. */
  scaled: number;
  /** Assaults on walls of which nothing was known but the estimate. */
  blind: number;
  /** Points that air tore off walls (paid ones, not word of mouth), and points that grew back where nobody had followed. */
  torn: number;
  grown: number;
  /** Points that word of mouth tore off. */
  heard: number;
  /** Coins that towns have paid. */
  income: number;
  /** Coins that supply saved on infantry. */
  saved: number;
  /** Orders refused. */
  refused: number;
}

/** A campaign, owned by one run and changed in place by `step`. Nothing is drawn by chance after its province was made. */
export interface CampaignState extends Ground {
  tick: number;
  week: number;
  isMarching: boolean;
  isOver: boolean;
  ticksIn: number;
  chosen: number;
  orders: Order[];
  done: number;
  readonly ledgers: {
    readonly worth: number[];
    readonly money: number[];
    readonly ground: number[];
    readonly towns: number[];
    readonly spent: Readonly<Record<OrderKind, number[]>>;
  };
  readonly tally: Tally;
  /** What happened in the tick under way; empty between ticks, so it is no part of the fingerprint. */
  news: CampaignHappening[];
}
