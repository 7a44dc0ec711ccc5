import type { Digest } from '../../../kernel/hash.ts';
import { DIRECTIONS, type Direction } from './intents.ts';
import { PASSAGES } from './places.ts';
import type { RoadState, Tally, Wish } from './state.ts';

const DOINGS = ['stand', 'feel', 'grope', 'stride', 'stumble', 'listen', 'tell'] as const;
const EYES = ['blind', 'lame', 'both'] as const;
const WISHES = [null, ...DIRECTIONS, 'report', 'sound'] as const satisfies readonly Wish[];

/** Adds everything that decides how the run goes on, and everything that the outcome reports. */
export function digestRoad(state: RoadState, into: Digest): void {
  const { road } = state;
  into.ints(road.truth).ints(road.drawn).ints(road.crossingOf).int(road.start).ints(road.markets);
  into.int(state.tick).int(PASSAGES.indexOf(state.passage)).int(state.begun).int(state.partBegan).int(state.partEnds);
  into.int((state.isBetween ? 1 : 0) + (state.isOver ? 2 : 0) + (state.isGoing ? 4 : 0) + (state.isAboutToGo ? 8 : 0));
  into.int((state.isSilent ? 1 : 0) + (state.isWary ? 2 : 0)).int(EYES.indexOf(state.eyes));
  into.int(state.at).int(state.towards).int(DIRECTIONS.indexOf(state.facing)).int(DOINGS.indexOf(state.doing));
  into.int(state.doingSince).int(state.doingUntil).int(WISHES.indexOf(state.wish)).int(state.voiceFrom);
  into.ints(indexes(state.words)).ints(indexes(state.tongue)).float(state.breath);
  into.ints(state.walked).ints(state.touched).ints(state.untold).ints(state.map).ints(state.mended);
  into.ints(state.won).ints(state.customers).floats(state.lightLeft);
  for (const tenths of state.tenths) into.ints(tenths);
  into.floats(state.rivals).int(state.rivalNext).int(state.hinted);
  into.floats(state.waterHeard).floats(state.windHeard).floats(state.marketHeard);
  for (const name of TALLIED) into.int(state.tally[name]);
}

function indexes(words: readonly Direction[]): readonly number[] {
  return words.map((word) => DIRECTIONS.indexOf(word));
}

const TALLIED = [
  'gropes',
  'strides',
  'wary',
  'bumps',
  'stumbles',
  'calls',
  'unheard',
  'forgotten',
  'reports',
  'facts',
  'repairs',
  'repaired',
  'denied',
  'soundings',
  'refused',
] as const satisfies readonly (keyof Tally)[];
