import { ORDERS, type OrderKind } from './intents.ts';
import type { CampaignParameters } from './parameters.ts';
import { makeFirstProvince } from './province/first.ts';
import { generateProvince } from './province/generate.ts';
import type { CampaignState } from './state.ts';

/** Makes the campaign as it is before the first tick. `parameters` must be ones that `parseParameters` gave. */
export function createCampaign(parameters: CampaignParameters, seed: number): CampaignState {
  const survey = parameters.province === 1 ? makeFirstProvince() : generateProvince(parameters, seed);
  const { towns } = survey.province;
  const spent: Partial<Record<OrderKind, number[]>> = {};
  for (const kind of ORDERS) spent[kind] = [];
  return {
    parameters,
    ...survey,
    purse: parameters.purse,
    held: new Uint8Array(towns),
    posters: new Int16Array(towns),
    exhibition: new Int16Array(towns),
    mail: new Int16Array(towns),
    word: new Int16Array(towns),
    website: 0,
    isWebsiteKept: false,
    supplyLeft: 0,
    exhibitionIn: 0,
    tick: 0,
    week: 0,
    isMarching: false,
    isOver: false,
    ticksIn: 0,
    chosen: 0,
    orders: [],
    done: 0,
    ledgers: { worth: [], money: [], ground: [], towns: [], spent: spent as Record<OrderKind, number[]> },
    tally: {
      taken: 0,
      fallen: 0,
      lost: 0,
      scaled: 0,
      blind: 0,
      torn: 0,
      grown: 0,
      heard: 0,
      income: 0,
      saved: 0,
      refused: 0,
    },
    news: [],
  };
}
