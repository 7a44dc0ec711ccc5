import type { Bot } from '../../../../kernel/act.ts';
import { SPOTS, type PondIntent, type Tool } from '../intents.ts';
import type { PondView } from '../state.ts';

export type PondBot = Bot<PondView, PondIntent>;
export type PondBotMaker = (seed: number) => PondBot;

const NOTHING: Move = Object.freeze([]);

/** What a strategy does at one moment; often nothing. */
export type Move = readonly PondIntent[];

/** Makes a bot that looks at the pond every `every` ticks, as a person does, and sleeps at night. */
export function paced(every: number, choose: (state: PondView) => Move): PondBot {
  return {
    decide(state) {
      if (state.tick % every !== 0 || state.isNight || state.evening === 0) return NOTHING;
      return choose(state);
    },
  };
}

export function nothing(): Move {
  return NOTHING;
}

/** Uses a tool at a spot, taking it in hand first. */
export function use(tool: Tool, at: number): Move {
  return [
    { do: 'take', tool },
    { do: 'use', at },
  ];
}

/** The spot with the highest value above `floor`; −1 if there is none. The leftmost of equals. */
export function bestSpot(value: (at: number) => number, floor = 0): number {
  let best = -1;
  let highest = floor;
  for (let at = 0; at < SPOTS; at++) {
    const here = value(at);
    if (here > highest) {
      highest = here;
      best = at;
    }
  }
  return best;
}

/** Birds on the water or the shore of a spot that nothing holds. */
export function looseAt(state: PondView, at: number): number {
  return (state.resting[at] as number) + (state.feeding[at] as number);
}

/** Seconds left of this evening. */
export function secondsLeft(state: PondView): number {
  return (state.partEnds - state.tick) / 20;
}
