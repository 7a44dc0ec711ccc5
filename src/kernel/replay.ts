/**
 * A replay file: everything that decides a run, and the fingerprints along the way. Replaying it gives the same
 * outcome on every machine. The hashes tell where two machines drift apart; they prove nothing about who played.
 */
import { type Act, BadInput, type Outcome } from './act.ts';
import { advanceRun, HASH_EVERY, startRun, type Run } from './run.ts';

export const REPLAY_FORMAT = 'marshals-baton/replay';
export const REPLAY_VERSION = 1;

/** A run of more ticks than this is refused: at 20 ticks a second it is 83 minutes. */
export const MOST_TICKS = 100_000;
/** A file with more intents than this is refused: ten a second through the longest run. */
export const MOST_INTENTS = 50_000;
/** More intents than this in one tick are refused. */
const MOST_INTENTS_A_TICK = 64;

export interface Replay<Intent = unknown, Parameters = unknown> {
  readonly format: typeof REPLAY_FORMAT;
  readonly version: typeof REPLAY_VERSION;
  /** The act's id. */
  readonly act: string;
  /** The version of the act's rules. */
  readonly rules: number;
  readonly parameters: Parameters;
  readonly seed: number;
  /** Ticks that the run had when it was recorded. */
  readonly ticks: number;
  /** Ticks between two fingerprints. */
  readonly hashEvery: number;
  /** The tick before which each intent was applied, in order, and the intent. */
  readonly intents: readonly (readonly [tick: number, intent: Intent])[];
  readonly hashes: readonly string[];
  /** What the recorder says that it came to; a verifier believes only its own. */
  readonly outcome?: Outcome;
}

export interface Verification {
  /** Whether every fingerprint, and the score if the file gives one, is what the run really gives. */
  readonly ok: boolean;
  readonly outcome: Outcome;
  /** The last fingerprint of the run as replayed. */
  readonly hash: string;
  /** Whether the run came to its end; one that breaks off has no result yet. */
  readonly isOver: boolean;
  /** Set when the fingerprints part: they still agreed this many ticks into the run, or never (0). */
  readonly driftAtTick?: number;
  /** Set when the fingerprints agree but the file's own series or score is another. */
  readonly falseOutcome?: true;
}

/** Writes down a run, over or under way. */
export function recordReplay<State, Intent, Parameters>(
  run: Run<State, Intent, Parameters>,
): Replay<Intent, Parameters> {
  const { act, parameters, seed } = run;
  return {
    format: REPLAY_FORMAT,
    version: REPLAY_VERSION,
    act: act.id,
    rules: act.version,
    parameters,
    seed,
    ticks: act.tick(run.state),
    hashEvery: HASH_EVERY,
    intents: [...run.intents],
    hashes: [...run.hashes],
    outcome: act.outcome(run.state),
  };
}

/** Checks a replay that came from outside. Throws `BadInput` naming the path and the reason. */
export function parseReplay<State, Intent, Parameters>(
  value: unknown,
  act: Act<State, Intent, Parameters>,
): Replay<Intent, Parameters> {
  const file = object('replay', value);
  if (file['format'] !== REPLAY_FORMAT) throw new BadInput('replay.format', `is not ${REPLAY_FORMAT}`);
  if (file['version'] !== REPLAY_VERSION)
    throw new BadInput('replay.version', `is ${show(file['version'])}; this game reads version ${REPLAY_VERSION}`);
  if (file['act'] !== act.id) throw new BadInput('replay.act', `is ${show(file['act'])}, not ${act.id}`);
  if (file['rules'] !== act.version)
    throw new BadInput(
      'replay.rules',
      `is ${show(file['rules'])}; the rules of ${act.id} here are version ${act.version}`,
    );
  const seed = file['seed'];
  if (typeof seed !== 'number' || !Number.isFinite(seed)) throw new BadInput('replay.seed', 'must be a finite number');
  const ticks = whole('replay.ticks', file['ticks'], 0, MOST_TICKS);
  const hashEvery = whole('replay.hashEvery', file['hashEvery'], HASH_EVERY, HASH_EVERY);
  const hashes = list('replay.hashes', file['hashes'], Math.ceil(MOST_TICKS / HASH_EVERY) + 1).map((hash, i) => {
    if (typeof hash === 'string' && /^[0-9a-f]{16}$/.test(hash)) return hash;
    throw new BadInput(`replay.hashes.${i}`, 'must be 16 hexadecimal digits');
  });
  const outcome = file['outcome'] === undefined ? {} : { outcome: parseOutcome(file['outcome']) };
  return {
    format: REPLAY_FORMAT,
    version: REPLAY_VERSION,
    act: act.id,
    rules: act.version,
    parameters: act.parseParameters(file['parameters']),
    seed,
    ticks,
    hashEvery,
    intents: parseIntents(file['intents'], ticks, act),
    hashes,
    ...outcome,
  };
}

