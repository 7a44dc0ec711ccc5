/** The blind man alone. Some of these cheat as well as a staff and two ears allow; none knows more than they do. */
import { drawChance, seedRandom } from '../../../../kernel/random.ts';
import { DIRECTIONS, type Direction } from '../intents.ts';
import { UNKNOWN } from '../places.ts';
import type { BlindView } from '../views.ts';
import { cellTo, explore, knownOf, type Known } from './feeling.ts';
import { nextCell } from '../grid.ts';
import { embody, nothing, type Move, type RoadBot } from './pace.ts';

/** Cells that the wanderer still remembers having stood on. */
const SHORT_MEMORY = 3;

function step(to: Direction): Move {
  return [{ do: 'step', to }];
}

/** Ahead where he can, otherwise to a side, and back when all else is closed; he remembers only the last few cells. */
export function makeBlindWanderer(seed: number): RoadBot {
  const random = seedRandom(seed);
  let at = -1;
  let closed: Direction[] = [];
  const recent: number[] = [];
  return embody({
    passages: ['blind'],
    blind(view) {
      if (view.at !== at) {
        if (at >= 0) recent.push(at);
        if (recent.length > SHORT_MEMORY) recent.shift();
        at = view.at;
        closed = [];
      } else if (view.facing !== 'back' || closed.length > 0) closed.push(view.facing);
      const sides: readonly Direction[] = drawChance(random, 0.5) ? ['left', 'right'] : ['right', 'left'];
      const order: readonly Direction[] = ['ahead', ...sides, 'back'];
      const isFresh = (to: Direction): boolean => !closed.includes(to) && !recent.includes(cellTo(view, to));
      return step(order.find(isFresh) ?? order.find((to) => !closed.includes(to)) ?? 'back');
    },
  });
}

/** Keeps his left hand at the wall: the old way out of a maze. */
export function makeWallFollower(): RoadBot {
  let heading = 1;
  let at = -1;
  let tried = 0;
  return embody({
    passages: ['blind'],
    blind(view) {
      if (view.at !== at) {
        // He has moved, that way: next he tries the hand on its left.
        at = view.at;
        heading = CLOCKWISE.indexOf(view.facing);
        tried = 0;
      } else tried++;
      return step(CLOCKWISE[(heading + 3 + tried) % 4] as Direction);
    },
  });
}

const CLOCKWISE = ['left', 'ahead', 'right', 'back'] as const satisfies readonly Direction[];

/**
 * A way to cheat: never forgets a cell, follows the market's voices, knows how roads are made, and always goes to the
 * cell most worth feeling.
 */
export function makeExplorer(): RoadBot {
  return embody({ passages: ['blind'], blind: (view) => step(explore(view)) });
}

/** Ways that must be unknown before a sounding call is worth its time. */
const WORTH_A_CALL = 2;

/** A way to cheat: the explorer, who also calls out where two ways or more are unknown, and remembers what the echoes said. */
export function makeSounder(): RoadBot {
  const echoes = new Map<number, Known>();
  let at = -1;
  let calledAt = -1;
  const knows = (view: BlindView, cell: number): Known =>
    (view.touched[cell] as number) === UNKNOWN ? (echoes.get(cell) ?? 'unknown') : knownOf(view, cell);
  let reach = 0;
  let columns = 0;
  return embody({
    passages: ['blind'],
    ear({ sounds }) {
      for (const sound of sounds) {
        if (sound.what !== 'echo') continue;
        let cell = at;
        for (let open = 0; open <= sound.open; open++) {
          cell = cell < 0 ? -1 : nextCell(cell, sound.to, columns);
          if (cell >= 0 && open < sound.open) echoes.set(cell, 'open');
          else if (cell >= 0 && open < reach) echoes.set(cell, 'closed');
        }
      }
      return nothing();
    },
    blind(view) {
      at = view.at;
      columns = view.columns;
      reach = view.parameters.echoReach;
      const unknown = DIRECTIONS.filter((to) => {
        const cell = cellTo(view, to);
        return cell >= 0 && knows(view, cell) === 'unknown';
      });
      if (unknown.length >= WORTH_A_CALL && calledAt !== at && view.breath >= view.parameters.soundBreath) {
        calledAt = at;
        return [{ do: 'sound' }];
      }
      return step(explore(view, knows));
    },
  });
}
