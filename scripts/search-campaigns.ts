/**
 * Looks for provinces on which some other way beats the joint plan of Act 3, with a player who sees everything (a beam
 * search over whole campaigns): with every order allowed, to see what the best does; without air, to see whether infantry can do
 * it alone; and with orders that are fixed for all provinces, found by climbing.
 *
 *   npx tsx scripts/search-campaigns.ts [--provinces N] [--free N] [--width N] [--tries N] [--climbs N] [--from SEED]
 *
 * `--provinces` (2000) for the searches that must not win, `--free` (200; 0: none) for the ones that show what is best. Ends with 1 if
 * a single arm or a fixed order beats the joint plan on any province.
 */
import { readOptions } from './options/read-options.ts';
import { playBot } from '../src/kernel/play-bot.ts';
import { parametersOf } from '../src/kernel/content/act-file.ts';
import { drawBelow, drawChance, seedRandom } from '../src/kernel/random.ts';
import { boundMean } from '../src/kernel/statistics/index.ts';
import { searchCampaign, type Found } from '../src/acts/air-before-infantry/rules/bots/searcher.ts';
import { act } from '../src/acts/air-before-infantry/rules/index.ts';
import { ORDERS, type Order, type OrderKind } from '../src/acts/air-before-infantry/rules/intents.ts';
import { isKnown, worthOf } from '../src/acts/air-before-infantry/rules/ground.ts';
import { carryOut, inOrder, priceOf } from '../src/acts/air-before-infantry/rules/orders.ts';
import { closeWeek } from '../src/acts/air-before-infantry/rules/week.ts';
import { readActFile } from './bots/content.ts';

const { values: options } = readOptions({
  options: {
    provinces: { type: 'string', default: '2000' },
    free: { type: 'string', default: '200' },
    width: { type: 'string', default: '12' },
    tries: { type: 'string', default: '16' },
    climbs: { type: 'string', default: '12000' },
    from: { type: 'string', default: '1' },
  },
});
const from = Number(options.from);
const provinces = Number(options.provinces);
const parameters = parametersOf(act, readActFile('air-before-infantry'));

const WAYS: Readonly<Record<string, readonly OrderKind[]>> = {
  'everything allowed': ORDERS,
  'without recon': ORDERS.filter((kind) => kind !== 'recon'),
  'without supply': ORDERS.filter((kind) => kind !== 'supply'),
  'posters the only air': ['recon', 'infantry', 'supply', 'posters'],
  'exhibition the only air': ['recon', 'infantry', 'supply', 'exhibition'],
  'mail the only air': ['recon', 'infantry', 'supply', 'mail'],
  'website the only air': ['recon', 'infantry', 'supply', 'website'],
};
/** What must never win: no air at all, with whatever else there is. */
const NO_AIR: readonly OrderKind[] = ['recon', 'infantry', 'supply'];

function search(allowed: readonly OrderKind[], seed: number): Found {
  const start = act.create(parameters, seed);
  return searchCampaign(start, {
    allowed: new Set(allowed),
    width: Number(options.width),
    tries: Number(options.tries),
    seed,
  });
}

function describe(label: string, sample: readonly number[]): void {
  const { estimate, lower, upper } = boundMean(sample);
  const [least, most] = [Math.min(...sample), Math.max(...sample)];
  console.log(
    `${label}: ${estimate.toFixed(1)} (99 %: ${lower.toFixed(1)} to ${upper.toFixed(1)}; ${least} to ${most})`,
  );
}

/** Share of each week's spending, over many campaigns, that goes to air, recon, infantry and supply. */
function describeSpending(found: readonly Found[]): void {
  const groups: Readonly<Record<string, readonly OrderKind[]>> = {
    air: ['posters', 'exhibition', 'mail', 'website'],
    recon: ['recon'],
    infantry: ['infantry'],
    supply: ['supply'],
  };
  console.log('  week   coins     air   recon  infantry  supply');
  for (let week = 0; week < parameters.weeks; week++) {
    const sum = (kinds: readonly OrderKind[]): number =>
      found.reduce((all, { spent }) => all + kinds.reduce((coins, kind) => coins + (spent[week]?.[kind] ?? 0), 0), 0);
    const all = sum(ORDERS);
    const cells = Object.values(groups).map((kinds) =>
      `${Math.round((100 * sum(kinds)) / Math.max(1, all))} %`.padStart(7),
    );
    console.log(
      `  ${String(week + 1).padStart(4)}  ${(all / found.length).toFixed(1).padStart(6)}  ${cells.join(' ')}`,
    );
  }
  const total = (kind: OrderKind): number =>
    found.reduce((all, { spent }) => all + spent.reduce((coins, week) => coins + (week[kind] ?? 0), 0), 0) /
    found.length;
  console.log(`  in all: ${ORDERS.map((kind) => `${kind} ${total(kind).toFixed(1)}`).join(', ')}`);
}

