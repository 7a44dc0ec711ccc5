import { seedRandom } from '../../kernel/random.ts';
import { TIERS, type Item, type Response } from '../items/item.ts';
import { SETTLED, type Scored } from '../items/scored.ts';
import { seedFor, shuffle, shuffleOptions } from '../items/shuffle.ts';
import { scoreResponse } from '../kinds/kinds.ts';
import type { Debrief, History, Sitting } from './debrief.ts';

/** Fewest and most items in a debrief. */
export const FEWEST = 3;
export const MOST = 5;

/**
 * Chooses the items of a debrief: one for each of the act's ideas (the first idea, the act's own, always among them),
 * at most `MOST`; places left over go to items answered wrong before. Within an idea an item answered wrong comes
 * first, then one never seen, then the one longest settled; among equals, a kind not yet taken, then by the seed.
 * Returned from soldier to marshal. Gives fewer than `FEWEST` only when the bank has no more on these ideas.
 */
export function chooseDebrief(
  items: readonly Item[],
  ideas: readonly string[],
  seed: number,
  history: History,
): readonly Item[] {
  const random = seedRandom(seed);
  const bank = shuffle(
    items.filter((item) => ideas.includes(item.idea)),
    random,
  );
  const [first, ...others] = ideas;
  const inTurn = first === undefined ? [] : [first, ...shuffle(others, random)];
  const chosen: Item[] = [];
  const take = (wanted: (item: Item) => boolean): void => {
    const kinds = new Set(chosen.map((item) => item.kind));
    const best = bank
      .filter((item) => wanted(item) && !chosen.includes(item))
      .sort((a, b) => compareNeed(a, b, history) || Number(kinds.has(a.kind)) - Number(kinds.has(b.kind)))[0];
    if (best !== undefined) chosen.push(best);
  };
  for (const idea of inTurn.slice(0, MOST)) take((item) => item.idea === idea);
  for (let free = MOST - chosen.length; free > 0; free--) take((item) => needOf(item, history) === 0);
  for (let missing = FEWEST - chosen.length; missing > 0; missing--) take(() => true);
  return chosen.sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

/** 0 answered wrong last time, 1 never seen, 2 settled. */
function needOf(item: Item, history: History): 0 | 1 | 2 {
  const memory = history[item.id];
  if (memory === undefined) return 1;
  return memory.lastScore < SETTLED ? 0 : 2;
}

function compareNeed(a: Item, b: Item, history: History): number {
  const need = needOf(a, history) - needOf(b, history);
  if (need !== 0 || needOf(a, history) !== 2) return need;
  return (history[a.id]?.lastAt ?? 0) - (history[b.id]?.lastAt ?? 0);
}

/** Lays the chosen items out, their options shuffled by the seed. */
export function beginDebrief(items: readonly Item[], seed: number): Debrief {
  return { seed, queue: items.map((item) => sit(item, seed, 1)), answered: [], count: items.length };
}

function sit(item: Item, seed: number, round: 1 | 2): Sitting {
  return { item, order: shuffleOptions(item, seedFor(seed, `round ${round}`)), round };
}

/** The item on the screen; null when the debrief is over. */
export function currentSitting(debrief: Debrief): Sitting | null {
  return debrief.queue[0] ?? null;
}

/**
 * Answers the item on the screen. One that is not settled comes back once, at the end of this debrief.
 * Throws `BadInput` when the response does not fit the item, and `RangeError` when the debrief is over.
 */
export function answerSitting(
  debrief: Debrief,
  response: Response,
): { readonly debrief: Debrief; readonly scored: Scored } {
  const [sitting, ...rest] = debrief.queue;
  if (sitting === undefined) throw new RangeError('the debrief is over');
  const scored = scoreResponse(sitting.item, response, sitting.order);
  const comesBack = !scored.settled && sitting.round === 1;
  const queue = comesBack ? [...rest, sit(sitting.item, debrief.seed, 2)] : rest;
  return { scored, debrief: { ...debrief, queue, answered: [...debrief.answered, { sitting, response, scored }] } };
}
