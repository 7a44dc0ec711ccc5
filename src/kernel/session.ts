import type { Happening } from './act.ts';
import { advanceRun, type Run } from './run.ts';

/** Slowest and fastest pace a player may choose, as a share of full speed: ten times as long for everything (WCAG 2.2.1). */
export const SLOWEST = 0.1;
export const FULL_SPEED = 1;

/** At most this many milliseconds are made up for after a pause of the page, so that nothing runs away. */
const LONGEST_STEP_MS = 250;

/**
 * Plays a run in real time: collects intents between ticks and spends the milliseconds it is given on whole ticks.
 * It has no clock of its own; whoever draws tells it how much time went by.
 */
export class Session<State = unknown, Intent = unknown> {
  readonly run: Run<State, Intent>;
  paused = false;
  /** Share of full speed, from `SLOWEST` to `FULL_SPEED` (workshop and bots' shows may go faster). Never part of a score. */
  speed = FULL_SPEED;
  #waiting: Intent[] = [];
  #owedMs = 0;
  readonly #listeners = new Set<(happened: readonly Happening[]) => void>();

  constructor(run: Run<State, Intent>) {
    this.run = run;
  }

  get isOver(): boolean {
    return this.run.act.isOver(this.run.state);
  }

  /** Share of the current tick that has gone by, from 0 to 1: the scene draws between two ticks with it. */
  get between(): number {
    return (this.#owedMs * this.run.act.ticksPerSecond) / 1000;
  }

  /** Asks for an intent; it is applied at the next tick. Ignored while paused or over. */
  ask(intent: Intent): void {
    if (!this.paused && !this.isOver) this.#waiting.push(intent);
  }

  /** Hears everything that happens, tick by tick. Returns the way to stop listening. */
  onHappened(listener: (happened: readonly Happening[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Spends elapsed milliseconds (0 or more) on ticks; a page that slept makes up for `LONGEST_STEP_MS` at most. */
  spend(elapsedMs: number): void {
    if (this.paused || this.isOver) return;
    const tickMs = 1000 / this.run.act.ticksPerSecond;
    this.#owedMs += Math.min(elapsedMs, LONGEST_STEP_MS) * this.speed;
    while (this.#owedMs >= tickMs && !this.paused && !this.isOver) {
      this.#owedMs -= tickMs;
      this.tick();
    }
  }

  /** One tick at once, whatever the clock says: for tests, fast-forward and resuming a draft. */
  tick(): void {
    const intents = this.#waiting;
    this.#waiting = [];
    const happened = advanceRun(this.run, intents);
    if (happened.length > 0) for (const listener of this.#listeners) listener(happened);
  }
}
