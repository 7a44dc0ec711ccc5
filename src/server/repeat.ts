/** Work that the server does by itself from time to time. */
import { tellError } from './log.ts';
import type { Grounds } from './grounds.ts';

/** Soon after the start, so that a server which is restarted every night still does it. */
const FIRST_AFTER_MS = 60 * 1000;

interface Repeated {
  /** Milliseconds from the end of one time to the next. */
  readonly everyMs: number;
  /** What the log says when it has failed; it is then done again at its time. */
  readonly failed: string;
  work(): Promise<void>;
}

/** Does the work soon after the start and then again and again. @returns the way to stop, which waits for what is under way */
export function repeat({ log }: Pick<Grounds, 'log'>, { everyMs, failed, work }: Repeated): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(run, FIRST_AFTER_MS);
  timer.unref();

  function run(): void {
    running = work()
      .catch((error: unknown) => log.error({ error: tellError(error) }, failed))
      .finally(() => {
        if (stopped) return;
        timer = setTimeout(run, everyMs);
        timer.unref();
      });
  }
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
