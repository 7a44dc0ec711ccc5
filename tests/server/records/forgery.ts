/** What a way to cheat is, and what all of them use. */
import type { ActFile } from '../../../src/kernel/content/act-file.ts';
import type { Library } from '../../../src/server/content/library.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import type { Attempt } from '../../../src/wire/records/records.ts';
import { playAttempt, readAct, there, type RunWishes, type TestDevice } from './device.ts';

/** What a forger has at hand. */
export interface Workshop {
  readonly library: Library;
  readonly device: TestDevice;
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: number;
  /** Records of somebody else that counted. */
  readonly others: { readonly run: StoredRecord; readonly examination: StoredRecord };
  /** Records of the forger's own that counted. */
  readonly own: { readonly run: StoredRecord; readonly answer: StoredRecord };
  /** Somebody else's, who plays on it. */
  readonly foreignDevice: string;
  /** Its player was erased a moment ago. */
  readonly erasedDevice: string;
  /** What is changed of an act's parameters where it is played: nothing, or what a kiosk changes. */
  readonly cutOf: (file: ActFile) => Changes;
}
type Changes = Readonly<Record<string, number>>;

/** Plays as it is played where the forger is. */
export async function playHere(
  { cutOf }: Pick<Workshop, 'cutOf'>,
  { changes = {}, ...wishes }: RunWishes,
): Promise<Attempt> {
  const { file } = await readAct(wishes.act);
  return playAttempt({ ...wishes, changes: { ...cutOf(file), ...changes } });
}

export interface Forgery {
  readonly name: string;
  /** What its receipt must say. */
  readonly becomes: string;
  /** The record, or the text of its JSON. `n` makes each one different. */
  make(workshop: Workshop, n: number): Promise<unknown>;
}

export type Loose = Readonly<Record<string, unknown>>;

/** A run of any act, changed before it is stamped. */
export function ofRun(change: (attempt: Attempt, n: number) => unknown): Forgery['make'] {
  return async (workshop, n) => {
    const { acts } = workshop.library;
    const attempt = await playHere(workshop, { act: there(acts[n % acts.length]), seed: 50_000 + n });
    return workshop.device.writeAny('attempt', change(attempt, n));
  };
}

/** The same record written again by the device, as if it were new. */
export function again(device: TestDevice, { type, payload }: StoredRecord, changes: Loose = {}): StoredRecord {
  return device.writeAny(type as 'attempt', { ...(payload as Loose), ...changes });
}

/** The record with other words on its envelope. */
export const beside = (record: StoredRecord, changes: Loose): Loose => ({ ...record, ...changes });

/** The same replay with some fields changed. */
export function withReplay(attempt: Attempt, changes: Loose): Loose {
  return { ...attempt, replay: { ...attempt.replay, ...changes } };
}
