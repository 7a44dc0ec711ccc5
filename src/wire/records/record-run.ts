import { BadInput, type Act, type Outcome } from '../../kernel/act.ts';
import {
  parseReplay,
  recordReplay,
  replayRun as replayParsed,
  verifyReplay,
  type Replay,
} from '../../kernel/replay.ts';
import type { Run } from '../../kernel/run.ts';
import { asJson } from './canonical.ts';

/** Takes down a run, over or under way, as it can be kept, sent and played again. */
export function recordRun(run: Run): Replay {
  return asJson(recordReplay(run));
}

/**
 * Plays a kept run again up to its last tick. Throws `BadInput` when it is not of this act and these rules, or when
 * a parameter or an intent is not the act's; the fingerprints are for the caller to compare.
 */
export function replayRun<State, Intent, Parameters>(
  act: Act<State, Intent, Parameters>,
  kept: unknown,
): Run<State, Intent, Parameters> {
  return replayParsed(act, parseReplay(kept, act));
}

/**
 * What an attempt's replay does not say truly when it is played again with these rules; null when all of it holds.
 * The path is below the attempt. The rules' version must be the replay's own.
 */
export function findReplayFault(
  act: Act,
  replay: unknown,
  outcome: Outcome,
): { readonly path: string; readonly reason: string } | null {
  try {
    const verified = verifyReplay(act, parseReplay(replay, act));
    if (verified.driftAtTick !== undefined)
      return { path: 'replay.hashes', reason: `the run played again parts from it after tick ${verified.driftAtTick}` };
    const same =
      [verified.outcome.score, ...verified.outcome.series].join() === [outcome.score, ...outcome.series].join();
    if (!same || !verified.ok) return { path: 'outcome', reason: `played again it comes to ${verified.outcome.score}` };
    return null;
  } catch (error) {
    if (error instanceof BadInput) return { path: error.path, reason: error.reason };
    throw error;
  }
}