/** Plays orders that are fixed for all provinces: what cannot be done or paid is left out. */
function playFixed(weeks: readonly (readonly Order[])[], seed: number): number {
  const ground = act.create(parameters, seed);
  for (const orders of weeks) {
    const given = new Set<string>();
    for (const order of inOrder(orders)) {
      // As in the rules, each order can be had once a week, an exhibition once in the whole province.
      const key = order.kind === 'exhibition' || !('town' in order) ? order.kind : `${order.kind} ${order.town}`;
      if (given.has(key)) continue;
      given.add(key);
      if ('town' in order && order.kind !== 'exhibition' && ground.held[order.town] === 1) continue;
      if (order.kind === 'recon' && isKnown(ground, order.town)) continue;
      if (order.kind === 'exhibition' && ground.exhibitionIn > 0) continue;
      if (priceOf(ground, order) <= ground.purse) carryOut(ground, order, null);
    }
    closeWeek(ground);
  }
  return worthOf(ground);
}

const random = seedRandom(33);

function drawOrder(): Order {
  const kind = ORDERS[drawBelow(random, ORDERS.length)] as OrderKind;
  return kind === 'website' || kind === 'supply' ? { kind } : { kind, town: drawBelow(random, parameters.towns) };
}

/** A fixed plan with an order dropped, added, changed or put into another week. */
function change(weeks: readonly (readonly Order[])[]): Order[][] {
  const changed = weeks.map((orders) => [...orders]);
  const week = changed[drawBelow(random, changed.length)] as Order[];
  const index = drawBelow(random, week.length + 1);
  if (drawChance(random, 0.35)) week.splice(index, 1);
  else if (drawChance(random, 0.3)) {
    const [moved] = week.splice(index, 1);
    if (moved !== undefined) (changed[drawBelow(random, changed.length)] as Order[]).push(moved);
  } else {
    const order = drawOrder();
    const key = JSON.stringify(order);
    if (!week.some((each) => JSON.stringify(each) === key)) week.splice(index, drawChance(random, 0.5) ? 1 : 0, order);
  }
  return changed;
}

/** Climbs to the fixed plan that does best on forty provinces on average. */
function climb(): readonly (readonly Order[])[] {
  const sample = Array.from({ length: 40 }, (_, i) => 5_000_001 + i);
  const value = (weeks: readonly (readonly Order[])[]): number =>
    sample.reduce((sum, seed) => sum + playFixed(weeks, seed), 0);
  // Begins with the look of a joint plan, so that climbing is not stuck with an untouched purse.
  let best: readonly (readonly Order[])[] = Array.from({ length: parameters.weeks }, (_, week): Order[] => {
    const town = week % parameters.towns;
    return [
      { kind: 'recon', town: (town + 1) % parameters.towns },
      { kind: 'mail', town },
      { kind: 'posters', town },
      { kind: 'infantry', town },
    ];
  });
  let height = value(best);
  for (let i = 0; i < Number(options.climbs); i++) {
    const next = change(change(best));
    const found = value(next);
    if (found >= height) [best, height] = [next, found];
  }
  return best;
}

const seeds = Array.from({ length: provinces }, (_, i) => from + i);
const joint = seeds.map((seed) => playBot(act, parameters, seed, 'jointWithRecon').score);
describe(`the joint plan, ${provinces} provinces`, joint);

let beaten = 0;
const report = (label: string, rivals: readonly number[]): void => {
  describe(`${label}, ${provinces} provinces`, rivals);
  const wins = rivals.filter((worth, i) => worth > (joint[i] as number)).length;
  const closest = Math.max(...rivals.map((worth, i) => worth / (joint[i] as number)));
  console.log(`  beats the joint plan on ${wins}; at best ${closest.toFixed(2)} times what it came to`);
  beaten += wins;
};
report(
  'searched without air',
  seeds.map((seed) => search(NO_AIR, seed).worth),
);
const fixed = climb();
report(
  'the best fixed orders',
  seeds.map((seed) => playFixed(fixed, seed)),
);
console.log(
  `  ${fixed.map((orders, i) => `${i + 1}: ${orders.map((order) => order.kind + ('town' in order ? ` ${order.town + 1}` : '')).join(', ')}`).join('\n  ')}`,
);
for (const bot of Object.keys(act.bots))
  if (!['jointWithRecon', 'concentratedJoint'].includes(bot))
    report(
      `bot ${bot}`,
      seeds.map((seed) => playBot(act, parameters, seed, bot).score),
    );

const free = Math.min(Number(options.free), provinces);
for (const [label, allowed] of free < 2 ? [] : Object.entries(WAYS)) {
  const found = seeds.slice(0, free).map((seed) => search(allowed, seed));
  describe(
    `searched, ${label}, ${free} provinces`,
    found.map(({ worth }) => worth),
  );
  describe(
    '  lead over the joint plan',
    found.map(({ worth }, i) => worth - (joint[i] as number)),
  );
  describeSpending(found);
}
if (beaten > 0) process.exitCode = 1;
