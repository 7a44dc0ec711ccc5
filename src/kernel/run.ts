import type { Act, Happening, Outcome } from './act.ts';
import { Digest } from './hash.ts';

/** Ticks between two fingerprints in a replay, so that a drift says within how many ticks it began. */
export const HASH_EVERY = 100;

/** A run under way: the state, and the record of what was asked of it. Owned by one player, bot or verifier. */
export interface Run<State = unknown, Intent = unknown, Parameters = unknown> {
  readonly act: Act<State, Intent, Parameters>;
  readonly parameters: Parameters;
  readonly seed: number;
  readonly state: State;
  /** Intents by tick, in order: the tick before which they were applied, and the intent. */
  readonly intents: (readonly [tick: number, intent: Intent])[];
  /** The chain of fingerprints, one every `HASH_EVERY` ticks: each covers the state and the one before. */
  readonly hashes: string[];
}

/** Begins a run. The same act, parameters, seed and intents give the same run in every engine. */
export function startRun<State, Intent, Parameters>(
  act: Act<State, Intent, Parameters>,
  parameters: Parameters,
  seed: number,
): Run<State, Intent, Parameters> {
  return { act, parameters, seed, state: act.create(parameters, seed), intents: [], hashes: [] };
}

/** Advances a run by one tick; does nothing once it is over. */
export function advanceRun<State, Intent, Parameters>(
  run: Run<State, Intent, Parameters>,
  intents: readonly Intent[],
): readonly Happening[] {
  const { act, state } = run;
  if (act.isOver(state)) return [];
  const tick = act.tick(state);
  for (const intent of intents) run.intents.push([tick, intent]);
  const happened = act.step(state, intents);
  if (act.tick(state) % HASH_EVERY === 0 || act.isOver(state)) run.hashes.push(nextHash(run));
  return happened;
}

/** The result of a run so far. */
export function outcomeOf(run: Run): Outcome {
  return run.act.outcome(run.state);
}

function nextHash(run: Run): string {
  const digest = new Digest().text(run.hashes.at(-1) ?? '');
  run.act.digest(run.state, digest);
  return digest.hex();
}
