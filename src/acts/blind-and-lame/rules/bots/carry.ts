/** The pair: one player who looks, calls, rolls up the map and walks; or two; or one whom the theatre's lame man leads by ear. */
import { findWay, nextCell } from '../grid.ts';
import type { Direction } from '../intents.ts';
import type { BlindView, LameView } from '../views.ts';
import { embody, nothing, type Move, type RoadBot } from './pace.ts';

/** In what pairs differ: what they believe, and what they do when the way is closed. */
export interface Habit {
  /** Which cells the lame man takes for closed, whatever the map says. */
  shuns?(cell: number): boolean;
  /** Before which cells of his way the lame man calls no further, so that the walker feels that step. */
  doubts?(view: LameView, cell: number): boolean;
  /** The walker was stopped before a cell: returns what he does now, or nothing when he has done. */
  stopped(view: BlindView, cell: number): Move;
  /** The lame man looks at the map. */
  looked?(view: LameView): void;
  /** The lame man finds no way. */
  lost?(): void;
  /** No words were called, and the walker stands: returns what he does now, or nothing when he wants to be led again. */
  unled?(view: BlindView): Move;
}

/** Makes a pair of a habit: it looks, calls as much of the shortest way as it may, walks it, and looks again. */
export function makeCarried(habit: Habit): RoadBot {
  /** Where they will be when the words are walked. */
  let end = -1;
  let hasCalled = false;
  let stoppedAt = -1;
  let isLed = true;
  /** The step after the words, which the walker feels for himself; and the cell that he tries so. */
  let byHand: Direction | null = null;
  let tryAt = -1;
  const call = (view: LameView): Move => {
    habit.looked?.(view);
    const way = plan(view, habit);
    const words: Direction[] = [];
    hasCalled = true;
    stoppedAt = tryAt = -1;
    byHand = null;
    isLed = way.length > 0;
    end = view.at;
    for (const to of way) {
      const cell = nextCell(end, to, view.columns);
      if (habit.doubts?.(view, cell) === true) {
        byHand = to;
        break;
      }
      words.push(to);
      end = cell;
    }
    return words.map((to) => ({ do: 'call', to }));
  };
  /** What the walker does of himself before he wants new words; nothing when he wants them now. */
  const walkOn = (view: BlindView): Move => {
    if (hasCalled) {
      hasCalled = false;
      if (view.at !== end) stoppedAt = nextCell(view.at, view.facing, view.columns);
      else if (byHand !== null) {
        tryAt = nextCell(view.at, byHand, view.columns);
        return [{ do: 'step', to: byHand }];
      }
    }
    if (tryAt >= 0 && view.at !== tryAt) stoppedAt = tryAt;
    tryAt = -1;
    const move = stoppedAt >= 0 ? habit.stopped(view, stoppedAt) : nothing();
    return move.length > 0 || isLed ? move : (habit.unled?.(view) ?? nothing());
  };
  return embody({
    passages: ['together'],
    lame: (view) => (hasCalled ? nothing() : [...call(view), { do: 'go' }]),
    blind(view) {
      if (view.parameters.ear === 1) return followVoice(view);
      const move = walkOn(view);
      return move.length > 0 ? move : [{ do: 'look' }];
    },
    both(lame, blind) {
      const [word] = blind.words;
      if (hasCalled && word !== undefined) return [{ do: 'step', to: word }];
      const move = walkOn(blind);
      return move.length > 0 ? move : call(lame);
    },
  });

  /** By ear the theatre calls: he steps where it says, and when that was no use does what is his habit. */
  function followVoice(view: BlindView): Move {
    if (end >= 0 && view.at !== end) stoppedAt = end;
    end = -1;
    if (stoppedAt >= 0) {
      const move = habit.stopped(view, stoppedAt);
      if (move.length > 0) return move;
      stoppedAt = -1;
    }
    const [word] = view.words;
    if (word === undefined) return nothing();
    end = nextCell(view.at, word, view.columns);
    return [{ do: 'step', to: word }];
  }
}

/** The next words of the shortest way on the map, as many as memory holds and breath allows. */
function plan(view: LameView, habit: Habit): readonly Direction[] {
  const goal = view.markets.at(-1) as number;
  let way = findWay(view.map, view.at, goal, habit.shuns);
  if (way.length === 0) {
    habit.lost?.();
    way = findWay(view.map, view.at, goal, habit.shuns);
  }
  const { memory, callBreath } = view.parameters;
  const affordable = callBreath === 0 ? memory : Math.floor(view.breath / callBreath);
  return way.slice(0, Math.min(memory, affordable));
}
