/**
 * When things happen while a week plays out. Each part of the week has its stretch of time, in which its orders follow one
 * another evenly; then walls grow back, towns pay, word goes round. What happens does not depend on when.
 */
import type { Order } from './intents.ts';
import { STAGE_OF } from './orders.ts';
import type { CampaignParameters } from './parameters.ts';
import { TICKS_PER_SECOND } from './state.ts';

/** By part of the week (air, recon, infantry): the shares of the march at which it begins and ends. */
const STRETCHES = [
  [0.04, 0.32],
  [0.34, 0.44],
  [0.46, 0.7],
] as const;
/** Shares of the march at which walls grow back, towns pay, word goes round, and the week turns. */
const CLOSING_AT = [0.74, 0.84, 0.92, 0.97] as const;

/** Ticks that a week takes to play out. */
export function marchTicks(parameters: CampaignParameters): number {
  return Math.round(parameters.marchSeconds * TICKS_PER_SECOND);
}

/** Ticks after which planning ends by itself. */
export function planTicks(parameters: CampaignParameters): number {
  return Math.round(parameters.planSeconds * TICKS_PER_SECOND);
}

/** Tick of the march, from 0, at which order `index` of a plan (in the order in which it is carried out) happens. */
export function momentOf(parameters: CampaignParameters, orders: readonly Order[], index: number): number {
  const part = STAGE_OF[(orders[index] as Order).kind];
  let first = index;
  while (first > 0 && STAGE_OF[(orders[first - 1] as Order).kind] === part) first--;
  let end = index + 1;
  while (end < orders.length && STAGE_OF[(orders[end] as Order).kind] === part) end++;
  const [from, to] = STRETCHES[part];
  return Math.floor(marchTicks(parameters) * (from + ((to - from) * (index - first)) / (end - first)));
}

/** Tick of the march at which closing `index` (see `CLOSINGS`) happens. */
export function closingAt(parameters: CampaignParameters, index: number): number {
  return Math.floor(marchTicks(parameters) * (CLOSING_AT[index] as number));
}
