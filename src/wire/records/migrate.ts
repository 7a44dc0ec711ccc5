import type { RecordType } from './records.ts';

/** Turns a payload of version n into one of version n + 1. Pure; must accept every payload that version n wrote. */
export type Step = (payload: unknown) => unknown;

/**
 * The ladder of each record type: the first step leads from version 1 to 2, and so on. Steps are only ever added.
 * Records on the disk are never rewritten; they climb the ladder each time they are read.
 * `tests/player/golden` keeps a record of every version there was.
 */
export const LADDERS: Readonly<Record<RecordType, readonly Step[]>> = {
  attempt: [],
  // 1: items were met in the debrief only.
  answer: [(payload) => ({ ...(payload as object), way: 'debrief' })],
  examination: [],
  poll: [],
  bet: [],
};

/** The version that a ladder leads to. */
export function currentSchema(ladder: readonly Step[]): number {
  return ladder.length + 1;
}

/** Brings a payload of an older version up to the current one. `schema` must be from 1 to `currentSchema(ladder)`. */
export function climb(ladder: readonly Step[], schema: number, payload: unknown): unknown {
  return ladder.slice(schema - 1).reduce((climbed, step) => step(climbed), payload);
}
