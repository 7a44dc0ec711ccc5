/**
 * What every act gives to the rest of the house. An act is a set of pure functions on a state that a run owns:
 * no clock, no DOM, no randomness but the state's own. Methods are written in method form on purpose, so that a
 * list of different acts can be held as `Act` without naming their types.
 */
import type { Digest } from './hash.ts';

/** A text in a language file, by key, with the values that fill its placeholders. */
export interface TextRef {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Something that the player can do now; each has a real button in the page. */
export interface Control<Intent = unknown> {
  /** Stable name, such as `tool-grain` or `spot-3`: focus, remapping and tests use it. */
  readonly id: string;
  /** Controls of one group are scanned and arrow-walked together, in the order given. */
  readonly group: string;
  readonly text: TextRef;
  /** What happens when it is pressed. */
  readonly intent: Intent;
  /** A control that is not enabled stays visible and says why. */
  readonly enabled: boolean;
  /** Set for choices that stay chosen (a tool in hand). */
  readonly pressed?: boolean;
}

/** A number that the player must be able to see and hear: effort left, ducks, evening. */
export interface Gauge {
  readonly id: string;
  readonly text: TextRef;
  readonly value: number;
  /** Present when the number has an upper end that matters. */
  readonly max?: number;
}

/** One thing that happened in a tick: it is drawn, sounded, captioned and read out, and decides nothing. */
export interface Happening {
  readonly what: string;
}

/** What a run came to. `series` is what the reveal draws: the act's main figure after each round. */
export interface Outcome {
  readonly series: readonly number[];
  readonly score: number;
}

/** A strategy: sees the state, gives intents. It may keep its own memory; it must not draw from the state's numbers. */
export interface Bot<State = unknown, Intent = unknown> {
  decide(state: State): readonly Intent[];
}

/** Makes a bot for one run. The seed is the bot's own, so that a bot that guesses guesses the same way again. */
export type BotMaker<State = unknown, Intent = unknown> = (seed: number) => Bot<State, Intent>;

export interface Act<
  State = unknown,
  Intent = unknown,
  Parameters = unknown,
  Happened extends Happening = Happening,
  Result extends Outcome = Outcome,
> {
  /** The folder's name under `levels/` and `src/acts/`. */
  readonly id: string;
  /** Goes up with every change that makes an old replay end differently. */
  readonly version: number;
  /** Ticks in a second at full speed. */
  readonly ticksPerSecond: number;
  /** Names of the bots, in the order in which the reveal draws them. */
  readonly bots: Readonly<Record<string, BotMaker<State, Intent>>>;

  create(parameters: Parameters, seed: number): State;
  /** Advances the state by one tick, in place, after applying the intents in order; says what happened. */
  step(state: State, intents: readonly Intent[]): readonly Happened[];
  /** Ticks done. */
  tick(state: State): number;
  isOver(state: State): boolean;
  outcome(state: State): Result;
  /** Adds everything that decides how the run goes on to the digest. */
  digest(state: State, into: Digest): void;

  /** Everything that can be acted on now, for buttons, keys, switches and screen readers. */
  controls(state: State): readonly Control<Intent>[];
  gauges(state: State): readonly Gauge[];

  /** Checks an intent that came from outside (a file, a server). Throws `BadInput` with a path and a reason. */
  parseIntent(value: unknown): Intent;
  /** Checks parameters that came from outside. Throws `BadInput` with a path and a reason. */
  parseParameters(value: unknown): Parameters;
}

/** Input from outside that cannot be used; `path` says where in the input, `reason` what is wrong (English, for logs). */
export class BadInput extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.name = 'BadInput';
    this.path = path;
    this.reason = reason;
  }
}
