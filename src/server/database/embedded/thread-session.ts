import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

import type { Session, SessionAnswer } from './session.ts';
import { type FromThread, LiteError, type ThreadGiven, type ToThread } from './thread-messages.ts';

/**
 * V8 compiles WebAssembly twice: fast code at once, faster code later for what runs often. For this database the second
 * one is not worth its memory (measured: 55 MB less, opening in half the time, sums over 300,000 rows a quarter slower).
 */
const COMPILE_ONCE = '--liftoff-only';

interface Asked {
  readonly resolve: (answer: SessionAnswer | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** Opens PGlite's folder in a thread of its own. Rejects when it cannot be opened. */
export async function openThreadSession(given: ThreadGiven): Promise<Session> {
  setFlagsFromString(COMPILE_ONCE);
  const worker = new Worker(new URL('thread.mjs', import.meta.url), { workerData: given, execArgv: [] });
  const waiting = new Map<number, Asked>();
  let nextId = 1;
  let isClosing = false;
  let gone: Error | undefined;
  let tellLost: (error: Error) => void = () => {};
  const lost = new Promise<Error>((resolve) => {
    tellLost = resolve;
  });

  const end = (error: Error): void => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
    if (!isClosing) tellLost(gone);
  };
  const ask = (message: (id: number) => ToThread): Promise<SessionAnswer | undefined> =>
    new Promise((resolve, reject) => {
      if (gone !== undefined) {
        reject(gone);
        return;
      }
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      worker.postMessage(message(id));
    });

  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (told: FromThread) => {
      if ('open' in told) resolve();
      else if ('dead' in told) end(new LiteError(told.dead));
      else {
        const asked = waiting.get(told.id);
        waiting.delete(told.id);
        if ('fault' in told) asked?.reject(new LiteError(told.fault));
        else asked?.resolve('answer' in told ? told.answer : undefined);
      }
    });
    worker.on('error', (error: unknown) => {
      const told = error instanceof Error ? error : new Error(String(error));
      reject(told);
      end(told);
    });
    worker.on('exit', () => {
      const told = new Error('The thread of the embedded database has ended.');
      reject(told);
      end(told);
    });
  });
  await opened;

  return {
    async query(sql, parameters) {
      const answer = await ask((id) => ({ id, sql, parameters }));
      if (answer === undefined) throw new Error('The embedded database gave no answer.');
      return answer;
    },
    lost,
    async close() {
      if (isClosing) return;
      isClosing = true;
      const ended = new Promise<void>((resolve) => {
        worker.once('exit', () => resolve());
      });
      try {
        if (gone === undefined) await ask((id) => ({ id, close: true }));
      } finally {
        void worker.terminate();
        await ended;
      }
    },
  };
}
