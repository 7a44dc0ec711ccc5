/**
 * `npx tsx scripts/exam/bound.ts [--items 10]`: the best that any examination could do. Suppose that every item gave, at
 * every ability, as much information as the best item of the bank gives at its best, that the posterior were normal, and
 * that the examination stopped when that is best in the long run. Backward induction over the posterior (Chow, Robbins
 * and Siegmund 1971) then gives the largest share in the right tier for a mean number of items. No limit on the length.
 */
import { readOptions } from '../options/read-options.ts';
import { TIER_CUTS, ABILITIES } from '../../src/quiz/model/grid.ts';
import { normalDensity, normalShareBelow } from '../../src/quiz/model/normal.ts';
import { information } from '../../src/quiz/model/curves.ts';
import { loadRealBank } from './real-bank.ts';

const { values: options } = readOptions({ options: { items: { type: 'string', default: '10' } } });

const LONGEST = 300;
const STEP = 0.01;
const MEANS = Array.from({ length: 801 }, (_, i) => -4 + i * STEP);
const NODES = Array.from({ length: 41 }, (_, i) => -4 + i / 5);
const TOTAL = NODES.reduce((sum, z) => sum + normalDensity(z), 0);

/** Share in the wrong tier and mean number of items of the best rule when an item costs `cost` of that share. */
function playBest(perItem: number, cost: number): { readonly wrong: number; readonly items: number } {
  const variance = (count: number): number => 1 / (1 + count * perItem);
  const wrongNow = (mean: number, count: number): number => {
    const sd = Math.sqrt(variance(count));
    const [below, upTo] = TIER_CUTS.map((cut) => normalShareBelow((cut - mean) / sd)) as [number, number];
    return 1 - Math.max(below, upTo - below, 1 - upTo);
  };
  let wrong = MEANS.map((mean) => wrongNow(mean, LONGEST));
  let items = MEANS.map(() => 0);
  for (let count = LONGEST - 1; count >= 0; count--) {
    const move = Math.sqrt(variance(count) - variance(count + 1));
    const after = (values: readonly number[], mean: number): number =>
      NODES.reduce((sum, z) => sum + (normalDensity(z) / TOTAL) * interpolate(values, mean + z * move), 0);
    const next = MEANS.map((mean) => {
      const stop = { wrong: wrongNow(mean, count), items: 0 };
      // Nobody asks on for less than an item's cost.
      if (stop.wrong <= cost) return stop;
      const on = { wrong: after(wrong, mean), items: 1 + after(items, mean) };
      return stop.wrong <= on.wrong + cost * on.items ? stop : on;
    });
    wrong = next.map((one) => one.wrong);
    items = next.map((one) => one.items);
  }
  return { wrong: interpolate(wrong, 0), items: interpolate(items, 0) };
}

function interpolate(values: readonly number[], mean: number): number {
  const place = Math.min(Math.max((mean + 4) / STEP, 0), values.length - 1.001);
  const low = Math.floor(place);
  const share = place - low;
  return (values[low] as number) * (1 - share) + (values[low + 1] as number) * share;
}

const best = Math.max(
  ...loadRealBank().entries.map(({ parameters }) =>
    Math.max(...ABILITIES.map((ability) => information(parameters, ability))),
  ),
);
const wanted = Number(options.items);
let cheap = 0.0002;
let dear = 0.05;
// The dearer an item, the fewer are asked.
for (let i = 0; i < 12; i++) {
  const cost = Math.sqrt(cheap * dear);
  if (playBest(best, cost).items > wanted) cheap = cost;
  else dear = cost;
}
const { wrong, items } = playBest(best, dear);
console.log(`best information of an item, at its best ability: ${best.toFixed(3)}`);
console.log(
  `no examination of ${items.toFixed(2)} such items on average has more than ${(100 * (1 - wrong)).toFixed(2)} % right`,
);
