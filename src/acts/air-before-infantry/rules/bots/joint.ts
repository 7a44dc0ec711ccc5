/** The strategies that join air and infantry. */
import { websitePrice } from '../air.ts';
import { estimateOf, isKnown } from '../ground.ts';
import type { CampaignView } from '../state.ts';
import { NO_MEANS, planOperation, type Means, type Operation } from './assaults.ts';
import { add, beginDraft, rankTowns } from './draft.ts';
import { paced, type CampaignBot, type Strategist } from './pace.ts';

/** The choices of a joint plan, as numbers: a search over them shows whether another plan does better. */
export interface JointPlan {
  /** Least coins that a coin must bring for an assault to be made. */
  readonly leastReturn: number;
  /** Towns that are scouted ahead each week. */
  readonly scoutsAhead: number;
  /** Share of the weeks, from the first, in which the website is kept; 0: never. */
  readonly websiteShare: number;
}

/** Orders an operation: means first, then what each assault needs. */
function order(view: CampaignView, operation: Operation, plan: JointPlan): ReturnType<Strategist> {
  const draft = beginDraft(view);
  const { means } = operation;
  if (means.isSupplied && view.supplyLeft === 0) add(draft, { kind: 'supply' });
  if (means.keepsWebsite) add(draft, { kind: 'website' });
  if (means.centre >= 0) add(draft, { kind: 'exhibition', town: means.centre });
  for (const { orders } of operation.assaults)
    for (const each of orders) if (each.kind !== 'infantry') add(draft, each);
  for (const { town } of operation.assaults) add(draft, { kind: 'infantry', town });
  const worthy = (town: number): number => (view.province.worth[town] as number) / (20 + estimateOf(view, town));
  let ahead = 0;
  for (const town of rankTowns(view, worthy)) {
    if (ahead >= plan.scoutsAhead) break;
    if (!isKnown(view, town) && add(draft, { kind: 'recon', town })) ahead++;
  }
  return draft.orders;
}

/** Weighs every way to hold an exhibition, to keep the website and to hand out sales tools, and takes the best. */
function choose(view: CampaignView, plan: JointPlan): Operation {
  const { parameters } = view;
  const keepsWebsite = view.week <= plan.websiteShare * parameters.weeks;
  const step = Math.max(0, Math.min(parameters.websiteStep, parameters.websiteMost - view.website));
  const website = keepsWebsite ? step : 0;
  let best: Operation | undefined;
  for (let centre = -1; centre < view.province.towns; centre++) {
    if (centre >= 0 && view.exhibitionIn > 0) break;
    for (const isSupplied of view.supplyLeft > 0 ? [true] : [false, true]) {
      const means: Means = { centre, keepsWebsite, website, isSupplied, scouts: true };
      const price =
        (centre >= 0 ? parameters.exhibitionPrice : 0) +
        (keepsWebsite ? websitePrice(view) : 0) +
        (isSupplied && view.supplyLeft === 0 ? parameters.supplyPrice : 0);
      if (price > view.purse) continue;
      const operation = planOperation(view, means, view.purse, price, plan.leastReturn);
      if (best === undefined || operation.value > best.value) best = operation;
    }
  }
  return best ?? planOperation(view, { ...NO_MEANS, scouts: true }, view.purse, 0, plan.leastReturn);
}

const JOINT_PLAN: JointPlan = { leastReturn: 1.5, scoutsAhead: 2, websiteShare: 0.7 };

/** Looks first, then strikes from the air and takes in the same week what the air has opened. */
function makeJoint(plan: JointPlan): CampaignBot {
  return paced((view) => order(view, choose(view, plan), plan));
}

export function makeJointWithRecon(): CampaignBot {
  return makeJoint(JOINT_PLAN);
}
