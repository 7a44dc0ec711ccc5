import { seedRandom, drawBelow } from '../../../kernel/random.ts';
import { useBolt } from './crossbow.ts';
import { move, tell } from './ducks.ts';
import { beginEvening, endEvening } from './evenings.ts';
import type { PondHappening } from './happenings.ts';
import { useGlue, useGrain, useHand, workOn } from './host.ts';
import { SPOTS, type PondIntent } from './intents.ts';
import type { PondParameters } from './parameters.ts';
import { lookAbout, peck, touchDown } from './shore.ts';
import { lookDown, sendFlocks } from './sky.ts';
import { NEVER, PHASE, TICKS_PER_SECOND, type PondState } from './state.ts';

const NOTHING: readonly PondHappening[] = Object.freeze([]);
const MIDDLE = (SPOTS - 1) / 2;

/** Makes the pond as it is before the first tick. `parameters` must be ones that `parseParameters` gave. */
export function createPond(parameters: PondParameters, seed: number): PondState {
  const { ducks } = parameters;
  const flocks = Math.ceil(ducks / parameters.flockSize);
  const random = seedRandom(seed);
  const flock = new Uint16Array(ducks);
  const dye = new Uint8Array(ducks);
  for (let duck = 0; duck < ducks; duck++) {
    flock[duck] = Math.floor(duck / parameters.flockSize);
    dye[duck] = drawBelow(random, 3);
  }
  const flockFrom = new Uint16Array(flocks + 1);
  for (let i = 0; i <= flocks; i++) flockFrom[i] = Math.min(ducks, i * parameters.flockSize);
  return {
    parameters,
    random,
    tick: 0,
    evening: 0,
    partBegan: 0,
    partEnds: 0,
    isNight: false,
    isOver: false,
    tool: 'bolt',
    effort: parameters.effort,
    shotsTonight: 0,
    hostAt: MIDDLE,
    gatherAt: -1,
    isStalking: false,
    gatherIn: 0,
    gatherDuck: -1,
    aimAt: -1,
    aimSince: 0,
    fear: new Float64Array(SPOTS),
    grain: new Int32Array(SPOTS),
    glue: new Float64Array(SPOTS),
    resting: new Int32Array(SPOTS),
    feeding: new Int32Array(SPOTS),
    held: new Int32Array(SPOTS),
    phase: new Uint8Array(ducks),
    spot: new Int8Array(ducks).fill(-1),
    heading: new Int8Array(ducks).fill(1),
    since: new Int32Array(ducks),
    until: new Int32Array(ducks).fill(NEVER),
    dye,
    flock,
    eaten: new Uint8Array(ducks),
    patience: new Uint8Array(ducks),
    flockFrom,
    fright: new Float64Array(flocks),
    dread: new Float64Array(flocks),
    fondness: new Float64Array(flocks),
    nextPass: new Int32Array(flocks).fill(NEVER),
    tally: {
      taken: 0,
      held: 0,
      shots: 0,
      hits: 0,
      frightened: 0,
      torn: 0,
      gathered: 0,
      handfuls: 0,
      coats: 0,
      shunned: 0,
      atDusk: 0,
      lost: 0,
      slipped: 0,
      unheld: 0,
      refused: 0,
    },
    series: [],
    landed: [],
    news: [],
  };
}

/** Advances the pond by one tick, in place. Does nothing once it is over. */
export function stepPond(state: PondState, intents: readonly PondIntent[]): readonly PondHappening[] {
  if (state.isOver) return NOTHING;
  if (state.tick >= state.partEnds && (state.evening === 0 || state.isNight)) beginEvening(state);
  for (let i = 0; i < intents.length; i++) apply(state, intents[i] as PondIntent);
  fadeFear(state);
  if (!state.isNight) {
    sendFlocks(state);
    workOn(state);
  }
  moveDucks(state);
  state.tick++;
  if (!state.isNight && state.tick >= state.partEnds) endEvening(state);
  const { news } = state;
  if (news.length === 0) return NOTHING;
  state.news = [];
  return news;
}

function apply(state: PondState, intent: PondIntent): void {
  if (intent.do === 'take') {
    if (state.tool === intent.tool) return;
    state.tool = intent.tool;
    state.aimAt = -1;
    tell(state, { what: 'take', tool: intent.tool });
  } else if (state.isNight) {
    if (intent.do === 'use') tell(state, { what: 'refused', why: 'night', at: intent.at });
  } else if (intent.do === 'sleep') state.partEnds = state.tick;
  else if (state.tool === 'bolt') useBolt(state, intent.at);
  else if (state.tool === 'grain') useGrain(state, intent.at);
  else if (state.tool === 'glue') useGlue(state, intent.at);
  else useHand(state, intent.at);
}

function fadeFear(state: PondState): void {
  const { fear } = state;
  const kept = 1 - state.parameters.fearFades / TICKS_PER_SECOND;
  for (let spot = 0; spot < SPOTS; spot++) fear[spot] = (fear[spot] as number) * kept;
}

/** Lets every bird whose moment has come decide; all others cost one comparison. */
function moveDucks(state: PondState): void {
  const { until, phase, tick } = state;
  for (let duck = 0; duck < until.length; duck++) {
    if ((until[duck] as number) > tick) continue;
    const now = phase[duck];
    if (now === PHASE.passing) lookDown(state, duck);
    else if (now === PHASE.landing) touchDown(state, duck);
    else if (now === PHASE.resting) lookAbout(state, duck);
    else if (now === PHASE.feeding) peck(state, duck);
    else move(state, duck, PHASE.away, -1, NEVER);
  }
}
