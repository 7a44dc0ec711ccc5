import type { Strategy } from '../../../../kernel/claim.ts';
import { makeFullCycle, makePicker, makePoacher, makeScatterAndGlue, makeScatterer } from './hosts.ts';
import type { PondBotMaker } from './pace.ts';
import { makeRandom } from './random.ts';
import { makeBaiter, makeCarefulShooter, makeShooter } from './shooters.ts';

/** Every strategy by name: six honest ones, and three that try to break the lesson (`baiter`, `picker`, `poacher`). */
export const bots = {
  shooter: makeShooter,
  carefulShooter: makeCarefulShooter,
  scatterer: makeScatterer,
  scatterAndGlue: makeScatterAndGlue,
  fullCycle: makeFullCycle,
  random: makeRandom,
  baiter: makeBaiter,
  picker: makePicker,
  poacher: makePoacher,
} as const satisfies Readonly<Record<string, PondBotMaker>>;

export type BotName = keyof typeof bots;

/** What the reveal draws. */
export const strategies: readonly Strategy[] = (
  ['shooter', 'carefulShooter', 'scatterer', 'scatterAndGlue', 'fullCycle', 'baiter'] as const
).map((bot) => ({ bot, text: { key: `strategies.${bot}` } }));