function parseIntents<Intent>(
  value: unknown,
  ticks: number,
  act: Pick<Act<unknown, Intent>, 'parseIntent'>,
): readonly (readonly [number, Intent])[] {
  let last = 0;
  let together = 0;
  return list('replay.intents', value, MOST_INTENTS).map((entry, i) => {
    const path = `replay.intents.${i}`;
    const pair = list(path, entry, 2);
    if (pair.length !== 2) throw new BadInput(path, 'must be a tick and an intent');
    const tick = whole(`${path}.0`, pair[0], last, Math.max(0, ticks - 1));
    together = tick === last ? together + 1 : 1;
    if (together > MOST_INTENTS_A_TICK)
      throw new BadInput(path, `is one of more than ${MOST_INTENTS_A_TICK} intents in one tick`);
    last = tick;
    try {
      return [tick, act.parseIntent(pair[1])] as const;
    } catch (error) {
      if (error instanceof BadInput) throw new BadInput(`${path}.1 (${error.path})`, error.reason);
      throw error;
    }
  });
}

function parseOutcome(value: unknown): Outcome {
  const given = object('replay.outcome', value);
  const score = given['score'];
  if (typeof score !== 'number' || !Number.isFinite(score))
    throw new BadInput('replay.outcome.score', 'must be a finite number');
  const series = list('replay.outcome.series', given['series'], 1000).map((each, i) => {
    if (typeof each === 'number' && Number.isFinite(each)) return each;
    throw new BadInput(`replay.outcome.series.${i}`, 'must be a finite number');
  });
  return { ...given, series, score };
}

/** Plays a parsed replay again and compares. Never runs longer than the file's ticks, which `parseReplay` limits. */
export function verifyReplay<State, Intent, Parameters>(
  act: Act<State, Intent, Parameters>,
  replay: Replay<Intent, Parameters>,
): Verification {
  const run = replayRun(act, replay);
  const outcome = act.outcome(run.state);
  const found = { outcome, hash: run.hashes.at(-1) ?? '', isOver: act.isOver(run.state) };
  const drift = findDrift(run.hashes, replay.hashes, act.tick(run.state), replay.ticks);
  if (drift !== undefined) return { ok: false, ...found, driftAtTick: drift };
  const { outcome: told } = replay;
  if (told !== undefined && (told.score !== outcome.score || !isSameList(told.series, outcome.series)))
    return { ok: false, ...found, falseOutcome: true };
  return { ok: true, ...found };
}

/** Plays a replay's intents up to its last tick (or the given one) and returns the run, to be looked at or gone on with. */
export function replayRun<State, Intent, Parameters>(
  act: Act<State, Intent, Parameters>,
  replay: Replay<Intent, Parameters>,
  untilTick = replay.ticks,
): Run<State, Intent, Parameters> {
  const run = startRun(act, replay.parameters, replay.seed);
  const { intents } = replay;
  let next = 0;
  for (let tick = 0; tick < untilTick && !act.isOver(run.state); tick++) {
    const now: Intent[] = [];
    for (let pair = intents[next]; pair !== undefined && pair[0] === tick; pair = intents[++next]) now.push(pair[1]);
    advanceRun(run, now);
  }
  return run;
}

function findDrift(
  real: readonly string[],
  told: readonly string[],
  realTicks: number,
  toldTicks: number,
): number | undefined {
  for (let i = 0; i < Math.max(real.length, told.length); i++) if (real[i] !== told[i]) return i * HASH_EVERY;
  return realTicks === toldTicks ? undefined : Math.min(realTicks, toldTicks);
}

function isSameList(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

function object(path: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(path, 'must be an object');
  return value as Readonly<Record<string, unknown>>;
}

function list(path: string, value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new BadInput(path, 'must be a list');
  if (value.length > most) throw new BadInput(path, `has ${value.length} entries; at most ${most} are read`);
  return value as readonly unknown[];
}

function whole(path: string, value: unknown, from: number, to: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to)
    throw new BadInput(path, `must be a whole number from ${from} to ${to}, is ${show(value)}`);
  return value + 0;
}

function show(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value).slice(0, 40) : typeof value;
}
