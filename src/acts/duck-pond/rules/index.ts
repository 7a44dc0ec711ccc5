/** The duck pond: shoot the sitting duck, or scatter grain, paint glue and gather. */
import type { Act } from '../../../kernel/act.ts';
import { bots } from './bots/index.ts';
import { listControls, listGauges } from './controls.ts';
import { digestPond } from './fingerprint.ts';
import type { PondHappening } from './happenings.ts';
import { parseIntent, type PondIntent } from './intents.ts';
import { readOutcome, type PondOutcome } from './outcome.ts';
import { parseParameters, type PondParameters } from './parameters.ts';
import { TICKS_PER_SECOND, type PondState } from './state.ts';
import { createPond, stepPond } from './step.ts';

export { betStrategies, settleBet } from './bet.ts';
export { explain } from './explain.ts';
export { strategies } from './bots/index.ts';

export const act: Act<PondState, PondIntent, PondParameters, PondHappening, PondOutcome> = {
  id: 'duck-pond',
  version: 1,
  ticksPerSecond: TICKS_PER_SECOND,
  bots,
  create: createPond,
  step: stepPond,
  tick: (state) => state.tick,
  isOver: (state) => state.isOver,
  outcome: readOutcome,
  digest: digestPond,
  controls: listControls,
  gauges: listGauges,
  parseIntent,
  parseParameters,
};
