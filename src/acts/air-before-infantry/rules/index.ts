/** Air before infantry: ten weeks, one purse, a province of walled towns; every order shows what it will do. */
import type { Act } from '../../../kernel/act.ts';
import { bots } from './bots/index.ts';
import { listControls } from './controls.ts';
import { createCampaign } from './create.ts';
import { digestCampaign } from './fingerprint.ts';
import { listGauges } from './gauges.ts';
import type { CampaignHappening } from './happenings.ts';
import { parseIntent, type CampaignIntent } from './intents.ts';
import { readOutcome, type CampaignOutcome } from './outcome.ts';
import { parseParameters, type CampaignParameters } from './parameters.ts';
import { TICKS_PER_SECOND, type CampaignState } from './state.ts';
import { stepCampaign } from './step.ts';

export { betStrategies, settleBet } from './bet.ts';
export { explain } from './explain.ts';
export { strategies } from './bots/index.ts';

export const act: Act<CampaignState, CampaignIntent, CampaignParameters, CampaignHappening, CampaignOutcome> = {
  id: 'air-before-infantry',
  version: 1,
  ticksPerSecond: TICKS_PER_SECOND,
  bots,
  create: createCampaign,
  step: stepCampaign,
  tick: (state) => state.tick,
  isOver: (state) => state.isOver,
  outcome: readOutcome,
  digest: digestCampaign,
  controls: listControls,
  gauges: listGauges,
  parseIntent,
  parseParameters,
};
