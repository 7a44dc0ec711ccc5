/** Air first and infantry later, without scouts: concentrated and followed at once, or spread and followed late. */
import { reachOf, strengthOf } from '../air.ts';
import { incomeOf, loweredBy, sizedFor } from '../ground.ts';
import { priceForce } from '../infantry.ts';
import type { CampaignView } from '../state.ts';
import { NO_MEANS, planOperation } from './assaults.ts';
import { add, beginDraft, rankTowns, type Draft } from './draft.ts';
import { paced, type CampaignBot } from './pace.ts';
import { exhibit } from './single.ts';

/** Towns at which air is aimed at a time by the strategy that concentrates. */
const FOCUS = 2;
/** An assault must bring at least this many times what it costs. */
const LEAST_RETURN = 1.3;
/** Walls count as struck if air has torn off at least this many points. */
const STRUCK = 20;
/** Share of the weeks after which the strategy that is late sends its infantry, and of its purse that it flies until then. */
const LATE = 0.5;
const FLOWN = 0.6;

/** Takes towns that air has struck before, with more air at them where that saves more than it costs. */
function follow(draft: Draft): void {
  const { view } = draft;
  const { assaults } = planOperation(view, NO_MEANS, view.purse, 0, LEAST_RETURN);
  for (const { town, orders } of assaults)
    if (loweredBy(view, town) >= STRUCK) for (const order of orders) add(draft, order);
}

/** What infantry would cost at a town next week, about, if mail, posters and `shown` points of an exhibition strike it now. */
function priceNext(view: CampaignView, town: number, shown: number): number {
  const { mailFade, postersFade, exhibitionFade } = view.parameters;
  const points =
    strengthOf(view, 'mail', town, town) * (1 - mailFade) +
    strengthOf(view, 'posters', town, town) * (1 - postersFade) +
    shown * (1 - exhibitionFade);
  return priceForce(view, town, Math.max(0, sizedFor(view, town) - loweredBy(view, town) - points));
}

/** Flies everything at two towns that lie together, and sends infantry there the week after. */
export function makeConcentratedJoint(): CampaignBot {
  return paced((view) => {
    const draft = beginDraft(view);
    follow(draft);
    if (view.week < view.parameters.weeks) flyTogether(draft);
    return draft.orders;
  });
}

function flyTogether(draft: Draft): void {
  const { view } = draft;
  const shown = view.exhibitionIn === 0 ? view.parameters.exhibitionAround : 0;
  const isOpen = (town: number): boolean => !draft.orders.some((each) => 'town' in each && each.town === town);
  const yieldNext = (town: number): number => (view.province.worth[town] as number) / priceNext(view, town, shown);
  const best = (towns: readonly number[]): readonly number[] =>
    towns
      .filter(isOpen)
      .toSorted((a, b) => yieldNext(b) - yieldNext(a))
      .slice(0, FOCUS);
  const yieldAround = (centre: number): number =>
    best(reachOf(view, 'exhibition', centre)).reduce((sum, town) => sum + yieldNext(town), 0);
  const [centre] = rankTowns(view, yieldAround);
  if (centre === undefined) return;
  const targets = best(reachOf(view, 'exhibition', centre));
  // What the infantry will need next week, less what comes in until then, is not spent on air.
  const needed = targets.reduce((sum, town) => sum + priceNext(view, town, shown), 0);
  const reserve = Math.max(0, needed - incomeOf(view));
  for (const town of targets) for (const kind of ['mail', 'posters'] as const) add(draft, { kind, town }, reserve);
  if (targets.length >= FOCUS) add(draft, { kind: 'exhibition', town: centre }, reserve);
}

/** Flies a little over everything in the first half of the weeks, and sends infantry in the second. */
export function makeSpreadThenLate(): CampaignBot {
  let next = 0;
  return paced((view) => {
    const draft = beginDraft(view);
    const late = Math.ceil(view.parameters.weeks * LATE);
    if (view.week > late) {
      const { assaults } = planOperation(view, NO_MEANS, view.purse, 0, 1);
      for (const { town } of assaults) add(draft, { kind: 'infantry', town });
      return draft.orders;
    }
    const reserve = view.parameters.purse * (1 - (FLOWN * view.week) / late);
    add(draft, { kind: 'website' }, reserve);
    exhibit(draft, reserve);
    for (let i = 0; i < view.province.towns; i++) {
      if (!add(draft, { kind: 'posters', town: next % view.province.towns }, reserve)) break;
      next++;
    }
    return draft.orders;
  });
}
