import type { CampaignState, CampaignView } from './state.ts';

/**
 * What everyone may see of a campaign. Field by field on purpose: what is not named here cannot leak to a screen or a bot.
 * Lists are the state's own, so a view is as good as the tick in which it was taken.
 */
export function viewOf(state: CampaignState): CampaignView {
  return {
    parameters: state.parameters,
    province: state.province,
    purse: state.purse,
    held: state.held,
    low: state.low,
    high: state.high,
    posters: state.posters,
    exhibition: state.exhibition,
    mail: state.mail,
    word: state.word,
    website: state.website,
    isWebsiteKept: state.isWebsiteKept,
    supplyLeft: state.supplyLeft,
    exhibitionIn: state.exhibitionIn,
    tick: state.tick,
    week: state.week,
    isMarching: state.isMarching,
    isOver: state.isOver,
    ticksIn: state.ticksIn,
    chosen: state.chosen,
    orders: state.orders,
    done: state.done,
    ledgers: state.ledgers,
    tally: state.tally,
  };
}
