import type { Act, BotMaker, Outcome } from './act.ts';
import { advanceRun, startRun, type Run } from './run.ts';

/** Added to a run's seed for the bot's own, so that a bot that guesses doesn't follow the pond's draws. */
const BOT_SEED = 0x5eed;

/**
 * Plays a whole run with a bot, without recording it: the fast way, for statistics. Throws if the bot is not the
 * act's, or if the run doesn't end within `mostTicks`.
 */
export function playBot<State, Intent, Parameters, Result extends Outcome>(
  act: Act<State, Intent, Parameters, { readonly what: string }, Result>,
  parameters: Parameters,
  seed: number,
  name: string,
  mostTicks = 1_000_000,
): Result {
  const state = act.create(parameters, seed);
  const bot = botOf(act.bots, name)(seed + BOT_SEED);
  for (let tick = 0; !act.isOver(state); tick++) {
    if (tick >= mostTicks) throw new Error(`${act.id}: ${name} did not end within ${mostTicks} ticks`);
    act.step(state, bot.decide(state));
  }
  return act.outcome(state);
}

/** The same run as `playBot` plays, recorded: for replays and for watching. */
export function recordBot<State, Intent, Parameters>(
  act: Act<State, Intent, Parameters>,
  parameters: Parameters,
  seed: number,
  name: string,
): Run<State, Intent, Parameters> {
  const run = startRun(act, parameters, seed);
  const bot = botOf(act.bots, name)(seed + BOT_SEED);
  while (!act.isOver(run.state)) advanceRun(run, bot.decide(run.state));
  return run;
}

/** Makes the bot that plays a run of this seed: for a session that asks it tick by tick. */
export function makeBot<State, Intent>(
  act: Pick<Act<State, Intent>, 'bots'>,
  name: string,
  seed: number,
): ReturnType<BotMaker<State, Intent>> {
  return botOf(act.bots, name)(seed + BOT_SEED);
}

function botOf<State, Intent>(
  bots: Readonly<Record<string, BotMaker<State, Intent>>>,
  name: string,
): BotMaker<State, Intent> {
  const maker = Object.hasOwn(bots, name) ? bots[name] : undefined;
  if (maker === undefined) throw new Error(`there is no bot ${name}`);
  return maker;
}
