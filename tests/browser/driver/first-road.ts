import { findWay, nextCell } from '../../../src/acts/blind-and-lame/rules/grid.ts';
import type { Direction } from '../../../src/acts/blind-and-lame/rules/intents.ts';
import { isOpen } from '../../../src/acts/blind-and-lame/rules/places.ts';
import { makeFirstRoad } from '../../../src/acts/blind-and-lame/rules/terrain/first-road.ts';

/** One stretch of the way: words that are called together and walked, and how the walk ends. */
export interface Stretch {
  readonly words: readonly Direction[];
  readonly ends: 'stumble' | 'walked' | 'market';
}

/**
 * How somebody solves the first road who believes the map, tells of every stumble and looks again: worked out from the
 * road as the rules have it. `memory`: the most words of a stretch.
 */
export function solveFirstRoad(memory: number): readonly Stretch[] {
  const { truth, drawn, columns, start, markets, crossings, crossingOf } = makeFirstRoad();
  const map = drawn.slice();
  const goal = markets.at(-1) ?? start;
  const stretches: Stretch[] = [];
  for (let at = start; at !== goal;) {
    const words = findWay(map, at, goal).slice(0, memory);
    if (words.length === 0) throw new Error('the first road leads nowhere');
    let ends: Stretch['ends'] = 'walked';
    for (const word of words) {
      const next = nextCell(at, word, columns);
      if (isOpen(truth[next] ?? 0)) at = next;
      else {
        ends = 'stumble';
        for (const cell of crossings[crossingOf[next] ?? -1]?.cells ?? []) map[cell] = truth[cell] ?? 0;
        break;
      }
    }
    stretches.push({ words, ends: at === goal ? 'market' : ends });
  }
  return stretches;
}
