/** How every bot sits in the house: it gets views, never the road, and plays only the passages that are its own. */
import type { Bot } from '../../../../kernel/act.ts';
import type { RoadIntent } from '../intents.ts';
import type { Passage } from '../places.ts';
import { listen, type EarView } from '../listen.ts';
import { seeBlind, seeLame } from '../see.ts';
import type { RoadState } from '../state.ts';
import type { BlindView, LameView } from '../views.ts';

/** What a strategy does at one moment; often nothing. */
export type Move = readonly RoadIntent[];
export type RoadBot = Bot<RoadState, RoadIntent>;
export type RoadBotMaker = (seed: number) => RoadBot;

/** Ticks between two looks at the map. */
const LOOKS_EVERY = 4;

const NOTHING: Move = Object.freeze([]);
const REST: Move = Object.freeze([{ do: 'rest' }]);

/** What a strategy thinks with, by the eyes that are open; it may keep a memory of its own. */
export interface Mind {
  readonly passages: readonly Passage[];
  /** Asked whenever the body stands and no words are being walked. */
  blind?(view: BlindView): Move;
  /** Asked while the map is before the eyes. */
  lame?(view: LameView): Move;
  /** Asked instead of the two, when two players have both pairs of eyes open and the body stands. */
  both?(lame: LameView, blind: BlindView): Move;
  /** Asked in every tick, before the others; what it wants to do comes first. */
  ear?(view: EarView): Move;
}

/** Makes a bot of a mind: it sits down through passages that are not its own, and decides when the body is free. */
export function embody(mind: Mind): RoadBot {
  return {
    decide(state) {
      // All that is read of the road here, everybody in the house knows (`CommonView`).
      if (state.isBetween || state.isOver) return NOTHING;
      if (!mind.passages.includes(state.passage)) return REST;
      if (mind.ear !== undefined) {
        const move = mind.ear(listen(state));
        if (move.length > 0) return move;
      }
      if (state.eyes === 'lame')
        return state.tick % LOOKS_EVERY > 0 ? NOTHING : (mind.lame?.(seeLame(state)) ?? NOTHING);
      if (state.doing !== 'stand' || state.isGoing) return NOTHING;
      if (state.eyes === 'both' && mind.both !== undefined) return mind.both(seeLame(state), seeBlind(state));
      return mind.blind?.(seeBlind(state)) ?? NOTHING;
    },
  };
}

export function nothing(): Move {
  return NOTHING;
}
