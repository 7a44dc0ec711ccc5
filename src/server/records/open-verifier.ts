import { availableParallelism } from 'node:os';

import type { Library } from '../content/library.ts';
import { describeVersions, loadVersions } from './act-versions.ts';
import { checkAnswer } from './check-answer.ts';
import { CheckThreads, type ThreadLimits } from './threads/check-threads.ts';
import type { Checked, CheckedExamination, CheckedRun, Verifier } from './verifier.ts';

/**
 * A run takes 1 to 25 ms with its bet, an examination up to 35; the longest replays that the limits of size and number
 * let through took 370 (docs/server.md). This only ends what would never end: it must not hit an honest run on a
 * machine that has no time.
 */
const MS_PER_CHECK = 10_000;
const HEAP_MB = 128;
/** Half of a device's patience. */
const MOST_WAIT_MS = 10_000;
/** Two batches of one player, and a thousand players at once. */
const QUEUE = { ofOne: 100, inAll: 2_000 };

/** Makes ready to play runs again; the threads start when the first run comes. Rejects when an act cannot be read. */
export async function openVerifier(
  library: Pick<Library, 'items' | 'acts'>,
  limits: Partial<ThreadLimits> = {},
): Promise<Verifier> {
  const versions = await loadVersions();
  const threads = new CheckThreads({
    threads: Math.max(1, availableParallelism() - 1),
    msPerCheck: MS_PER_CHECK,
    heapMb: HEAP_MB,
    queue: QUEUE,
    mostWaitMs: MOST_WAIT_MS,
    ...limits,
  });
  return {
    rules: describeVersions(versions),
    checkAttempt: async (attempt, asker) =>
      (await threads.check({ check: 'attempt', attempt }, asker)) as Checked<CheckedRun>,
    checkAnswer: async (answer) => checkAnswer(library, answer),
    checkExamination: async (examination, asker) =>
      (await threads.check({ check: 'examination', examination }, asker)) as Checked<CheckedExamination>,
    warm: () => threads.warm(),
    close: () => threads.close(),
  };
}
