import type { Estimate, Item } from '../items/item.ts';
import { worthOf } from '../kinds/graded-judgement.ts';
import { categoryOf, categoryWorths } from './categories.ts';

/** A score that an answer can have, and in how many of all answers (or with what weight) it comes. */
type Outcome = readonly [score: number, weight: number];

/**
 * How often each category of an item is met by somebody who answers without knowing: every answer of the kind's form is
 * as likely as any other. Lowest category first; adds up to 1.
 */
export function chanceOfCategories(item: Item): readonly number[] {
  const shares = categoryWorths(item).map(() => 0);
  let total = 0;
  for (const [score, weight] of listOutcomes(item)) {
    const category = categoryOf(item, score);
    shares[category] = (shares[category] as number) + weight;
    total += weight;
  }
  return shares.map((share) => share / total);
}

function listOutcomes(item: Item): readonly Outcome[] {
  switch (item.kind) {
    case 'single-choice':
      return [
        [0, item.options.length - 1],
        [1, 1],
      ];
    case 'graded-judgement':
      return Object.values(item.key).map((rank) => [worthOf(rank), 1]);
    case 'true-false-reason':
      return [
        [0, item.options.length],
        [0.5, item.options.length - 1],
        [1, 1],
      ];
    case 'multiple-response':
      return outcomesOfChoosing(item.key.length, item.options.length - item.key.length);
    case 'ordering':
      return outcomesOfOrdering(item.options.length);
    case 'matching':
      return outcomesOfPairing(item.options.length, item.places.length);
    case 'cloze':
      return outcomesOfPairing(item.gaps.length, item.options.length);
    case 'sorting':
      return outcomesOfSorting(item.options.length, item.places.length);
    case 'estimate':
      return outcomesOfEstimate(item);
  }
}

/** All sets of options but the empty one. */
function outcomesOfChoosing(keys: number, wrongs: number): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (let hits = 0; hits <= keys; hits++)
    for (let slips = 0; slips <= wrongs; slips++)
      if (hits + slips > 0)
        outcomes.push([Math.max(0, hits / keys - slips / wrongs), choose(keys, hits) * choose(wrongs, slips)]);
  return outcomes;
}

/** Orders by the number of their pairs that stand the wrong way round (Mahonian numbers: MacMahon 1913). */
function outcomesOfOrdering(count: number): readonly Outcome[] {
  let orders = [1];
  for (let size = 2; size <= count; size++) {
    const next = new Array<number>(orders.length + size - 1).fill(0);
    orders.forEach((number, inverted) => {
      for (let more = 0; more < size; more++) next[inverted + more] = (next[inverted + more] as number) + number;
    });
    orders = next;
  }
  const pairs = (count * (count - 1)) / 2;
  return orders.map((number, inverted) => [Math.max(0, 1 - (2 * inverted) / pairs), number]);
}

/** Ways of giving each of `count` things one of `places` of its own, by the number that is right (de Montmort 1713). */
function outcomesOfPairing(count: number, places: number): readonly Outcome[] {
  return Array.from({ length: count + 1 }, (_, right): Outcome => {
    let ways = 0;
    for (let also = 0; also <= count - right; also++) {
      const free = count - right - also;
      const term = choose(count - right, also) * falling(places - right - also, free);
      ways += also % 2 === 0 ? term : -term;
    }
    return [right / count, choose(count, right) * ways];
  });
}

/** Every option goes into any group; the score is corrected for chance. */
function outcomesOfSorting(count: number, places: number): readonly Outcome[] {
  return Array.from({ length: count + 1 }, (_, right): Outcome => {
    let ways = choose(count, right);
    for (let wrong = right; wrong < count; wrong++) ways *= places - 1;
    return [Math.max(0, (right / count - 1 / places) / (1 - 1 / places)), ways];
  });
}

/** Every place of the slider. */
function outcomesOfEstimate({ range, key }: Estimate): readonly Outcome[] {
  const rounding = 1e-6;
  const last = Math.floor((range.max - range.min) / range.step + rounding);
  const within = (distance: number): number => {
    const from = Math.ceil((key.value - distance - range.min) / range.step - rounding);
    const to = Math.floor((key.value + distance - range.min) / range.step + rounding);
    return Math.max(0, Math.min(to, last) - Math.max(from, 0) + 1);
  };
  const exact = within(key.exact);
  const near = within(key.near);
  return [
    [0, last + 1 - near],
    [0.5, near - exact],
    [1, exact],
  ];
}

/** Ways of choosing `some` out of `all`. */
function choose(all: number, some: number): number {
  let ways = 1;
  for (let i = 0; i < some; i++) ways = (ways * (all - i)) / (i + 1);
  return ways;
}

/** from · (from − 1) · …, `count` factors. */
function falling(from: number, count: number): number {
  let product = 1;
  for (let i = 0; i < count; i++) product *= from - i;
  return product;
}
