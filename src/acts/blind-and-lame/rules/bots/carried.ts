/** The strategies of the pair: one tells what the staff finds, the others do not. */
import { drawChance, seedRandom } from '../../../../kernel/random.ts';
import { columnOf } from '../grid.ts';
import type { Direction } from '../intents.ts';
import { PLACE } from '../places.ts';
import type { BlindView, LameView } from '../views.ts';
import { makeCarried, type Habit } from './carry.ts';
import { explore, isBetweenNodes } from './feeling.ts';
import { nothing, type Move, type RoadBot } from './pace.ts';

/** Steps that one who doesn't tell gropes round before he asks for the next words. */
const GROPES = 2;

/** Tells at once what the staff has found, and only then asks for the next words. */
export function makeCarriedReporting(): RoadBot {
  return makeCarried({
    stopped: (view) =>
      view.untold > 0 && view.breath >= view.parameters.reportBreath ? [{ do: 'report' }] : nothing(),
  });
}

/** Gropes a few steps round when he is stopped, any way that is open, ahead before all others. */
function makeGroping(seed: number): (view: BlindView) => Move {
  const random = seedRandom(seed);
  let left = 0;
  let at = -1;
  let tried: Direction[] = [];
  let came: Direction = 'back';
  return (view) => {
    if (view.at !== at) {
      if (at >= 0 && left > 0) {
        left--;
        if (left === 0) {
          at = -1;
          return nothing();
        }
        came = OPPOSITE[view.facing];
        tried = [];
      } else {
        left = GROPES;
        came = 'back';
        tried = [view.facing];
      }
      at = view.at;
    }
    const sides: readonly Direction[] = drawChance(random, 0.5) ? ['left', 'right'] : ['right', 'left'];
    const to = (['ahead', ...sides, 'back'] as const).find((each) => !tried.includes(each) && each !== came) ?? came;
    tried.push(to);
    return [{ do: 'step', to }];
  };
}

const OPPOSITE = { left: 'right', right: 'left', ahead: 'back', back: 'ahead' } as const;

/** Walks by the map as it was drawn and never tells; when he is stopped he gropes round, and goes on. */
export function makeCarriedSilent(seed: number): RoadBot {
  return makeCarried({ stopped: makeGroping(seed) });
}

/**
 * A way to cheat: he never tells either, but the lame man notices that they have not moved, and takes that one cell for
 * closed from then on.
 */
export function makeCarriedGuessing(): RoadBot {
  const shunned = new Set<number>();
  return makeCarried({
    shuns: (cell) => shunned.has(cell),
    stopped(_, cell) {
      shunned.add(cell);
      return nothing();
    },
    lost: () => shunned.clear(),
  });
}

/** Concludes all that can be concluded from a stop without a word, and explores with the staff where the map leaves no way. */
function makeCunningHabit(): Habit {
  const shunned = new Set<number>();
  let drawn: ArrayLike<number> = [];
  let left = 0;
  let at = -1;
  return {
    shuns: (cell) => shunned.has(cell),
    looked(view) {
      drawn = view.map;
    },
    stopped(_, cell) {
      shunned.add(cell);
      if (drawn[cell] === PLACE.stones)
        for (let other = 0; other < drawn.length; other++)
          if (columnOf(other) === columnOf(cell) && drawn[other] === PLACE.stones) shunned.add(other);
      return nothing();
    },
    lost() {
      left = EXPLORES;
    },
    unled(view) {
      if (view.at !== at) left--;
      at = view.at;
      return left < 0 ? nothing() : [{ do: 'step', to: explore(view) }];
    },
  };
}

/** Steps that the cunning pair explores before it looks at the map again. */
const EXPLORES = 2;

/**
 * A way to cheat: as the one who guesses; where the cell was drawn as stones he takes the river for risen and all its
 * stones for closed; and where the map leaves no way he explores with the staff, forgetting nothing.
 */
export function makeCarriedCunning(): RoadBot {
  return makeCarried(makeCunningHabit());
}

/** A way to cheat: as cunning, and he never calls a step onto a crossing, so that the staff feels for each and none is stumbled over. */
export function makeCarriedCautious(): RoadBot {
  return makeCarried({
    ...makeCunningHabit(),
    doubts: (view: LameView, cell) =>
      isBetweenNodes(view, cell) && view.mended[cell] === 0 && view.map[cell] !== PLACE.market,
  });
}
