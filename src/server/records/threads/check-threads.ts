/**
 * Threads that check runs and examinations, each check within limits of time and memory. A thread that goes beyond them
 * is ended and another one takes its place, so that no input can hold up the others for longer than its own time.
 */
import { Worker } from 'node:worker_threads';

import { Refusal } from '../../routing/refusal.ts';
import { FairQueue, type QueueLimits } from './fair-queue.ts';
import type { Report, Task, TaskResult } from './task.ts';

export interface ThreadLimits {
  /** Most threads at a time, 1 or more. They are started when they are needed. */
  readonly threads: number;
  /** Most milliseconds for one check. */
  readonly msPerCheck: number;
  /** Most megabytes of a thread's heap. */
  readonly heapMb: number;
  readonly queue: QueueLimits;
  /** Longest wait in the queue, in milliseconds, as far as it can be foreseen; who would wait longer is sent away. */
  readonly mostWaitMs: number;
}

interface Job {
  readonly task: Task;
  readonly resolve: (result: TaskResult) => void;
  readonly reject: (error: Error) => void;
}

/** A thread, and what it is doing. */
interface Thread {
  readonly worker: Worker;
  job: Job | null;
  /** When the job was given to it, by the clock of `performance`. */
  since: number;
  timer: NodeJS.Timeout | null;
}

/** A thread that has not loaded its rules by then never will. */
const START_MS = 60_000;
/** Share of the latest check in what is thought of the next ones. */
const LATEST = 0.1;

const THREAD = new URL('thread.mjs', import.meta.url);

export class CheckThreads {
  readonly #limits: ThreadLimits;
  readonly #file: URL;
  readonly #queue: FairQueue<Job>;
  readonly #threads = new Set<Thread>();
  readonly #idle: Thread[] = [];
  #starting = 0;
  /** What a check takes, in milliseconds: a mean in which the past fades. */
  #pace = 0;
  #closed = false;

  /** `file` is the thread's program; tests give their own. */
  constructor(limits: ThreadLimits, file = THREAD) {
    this.#limits = limits;
    this.#file = file;
    this.#queue = new FairQueue(limits.queue);
  }

  /** Rejects as `Verifier` says. */
  async check(task: Task, asker: string): Promise<TaskResult> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error('the verifier is closed'));
      // A device gives up after some seconds and comes again: what it would wait longer for, would be done twice.
      const wait = (this.#queue.size * this.#pace) / this.#limits.threads;
      if (wait > this.#limits.mostWaitMs || !this.#queue.push(asker, { task, resolve, reject }))
        return reject(new Refusal('tooMany', 'too much waits to be checked', Math.max(1, Math.ceil(wait / 1000))));
      this.#deal();
    });
  }

  /** Starts a thread before there is work for it. */
  warm(): void {
    if (!this.#closed && this.#threads.size === 0) this.#start();
  }

  /** Ends the threads; whatever waits is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const ended = new Error('the verifier was closed');
    for (const job of this.#queue.empty()) job.reject(ended);
    for (const { job } of this.#threads) job?.reject(ended);
    await Promise.all([...this.#threads].map(async (thread) => this.#end(thread)));
  }

  #deal(): void {
    while (this.#queue.size > 0) {
      const thread = this.#idle.pop();
      if (thread === undefined) break;
      const job = this.#queue.take();
      if (job === undefined) break;
      this.#give(thread, job);
    }
    const wanted = Math.min(this.#queue.size, this.#limits.threads);
    while (this.#starting < wanted && this.#threads.size < this.#limits.threads) this.#start();
  }

  #give(thread: Thread, job: Job): void {
    thread.job = job;
    thread.since = performance.now();
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      this.#lose(thread);
      job.resolve({ ok: false, mark: 'tooLong', detail: `took longer than ${this.#limits.msPerCheck} ms` });
    }, this.#limits.msPerCheck);
    thread.worker.postMessage(job.task);
  }

  #start(): void {
    // Nothing of the environment goes along: what plays made-up runs must not know the server's secrets.
    const worker = new Worker(this.#file, {
      env: {},
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.heapMb,
        maxYoungGenerationSizeMb: this.#limits.heapMb / 4,
      },
    });
    const thread: Thread = { worker, job: null, since: 0, timer: null };
    this.#threads.add(thread);
    this.#starting++;
    let isReady = false;
    const failStart = (error: Error): void => {
      isReady = true;
      this.#starting--;
      this.#lose(thread);
      for (const job of this.#queue.empty()) job.reject(error);
    };
    const tooSlow = setTimeout(() => failStart(new Error('a checking thread did not start')), START_MS);
    worker.on('message', (report: Report) => {
      if (report.say !== 'ready') return this.#finish(thread, report);
      isReady = true;
      clearTimeout(tooSlow);
      this.#starting--;
      this.#rest(thread);
    });
    worker.on('error', (cause: unknown) => {
      clearTimeout(tooSlow);
      const error = cause instanceof Error ? cause : new Error(String(cause));
      if (isReady) this.#fail(thread, error);
      else failStart(error);
    });
    worker.on('exit', () => {
      clearTimeout(tooSlow);
      if (!this.#threads.has(thread)) return;
      const error = new Error('a checking thread ended by itself');
      if (isReady) this.#fail(thread, error);
      else failStart(error);
    });
  }

  #finish(thread: Thread, report: Exclude<Report, { say: 'ready' }>): void {
    const { job } = thread;
    if (job === null) return;
    const took = performance.now() - thread.since;
    this.#pace = this.#pace === 0 ? took : this.#pace + LATEST * (took - this.#pace);
    this.#release(thread);
    if (report.say === 'done') job.resolve(report.result);
    else job.reject(new Error(`a check fell over: ${report.reason}`));
    this.#rest(thread);
  }

  /** A thread that died: of its memory's limit, which is the input's doing, or of something else, which is ours. */
  #fail(thread: Thread, error: Error): void {
    const { job } = thread;
    const isOutOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.#lose(thread);
    if (isOutOfMemory) job?.resolve({ ok: false, mark: 'tooLong', detail: 'needs more memory than a check may have' });
    else job?.reject(error);
  }

  #rest(thread: Thread): void {
    if (this.#closed) return;
    // An idle thread does not keep the process alive.
    thread.worker.unref();
    this.#idle.push(thread);
    this.#deal();
  }

  #lose(thread: Thread): void {
    void this.#end(thread);
    this.#deal();
  }

  #release(thread: Thread): void {
    if (thread.timer !== null) clearTimeout(thread.timer);
    thread.timer = null;
    thread.job = null;
  }

  async #end(thread: Thread): Promise<void> {
    this.#release(thread);
    this.#threads.delete(thread);
    const place = this.#idle.indexOf(thread);
    if (place >= 0) this.#idle.splice(place, 1);
    await thread.worker.terminate();
  }
}
