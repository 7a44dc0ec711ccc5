/** The blind man carries the lame man: alone they do not arrive, together they do, if each tells the other what he knows. */
import type { Act } from '../../../kernel/act.ts';
import { bots } from './bots/index.ts';
import { listControls, listGauges } from './controls.ts';
import { createRoad } from './create.ts';
import { digestRoad } from './fingerprint.ts';
import type { RoadHappening } from './happenings.ts';
import { parseIntent, type RoadIntent } from './intents.ts';
import { readOutcome, type RoadOutcome } from './outcome.ts';
import { parseParameters, type RoadParameters } from './parameters.ts';
import { TICKS_PER_SECOND, type RoadState } from './state.ts';
import { stepRoad } from './step.ts';

export { betStrategies, settleBet } from './bet.ts';
export { explain } from './explain.ts';
export { strategies } from './bots/index.ts';

export const act: Act<RoadState, RoadIntent, RoadParameters, RoadHappening, RoadOutcome> = {
  id: 'blind-and-lame',
  version: 1,
  ticksPerSecond: TICKS_PER_SECOND,
  bots,
  create: createRoad,
  step: stepRoad,
  tick: (state) => state.tick,
  isOver: (state) => state.isOver,
  outcome: readOutcome,
  digest: digestRoad,
  controls: listControls,
  gauges: listGauges,
  parseIntent,
  parseParameters,
};
