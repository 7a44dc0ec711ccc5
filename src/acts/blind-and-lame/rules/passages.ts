/** How a passage begins and ends. */
import { hear } from './hearing.ts';
import { PASSAGES, UNKNOWN, type Passage } from './places.ts';
import { lightOf, tell, ticksOf, TICKS_PER_SECOND, type RoadState } from './state.ts';

/** Points of a passage's light at which the outcome counts the customers. */
export const TENTHS = 10;

/** Begins the next passage: the same road at the same hour, the map as it was drawn, and nothing touched. */
export function beginPassage(state: RoadState): void {
  const { parameters, road } = state;
  const passage = PASSAGES[state.begun] as Passage;
  state.begun++;
  state.passage = passage;
  state.isBetween = false;
  state.partBegan = state.tick;
  state.partEnds = state.tick + ticksOf(lightOf(parameters, passage));
  state.eyes = eyesAtFirst(state, passage);
  state.at = state.towards = road.start;
  state.facing = 'ahead';
  stand(state);
  state.wish = null;
  state.isGoing = state.isAboutToGo = state.isSilent = state.isWary = false;
  state.words.length = state.tongue.length = state.untold.length = 0;
  state.voiceFrom = state.tick;
  state.breath = parameters.breath;
  state.walked.fill(0);
  state.walked[state.at] = 1;
  state.touched.fill(UNKNOWN);
  state.touched[state.at] = road.truth[state.at] as number;
  state.map.set(road.drawn);
  state.mended.fill(0);
  state.won.fill(-1);
  state.customers.push(0);
  state.tenths.push(new Array<number>(TENTHS).fill(0));
  state.lightLeft.push(-1);
  state.rivals.fill(0);
  state.rivalNext = 0;
  hear(state);
  tell(state, { what: 'passage', passage });
}

function eyesAtFirst({ parameters }: RoadState, passage: Passage): RoadState['eyes'] {
  if (passage !== 'together') return passage;
  if (parameters.ear === 1) return 'blind';
  return parameters.hands === 2 ? 'both' : 'lame';
}

export function stand(state: RoadState): void {
  state.doing = 'stand';
  state.doingSince = state.doingUntil = state.tick;
  state.towards = state.at;
}

/** Ends the passage now: by sunset, at the last market, or because they sat down. */
export function endPassage(state: RoadState, why: 'sunset' | 'arrived' | 'rested'): void {
  const { passage } = state;
  if (why === 'arrived') state.lightLeft[state.begun - 1] = Math.max(0, state.partEnds - state.tick) / TICKS_PER_SECOND;
  stand(state);
  state.wish = null;
  state.isGoing = state.isAboutToGo = false;
  state.tongue.length = 0;
  const customers = state.customers[state.begun - 1] as number;
  tell(state, { what: 'sunset', passage, customers, arrived: why === 'arrived', rested: why === 'rested' });
  if (state.begun === PASSAGES.length) {
    state.isOver = true;
    tell(state, { what: 'over', customers: [...state.customers] });
    return;
  }
  state.isBetween = true;
  state.partBegan = state.tick;
  state.partEnds = state.tick + ticksOf(state.parameters.turnSeconds);
}

/** Says so when another quarter of the passage's light has just gone, but for the last. */
export function tellLight(state: RoadState): void {
  const span = state.partEnds - state.partBegan;
  const quarters = Math.ceil((4 * (state.partEnds - state.tick)) / span);
  const before = Math.ceil((4 * (state.partEnds - state.tick + 1)) / span);
  if (quarters < before && quarters > 0 && quarters < 4) tell(state, { what: 'light', quarters });
}

/** Adds customers won now, and to every tenth of the light that is not over yet. */
export function addCustomers(state: RoadState, customers: number): void {
  const passage = state.begun - 1;
  state.customers[passage] = (state.customers[passage] as number) + customers;
  const gone = (state.tick - state.partBegan) / (state.partEnds - state.partBegan);
  const tenths = state.tenths[passage] as number[];
  for (let tenth = 0; tenth < TENTHS; tenth++)
    if ((tenth + 1) / TENTHS > gone || tenth === TENTHS - 1) tenths[tenth] = (tenths[tenth] as number) + customers;
}
