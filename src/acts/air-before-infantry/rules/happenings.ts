import type { AirArm } from './air.ts';
import type { Order } from './intents.ts';

/** Why an order cannot be given. */
export type Refusal =
  /** The week plays out, or the campaign is over. */
  | 'week'
  /** There is no such town in this province. */
  | 'nowhere'
  /** The town is yours already (for an exhibition: so is everything around it). */
  | 'held'
  /** Its walls are known already. */
  | 'known'
  /** It has been ordered this week already. */
  | 'twice'
  /** The exhibition is on the road; it cannot be held again yet. */
  | 'resting'
  /** The purse cannot pay for it, at worst, after everything else that is planned. */
  | 'purse';

/** How an assault went; walls are those at the moment of it. */
interface Assault {
  readonly town: number;
  /** Coins paid. */
  readonly cost: number;
  /** What the walls were, and what the force was sized for. */
  readonly walls: number;
  readonly expected: number;
  /** Whether nobody had seen the walls before. */
  readonly blind: boolean;
  /** Coins that supply saved. */
  readonly saved: number;
}

/** Everything that a campaign tells the stage, the captions and the live region. Lists `towns` and `by` go together. */
export type CampaignHappening =
  /** A week's planning begins. */
  | { readonly what: 'week'; readonly week: number; readonly purse: number }
  | { readonly what: 'choose'; readonly town: number }
  | { readonly what: 'ordered'; readonly order: Order }
  /** An order is taken back. */
  | { readonly what: 'undone'; readonly order: Order }
  | { readonly what: 'refused'; readonly order: Order; readonly why: Refusal }
  /** Planning ends; `orders` will be carried out in this order. */
  | { readonly what: 'march'; readonly week: number; readonly orders: readonly Order[] }
  /** Sales tools are handed out; they last `weeks`. */
  | { readonly what: 'supply'; readonly weeks: number; readonly cost: number }
  /** The website is kept: every wall falls by `by`, to `points` in all. */
  | { readonly what: 'website'; readonly by: number; readonly points: number; readonly cost: number }
  /** An arm is flown at a town: the walls of `towns` fall by `by`. */
  | {
      readonly what: 'air';
      readonly arm: AirArm;
      readonly town: number;
      readonly towns: readonly number[];
      readonly by: readonly number[];
      readonly cost: number;
    }
  /** A scout has seen a town's walls: `walls` now, `full` before any air. */
  | {
      readonly what: 'recon';
      readonly town: number;
      readonly walls: number;
      readonly full: number;
      readonly cost: number;
    }
  /** Infantry takes a town; `scaled` coins of the cost were for its walls. */
  | ({ readonly what: 'taken'; readonly scaled: number } & Assault)
  /** Infantry falls before walls that are higher than what it was sent for. */
  | ({ readonly what: 'fell' } & Assault)
  /** Walls grow back by `by`. */
  | { readonly what: 'grow'; readonly towns: readonly number[]; readonly by: readonly number[] }
  /** Held towns pay `coins` in all, and headquarters send `stipend`. */
  | { readonly what: 'income'; readonly coins: number; readonly stipend: number; readonly towns: readonly number[] }
  /** Word of mouth lowers the walls of `towns` by `by`. */
  | { readonly what: 'word'; readonly towns: readonly number[]; readonly by: readonly number[] }
  /** The week is over. */
  | {
      readonly what: 'weekOver';
      readonly week: number;
      readonly purse: number;
      readonly held: number;
      readonly worth: number;
    }
  | { readonly what: 'over'; readonly worth: number; readonly purse: number; readonly held: number };
