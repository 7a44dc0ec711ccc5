import type { Direction } from './intents.ts';
import type { Passage, Place } from './places.ts';

/** Why something that was asked for did not happen. */
export type Refusal =
  /** No breath is left for a word. */
  | 'breath'
  /** Nothing to tell, to take back or to walk. */
  | 'nothing'
  /** The blind man's memory holds no more words. */
  | 'full'
  /** The lame man calls, and there are no legs to hear it. */
  | 'nobody'
  /** Between two passages. */
  | 'between';

/** What had made the map false. */
export type Cause =
  /** The river has risen over its stones. */
  | 'flood'
  /** A bridge has fallen. */
  | 'fallen'
  /** A slope has come down on the road. */
  | 'slide'
  /** A way has been made that the map does not know. */
  | 'new';

/** What the storyteller says on the first road, each once. */
export type Hint = 'feel' | 'closed' | 'sound' | 'seated' | 'together' | 'call' | 'go' | 'false' | 'report' | 'again';

/** Where a sound comes from, for one who faces the market: −1 left to 1 right, and 0 far to 1 at hand. */
export interface Heard {
  readonly pan: number;
  readonly near: number;
}

/** Everything that the road tells the stage, the captions and the live region. Cells are column × LANES + lane. */
export type RoadHappening =
  /** A passage begins. */
  | { readonly what: 'passage'; readonly passage: Passage }
  /** A passage is over: by sunset, at the last market, or because they sat down. */
  | {
      readonly what: 'sunset';
      readonly passage: Passage;
      readonly customers: number;
      readonly arrived: boolean;
      readonly rested: boolean;
    }
  /** The staff finds a way that is open; `step` follows when the foot has come down. */
  | ({ readonly what: 'touch'; readonly to: Direction; readonly at: number; readonly place: Place } & Heard)
  /** The staff finds a way that is closed, and the foot stays where it is. */
  | ({ readonly what: 'bump'; readonly to: Direction; readonly at: number; readonly place: Place } & Heard)
  /** A stride met what the voice had denied: they nearly fall, and the words are forgotten. */
  | ({ readonly what: 'stumble'; readonly to: Direction; readonly at: number; readonly place: Place } & Heard)
  /** They stand on a cell. */
  | ({
      readonly what: 'step';
      readonly to: Direction;
      readonly at: number;
      readonly place: Place;
      readonly stride: boolean;
    } & Heard)
  /** The lame man has said a word; `words` are now waiting. */
  | ({ readonly what: 'call'; readonly to: Direction; readonly words: number } & Heard)
  | { readonly what: 'unsay'; readonly words: number }
  /** The map is unrolled; the map is rolled up. */
  | { readonly what: 'look' }
  | { readonly what: 'go'; readonly words: number }
  /** The blind man has told `facts` things, `repaired` cells of the map were wrong and are right now. */
  | { readonly what: 'report'; readonly facts: number; readonly repaired: number }
  /** One false crossing of the map is put right, all of it. */
  | { readonly what: 'repair'; readonly cause: Cause; readonly cells: readonly number[] }
  /** He calls out; `echo` and `bell` answer in the same tick. */
  | { readonly what: 'sound' }
  /** `open`: cells that are open that way before something closed, as far as an echo carries. */
  | ({ readonly what: 'echo'; readonly to: Direction; readonly open: number } & Heard)
  /** The bell of the next market (0 the first), `columns` along the road and `lanes` to the right (negative: to the left). */
  | ({ readonly what: 'bell'; readonly market: number; readonly columns: number; readonly lanes: number } & Heard)
  /** They are at a market, 0 the first; `first` if no rival was there before. */
  | {
      readonly what: 'market';
      readonly market: number;
      readonly customers: number;
      readonly first: boolean;
      readonly last: boolean;
    }
  /** Another quarter of the passage's light has gone; so many are left, 3 to 1. */
  | { readonly what: 'light'; readonly quarters: number }
  /** A rival is at a market before them. */
  | ({ readonly what: 'rival'; readonly market: number } & Heard)
  | { readonly what: 'refused'; readonly why: Refusal }
  | { readonly what: 'hint'; readonly hint: Hint }
  /** The last passage is over; `customers` by passage, in their order. */
  | { readonly what: 'over'; readonly customers: readonly number[] };
