/** Plays bots on worker threads: one thread a core, the seeds dealt out in chunks, the outcomes in order. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Outcome } from '../../src/kernel/act.ts';

/** Runs to play: one bot, one set of parameters, `count` seeds from `firstSeed` on. */
export interface Batch {
  readonly act: string;
  readonly bot: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly firstSeed: number;
  readonly count: number;
}

export interface Played {
  readonly outcomes: readonly Outcome[];
  /** Processor seconds that the runs took. */
  readonly seconds: number;
}

/** What a worker is sent, and what it answers. */
export interface Task extends Batch {
  readonly id: number;
}
export type Answer = { readonly id: number } & (Played | { readonly error: string });

interface Waiting {
  readonly task: Task;
  readonly resolve: (played: Played) => void;
  readonly reject: (error: Error) => void;
}

/** Seeds in one chunk: small enough to share the work evenly, large enough to be worth a message. */
const CHUNK = 100;

export class BotPool {
  readonly #idle: Worker[] = [];
  readonly #workers: Worker[] = [];
  readonly #queue: Waiting[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  #nextId = 1;

  /** Starts the threads; by default one for each core that this process may use. */
  constructor(threads = availableParallelism()) {
    for (let i = 0; i < threads; i++) {
      const worker = new Worker(new URL('worker.mjs', import.meta.url));
      worker.on('message', (answer: Answer) => this.#finish(worker, answer));
      worker.on('error', (error) => this.#fail(worker, error instanceof Error ? error : new Error(String(error))));
      this.#workers.push(worker);
      this.#idle.push(worker);
    }
  }

  /** Plays a batch; the outcomes come in the order of the seeds. Rejects if a run throws. */
  async play(batch: Batch): Promise<Played> {
    const parts: Promise<Played>[] = [];
    for (let from = 0; from < batch.count; from += CHUNK) {
      const count = Math.min(CHUNK, batch.count - from);
      parts.push(this.#ask({ ...batch, firstSeed: batch.firstSeed + from, count, id: this.#nextId++ }));
    }
    const played = await Promise.all(parts);
    return {
      outcomes: played.flatMap((part) => part.outcomes),
      seconds: played.reduce((sum, part) => sum + part.seconds, 0),
    };
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async #ask(task: Task): Promise<Played> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#deal();
    });
  }

  #deal(): void {
    while (this.#queue.length > 0) {
      const worker = this.#idle.pop();
      if (worker === undefined) return;
      const waiting = this.#queue.shift() as Waiting;
      this.#busy.set(worker, waiting);
      worker.postMessage(waiting.task);
    }
  }

  #finish(worker: Worker, answer: Answer): void {
    const waiting = this.#busy.get(worker);
    this.#busy.delete(worker);
    this.#idle.push(worker);
    this.#deal();
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer);
  }

  /** A thread that died answers nothing any more: whatever waits for it is refused. */
  #fail(worker: Worker, error: Error): void {
    this.#busy.get(worker)?.reject(error);
    this.#busy.delete(worker);
    if (this.#workers.length === 1 || this.#busy.size === 0)
      for (const waiting of this.#queue.splice(0)) waiting.reject(error);
  }
}
