import type { RoadHappening } from './happenings.ts';
import type { Direction } from './intents.ts';
import type { RoadParameters } from './parameters.ts';
import type { Passage } from './places.ts';
import type { Road } from './terrain/road.ts';
import type { Doing } from './views.ts';

export const TICKS_PER_SECOND = 20;
/** Rivals on the road, the quickest first. */
export const RIVALS = 3;

/** What the body does as soon as it stands: nothing, a step that way, to report, or to call out and listen. */
export type Wish = Direction | 'report' | 'sound' | null;

/** What the run came to so far: the counts behind the reveal's explanation. Of all passages, unless it says otherwise. */
export interface Tally {
  /** Steps that were felt for, and those that were called. */
  gropes: number;
  strides: number;
  /** Steps that were called and felt for all the same, because they were wary. */
  wary: number;
  /** Closed ways that the staff found in time, and those that it did not. */
  bumps: number;
  stumbles: number;
  /** Words said, said to nobody, and forgotten before they were walked. */
  calls: number;
  unheard: number;
  forgotten: number;
  /** Reports, what they told, the false crossings that they put right, and the cells of those. */
  reports: number;
  facts: number;
  repairs: number;
  repaired: number;
  /** Times that they ran into what the map denied, together. */
  denied: number;
  soundings: number;
  /** Things asked for that breath did not allow. */
  refused: number;
}

/** The road, owned by one run and changed in place by `step`. Only `see.ts` and `listen.ts` tell anybody of it. */
export interface RoadState {
  readonly parameters: RoadParameters;
  /** The road as it was made: what is true, and what the map said at first. */
  readonly road: Road;
  /** Ticks since the run began. */
  tick: number;
  passage: Passage;
  /** Ticks at which this passage (or the pause after it) began and at which it ends. */
  partBegan: number;
  partEnds: number;
  /** Passages begun so far. */
  begun: number;
  isBetween: boolean;
  isOver: boolean;
  eyes: 'blind' | 'lame' | 'both';

  at: number;
  towards: number;
  facing: Direction;
  doing: Doing;
  doingSince: number;
  doingUntil: number;
  /** What the body does next, as soon as it stands. */
  wish: Wish;

  isGoing: boolean;
  /** The staff has met what the voice or the map denied, and they have not talked about it: he feels before every step. */
  isWary: boolean;
  /** `go` was asked for while the voice still spoke. */
  isAboutToGo: boolean;
  /** Words said and not walked yet. */
  readonly words: Direction[];
  /** Words on the lame man's tongue: asked for, not said yet. */
  readonly tongue: Direction[];
  /** Tick from which on the next word can be said. */
  voiceFrom: number;
  /** Whether the rules' own lame man (by ear) has run out of breath and said so. */
  isSilent: boolean;
  breath: number;

  /** By cell: 1 where they have stood in this passage. */
  readonly walked: Uint8Array;
  /** By cell: what the staff has found in this passage, or UNKNOWN. */
  readonly touched: Uint8Array;
  /** Cells touched and not told yet, in the order of touching. */
  readonly untold: number[];
  /** By cell: what the map says now, and 1 where it was put right. */
  readonly map: Uint8Array;
  readonly mended: Uint8Array;

  /** Customers won at each market in this passage; −1 where they have not been. */
  readonly won: number[];
  /** Customers by passage, and by passage those after each tenth of its light; those over or under way. */
  readonly customers: number[];
  readonly tenths: number[][];
  /** By passage: seconds of light left on arrival at the last market; −1 for those that never arrived. */
  readonly lightLeft: number[];
  /** Where each rival is, in columns with fractions. */
  readonly rivals: Float64Array;
  /** The next market that the quickest rival reaches. */
  rivalNext: number;

  /** Loudness at the left and the right ear. */
  readonly waterHeard: Float64Array;
  readonly windHeard: Float64Array;
  readonly marketHeard: Float64Array;

  /** On the first road: one bit for each hint that was given. */
  hinted: number;
  readonly tally: Tally;
  /** What happened in the tick under way; empty between ticks, so it is no part of the fingerprint. */
  news: RoadHappening[];
  /** What happened in the tick before: for those who listen. It decides nothing. */
  latest: readonly RoadHappening[];
}

export function tell(state: RoadState, happening: RoadHappening): void {
  state.news.push(happening);
}

/** Whole ticks of a span in seconds, at least one. */
export function ticksOf(seconds: number): number {
  return Math.max(1, Math.round(seconds * TICKS_PER_SECOND));
}

/** The next market to reach, 0 the first; as many as there are markets when all are reached. */
export function nextMarket(state: Pick<RoadState, 'won'>): number {
  let market = 0;
  while (market < state.won.length && (state.won[market] as number) >= 0) market++;
  return market;
}

/** Seconds of light that a passage has. */
export function lightOf(parameters: RoadParameters, passage: Passage): number {
  if (passage === 'blind') return parameters.blindSeconds;
  return passage === 'lame' ? parameters.lameSeconds : parameters.togetherSeconds;
}
