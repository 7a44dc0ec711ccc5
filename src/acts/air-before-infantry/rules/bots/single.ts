/** Strategies that trust one arm alone, and doing nothing. */
import { reachOf } from '../air.ts';
import { priceInfantry } from '../infantry.ts';
import type { CampaignView } from '../state.ts';
import { add, beginDraft, rankTowns, type Draft } from './draft.ts';
import { paced, type CampaignBot } from './pace.ts';

/** Worth of a town for each coin that taking it now would cost. */
function yieldOf(view: CampaignView, town: number): number {
  return (view.province.worth[town] as number) / priceInfantry(view, town);
}

/** Marches wherever a coin buys most, as long as there is one. */
export function sendInfantry(draft: Draft): void {
  for (const town of rankTowns(draft.view, (each) => yieldOf(draft.view, each))) add(draft, { kind: 'infantry', town });
}

export function makeInfantryOnly(): CampaignBot {
  return paced((view) => {
    const draft = beginDraft(view);
    sendInfantry(draft);
    return draft.orders;
  });
}

/** A way to cheat: sales tools whenever they have run out, and infantry with the rest. */
export function makeSupplyRush(): CampaignBot {
  return paced((view) => {
    const draft = beginDraft(view);
    if (view.supplyLeft === 0) add(draft, { kind: 'supply' });
    sendInfantry(draft);
    return draft.orders;
  });
}

/** Coins that an even spending over the weeks left allows this week. */
function ration(view: CampaignView): number {
  return view.purse / (view.parameters.weeks - view.week + 1);
}

/** Flies posters and mail over the richest towns as long as this week's ration lasts. */
function flySingles(draft: Draft, kinds: readonly ('posters' | 'mail')[], reserve: number): void {
  for (const town of rankTowns(draft.view, (each) => draft.view.province.worth[each] as number))
    for (const kind of kinds) add(draft, { kind, town }, reserve);
}

/** Holds the exhibition where it reaches most worth. */
export function exhibit(draft: Draft, reserve: number): boolean {
  const { view } = draft;
  const reached = (centre: number): number =>
    reachOf(view, 'exhibition', centre).reduce((sum, town) => sum + (view.province.worth[town] as number), 0);
  const [town] = rankTowns(view, reached);
  return town !== undefined && add(draft, { kind: 'exhibition', town }, reserve);
}

/** Spends its purse evenly on all four arms of the air; no infantry ever follows. */
export function makeAirOnly(): CampaignBot {
  return paced((view) => {
    const draft = beginDraft(view);
    const reserve = view.purse - 2 * ration(view);
    exhibit(draft, reserve);
    add(draft, { kind: 'website' }, reserve);
    flySingles(draft, ['mail', 'posters'], view.purse - ration(view));
    return draft.orders;
  });
}

/** A single arm of the air, all the purse for it. */
export function makeSingleArm(arm: 'posters' | 'exhibition' | 'mail' | 'website'): CampaignBot {
  return paced((view) => {
    const draft = beginDraft(view);
    if (arm === 'website') add(draft, { kind: 'website' });
    else if (arm === 'exhibition') exhibit(draft, 0);
    else flySingles(draft, [arm], view.purse - ration(view));
    return draft.orders;
  });
}

/** Looks behind every wall, and does nothing with it. */
export function makeScoutOnly(): CampaignBot {
  return paced((view) => {
    const draft = beginDraft(view);
    for (let town = 0; town < view.province.towns; town++) add(draft, { kind: 'recon', town });
    return draft.orders;
  });
}

/** Keeps the purse shut: what any campaign must beat. */
export function makeIdle(): CampaignBot {
  return paced(() => []);
}
