/**
 * Searches for the best plan of the duck pond: among plans with shots by random draws and then hill-climbing; among plans
 * without, climbing from the full cycle; and from there on with shots allowed again. Compares them on fresh seeds: is
 * the act's last claim true of more than its own bots?
 *
 *   npx tsx scripts/search-plans.ts [--draws N] [--climbs N] [--seeds N]
 */
import { readFileSync } from 'node:fs';
import { readOptions } from './options/read-options.ts';
import { parseActFile, parametersOf } from '../src/kernel/content/act-file.ts';
import { drawBelow, drawUnit, seedRandom } from '../src/kernel/random.ts';
import { boundMean } from '../src/kernel/statistics/index.ts';
import { FULL_CYCLE } from '../src/acts/duck-pond/rules/bots/hosts.ts';
import { act } from '../src/acts/duck-pond/rules/index.ts';
import type { PondOutcome } from '../src/acts/duck-pond/rules/outcome.ts';
import { makePlanner, PLAN_RANGES, type Plan, type PlanRange } from '../src/acts/duck-pond/rules/bots/planner.ts';

const { values: options } = readOptions({
  options: {
    draws: { type: 'string', default: '200' },
    climbs: { type: 'string', default: '500' },
    seeds: { type: 'string', default: '48' },
  },
});
const FRESH = 2_000_000;
const FRESH_SEEDS = 1000;
const NO_SHOTS = { shootFirst: 6, shootLast: 0 };
const names = Object.keys(PLAN_RANGES) as (keyof Plan)[];
const ranges: Readonly<Record<keyof Plan, PlanRange>> = PLAN_RANGES;
const file = 'levels/duck-pond/act.json';
const parameters = parametersOf(act, parseActFile(file, JSON.parse(readFileSync(file, 'utf8'))));
const random = seedRandom(2026);

function outcomeOf(plan: Plan, seed: number): PondOutcome {
  const state = act.create(parameters, seed);
  const bot = makePlanner(plan);
  while (!act.isOver(state)) act.step(state, bot.decide(state));
  return act.outcome(state);
}

function play(plan: Plan, seed: number): number {
  return outcomeOf(plan, seed).score;
}

function shotsOf(plan: Plan, seed: number): number {
  return outcomeOf(plan, seed).shots;
}

function scoresOf(plan: Plan, from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => play(plan, from + i));
}

function meanOf(sample: readonly number[]): number {
  return sample.reduce((sum, value) => sum + value, 0) / sample.length;
}

function draw({ from, to, whole }: PlanRange): number {
  return whole ? from + drawBelow(random, to - from + 1) : from + drawUnit(random) * (to - from);
}

function drawPlan(): Plan {
  return Object.fromEntries(names.map((name) => [name, draw(ranges[name])])) as Plan;
}

/** A plan with one or two of its choices drawn again, or moved a little. */
function change(plan: Plan): Plan {
  const changed: Record<keyof Plan, number> = { ...plan };
  for (let i = 0; i <= drawBelow(random, 2); i++) {
    const name = names[drawBelow(random, names.length)] as keyof Plan;
    const range = ranges[name];
    const near = plan[name] + (drawUnit(random) - 0.5) * 0.3 * (range.to - range.from);
    const moved = drawUnit(random) < 0.5 ? draw(range) : Math.min(range.to, Math.max(range.from, near));
    changed[name] = range.whole ? Math.round(moved) : moved;
  }
  return changed;
}

/** Draws and climbs among the plans that `admit` lets through; begins at `start`, if there is one, instead of drawing. */
function search(label: string, admit: (plan: Plan) => Plan, start?: Plan): Plan {
  const seeds = Number(options.seeds);
  let best = admit(start ?? drawPlan());
  let score = -1;
  const consider = (plan: Plan): void => {
    const found = meanOf(scoresOf(plan, 1, seeds));
    if (found > score) [best, score] = [plan, found];
  };
  for (let i = 0; i < (start === undefined ? Number(options.draws) : 1); i++)
    consider(i === 0 ? best : admit(drawPlan()));
  for (let i = 0; i < Number(options.climbs); i++) consider(admit(change(best)));
  const fresh = boundMean(scoresOf(best, 1_000_000, FRESH_SEEDS));
  console.log(
    `${label}: ${fresh.estimate.toFixed(2)} ducks (99 %: ${fresh.lower.toFixed(2)} to ${fresh.upper.toFixed(2)})`,
  );
  console.log(
    `  ${JSON.stringify(best, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}`,
  );
  return best;
}

function allowShots(plan: Plan): Plan {
  return plan.shootFirst <= plan.shootLast ? plan : { ...plan, shootFirst: 5, shootLast: 5 };
}

const drawn = search('best plan with shots', allowShots);
const patient = search('best plan without shots', (plan) => ({ ...plan, ...NO_SHOTS }), FULL_CYCLE);
const grown = search('that plan, grown on with shots', allowShots, patient);
const known = boundMean(scoresOf(FULL_CYCLE, FRESH, FRESH_SEEDS));
console.log(`the act's full cycle: ${known.estimate.toFixed(2)} ducks`);
for (const [label, plan] of Object.entries({ drawn, grown })) {
  const edges = scoresOf(patient, FRESH, FRESH_SEEDS).map((score, i) => score - play(plan, FRESH + i));
  const edge = boundMean(edges);
  const shots = meanOf(Array.from({ length: 100 }, (_, i) => shotsOf(plan, FRESH + i)));
  const bound = `99 %: ${edge.lower.toFixed(2)} to ${edge.upper.toFixed(2)}`;
  console.log(
    `without − with shots (${label}, ${shots.toFixed(1)} shots a run): ${edge.estimate.toFixed(2)} (${bound})`,
  );
}
