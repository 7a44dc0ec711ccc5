/**
 * Stand-ins for people who play for the first time: they act by whim on a town or two a week and only read what an
 * order says that it will do. They are no strategies of the act; they check that it is kind to learners.
 */
import { describe, expect, it } from 'vitest';
import { drawBelow, seedRandom } from '../../../src/kernel/random.ts';
import { playBot } from '../../../src/kernel/play-bot.ts';
import {
  add,
  beginDraft,
  rankTowns,
  weeksToCome,
  type Draft,
} from '../../../src/acts/air-before-infantry/rules/bots/draft.ts';
import { paced, type CampaignBot } from '../../../src/acts/air-before-infantry/rules/bots/pace.ts';
import { sendInfantry } from '../../../src/acts/air-before-infantry/rules/bots/single.ts';
import { foresee } from '../../../src/acts/air-before-infantry/rules/foresight.ts';
import { act, parameters } from './campaigns.ts';

const SEEDS = 150;

/** Marches blindly in the first weeks; then works on towns picked by whim, and marches when the numbers look good. */
function makePerson(seed: number, blindWeeks: number, scouts: boolean): CampaignBot {
  const random = seedRandom(seed + 99);
  let target = -1;
  return paced((view) => {
    const draft = beginDraft(view);
    if (view.week <= blindWeeks) {
      sendInfantry(draft);
      return draft.orders;
    }
    const byWorth = rankTowns(view, (town) => view.province.worth[town] as number);
    const whim = (): number => byWorth[drawBelow(random, Math.max(1, Math.min(5, byWorth.length)))] ?? -1;
    // Walls that stand open from last week are hard to overlook.
    for (const town of byWorth) if (looksGood(draft, town)) add(draft, { kind: 'infantry', town });
    for (let i = 0; i < 2; i++) {
      if (target < 0 || view.held[target] === 1 || drawBelow(random, 4) === 0) target = whim();
      if (target < 0 || draft.orders.some((order) => order.kind === 'infantry' && order.town === target)) continue;
      if (scouts) add(draft, { kind: 'recon', town: target });
      for (const kind of ['mail', 'posters', 'exhibition'] as const) {
        if (looksGood(draft, target)) break;
        if (drawBelow(random, 4) > 0) add(draft, { kind, town: target });
      }
      if (looksGood(draft, target)) add(draft, { kind: 'infantry', town: target });
    }
    return draft.orders;
  });
}

/** What a person reads off an order: it will surely or probably take the town, and pays back twice. */
function looksGood({ view }: Draft, town: number): boolean {
  const { refusal, chance, cost } = foresee(view, { kind: 'infantry', town });
  const gain = (view.province.worth[town] as number) * weeksToCome(view);
  return refusal === null && (chance ?? 0) > 0.7 && gain > 2 * cost.most;
}

function meanOf(make: (seed: number) => CampaignBot): number {
  const own = parameters();
  const bots = { person: make };
  let sum = 0;
  for (let seed = 1; seed <= SEEDS; seed++) sum += playBot({ ...act, bots }, own, seed, 'person').score;
  return sum / SEEDS;
}

const { purse, stipend, weeks } = parameters();
const untouched = purse + stipend * weeks;

describe('people who play for the first time', () => {
  it('gain without any plan, as long as they look and send air before infantry', () => {
    expect(meanOf((seed) => makePerson(seed, 0, true))).toBeGreaterThan(untouched * 1.25);
  });

  it('gain more if they look first', () => {
    expect(meanOf((seed) => makePerson(seed, 0, true))).toBeGreaterThan(meanOf((seed) => makePerson(seed, 0, false)));
  });

  it('gain on infantry alone even if they learn only in the second week', () => {
    const infantry = meanOf((seed) => act.bots['infantryOnly']?.(seed) as CampaignBot);
    expect(meanOf((seed) => makePerson(seed, 1, true))).toBeGreaterThan(infantry * 1.05);
  });
});
