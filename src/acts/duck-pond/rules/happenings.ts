import type { Tool } from './intents.ts';

/** Why something that was asked for did not happen. */
export type Refusal =
  /** Not enough effort is left this evening. */
  | 'effort'
  /** Nothing is there: no bird to shoot at, none to gather. */
  | 'empty'
  /** The spot has all the grain or glue that it can take. */
  | 'full'
  /** It is night: tools rest. */
  | 'night';

/** Why a bird left. */
export type Leaving =
  /** It has eaten its fill. */
  | 'fed'
  /** It rested a while and found nothing to stay for. */
  | 'idle'
  /** Evening is over and nothing held it. */
  | 'night'
  /** It was held, and the glue gave way in the night. */
  | 'torn';

/** Everything that the pond tells the stage, the captions and the live region. Ducks are given by index, spots 0 to 6. */
export type PondHappening =
  /** An evening begins; `evening` counts from 1. */
  | { readonly what: 'evening'; readonly evening: number }
  /** The evening is over; `yours` is the count of the ducks taken and held. */
  | { readonly what: 'night'; readonly evening: number; readonly yours: number }
  /** A flock enters the sky. `keen` is set when it comes back to a pond that fed it. */
  | {
      readonly what: 'pass';
      readonly flock: number;
      readonly count: number;
      readonly from: 'left' | 'right';
      readonly keen: boolean;
    }
  /** A flock that remembers shots keeps away from the pond. */
  | { readonly what: 'shun'; readonly flock: number; readonly count: number }
  /** A duck comes down at a spot: called by grain, by birds that feed there, or merely tired. */
  | { readonly what: 'land'; readonly duck: number; readonly at: number; readonly why: 'grain' | 'call' | 'rest' }
  | { readonly what: 'feed'; readonly duck: number; readonly at: number }
  | { readonly what: 'held'; readonly duck: number; readonly at: number }
  | { readonly what: 'leave'; readonly duck: number; readonly at: number; readonly why: Leaving }
  /** A handful of grain falls on a spot. */
  | { readonly what: 'scatter'; readonly at: number }
  /** A strip of shore is painted. */
  | { readonly what: 'glue'; readonly at: number }
  | { readonly what: 'aim'; readonly at: number }
  /** A bolt flies; `hit` or `miss` follows in the same tick. */
  | { readonly what: 'loose'; readonly at: number }
  | { readonly what: 'hit'; readonly duck: number; readonly at: number }
  | { readonly what: 'miss'; readonly at: number }
  /** Birds of a spot rise in fear of a shot. */
  | { readonly what: 'startle'; readonly at: number; readonly count: number }
  /** Held birds of a spot tear loose in fear of a shot (they are among the `startle` count). */
  | { readonly what: 'tear'; readonly at: number; readonly count: number }
  | { readonly what: 'walk'; readonly to: number }
  /** A duck is gathered by hand. */
  | { readonly what: 'gather'; readonly duck: number; readonly at: number }
  | { readonly what: 'take'; readonly tool: Tool }
  | { readonly what: 'refused'; readonly why: Refusal; readonly at?: number }
  /** Overnight: `count` birds left, `torn` of them out of the glue; `stayed` birds will be there in the morning. */
  | { readonly what: 'lost'; readonly count: number; readonly torn: number; readonly stayed: number }
  | { readonly what: 'over'; readonly yours: number };
