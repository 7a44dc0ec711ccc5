/** Campaigns for tests: the act's own parameters with some changed, weeks planned and marched through. */
import * as fc from 'fast-check';
import actFile from '../../../levels/air-before-infantry/act.json';
import type { CampaignHappening } from '../../../src/acts/air-before-infantry/rules/happenings.ts';
import { act } from '../../../src/acts/air-before-infantry/rules/index.ts';
import {
  PROVINCE_ORDERS,
  TOWN_ORDERS,
  type CampaignIntent,
  type Order,
} from '../../../src/acts/air-before-infantry/rules/intents.ts';
import type { CampaignParameters } from '../../../src/acts/air-before-infantry/rules/parameters.ts';
import type { CampaignState } from '../../../src/acts/air-before-infantry/rules/state.ts';
import { parametersOf } from '../../../src/kernel/content/act-file.ts';

export { act };

export function parameters(changes: Readonly<Record<string, number>> = {}): CampaignParameters {
  return parametersOf(act, actFile, changes);
}

/** A campaign in its first week's planning. */
export function campaign(changes: Readonly<Record<string, number>> = {}, seed = 1): CampaignState {
  const state = act.create(parameters(changes), seed);
  act.step(state, []);
  return state;
}

/** Gives orders in one tick and says what came of them. */
export function give(state: CampaignState, ...orders: readonly Order[]): readonly CampaignHappening[] {
  return act.step(
    state,
    orders.map((order): CampaignIntent => ({ do: 'order', order })),
  );
}

/** Lets the week play out to its end, and one tick into the next; says all that happened. */
export function march(state: CampaignState): readonly CampaignHappening[] {
  const all = [...act.step(state, [{ do: 'march' }])];
  while (state.isMarching && !state.isOver) all.push(...act.step(state, []));
  return all;
}

/** Marches through a week with these orders. */
export function week(state: CampaignState, ...orders: readonly Order[]): readonly CampaignHappening[] {
  return [...give(state, ...orders), ...march(state)];
}

/** Makes a town's walls known and what they are. */
export function know(state: CampaignState, town: number, walls: number): void {
  state.full[town] = walls;
  state.low[town] = walls;
  state.high[town] = walls;
}

export type Of<What extends CampaignHappening['what']> = Extract<CampaignHappening, { what: What }>;

export function all<What extends CampaignHappening['what']>(
  happened: readonly CampaignHappening[],
  what: What,
): readonly Of<What>[] {
  return happened.filter((each): each is Of<What> => each.what === what);
}

/** Any order, about any town up to a number (which may be more than the province has). */
export function anyOrder(towns: number): fc.Arbitrary<Order> {
  const town = fc.integer({ min: 0, max: towns - 1 });
  return fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom(...TOWN_ORDERS), town }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom(...PROVINCE_ORDERS) }) },
  );
}

/** Any province: small to large, rich to poor, foggy or clear. */
export const anyProvince = fc.record({
  towns: fc.integer({ min: 2, max: 20 }),
  weeks: fc.integer({ min: 1, max: 6 }),
  purse: fc.integer({ min: 0, max: 600 }),
  fog: fc.integer({ min: 0, max: 40 }),
  caution: fc.double({ min: 0, max: 1, noNaN: true }),
  leastWalls: fc.integer({ min: 0, max: 50 }),
  mostWalls: fc.integer({ min: 50, max: 100 }),
  steepness: fc.double({ min: 0, max: 20, noNaN: true }),
  growBack: fc.double({ min: 0, max: 4, noNaN: true }),
  word: fc.integer({ min: 0, max: 20 }),
  supplyCut: fc.double({ min: 0, max: 0.9, noNaN: true }),
  exhibitionEvery: fc.integer({ min: 1, max: 4 }),
  websiteMost: fc.integer({ min: 0, max: 100 }),
  mailFade: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Orders of some weeks: given week by week, whatever can be given. */
export const anyWeeks = fc.array(fc.array(anyOrder(20), { maxLength: 8 }), { maxLength: 5 });

/** A campaign that has come some weeks, with orders that were given as far as they could be. */
export function played(
  changes: Readonly<Record<string, number>>,
  seed: number,
  weeks: readonly (readonly Order[])[],
): CampaignState {
  const state = campaign(changes, seed);
  for (const orders of weeks) if (!state.isOver) week(state, ...orders);
  return state;
}

/** What `act.json` changes for someone's first play: the hand-made province. */
export const first: Readonly<Record<string, number>> = actFile.first;

/** What it changes for the large province. */
export const large: Readonly<Record<string, number>> =
  actFile.ways.find(({ id }) => id === 'country')?.parameters ?? {};
