import type { Cause } from '../happenings.ts';

/** A crossing of the map that may be false: the stones of a river, one bridge, the gaps that one slide can close. */
export interface Crossing {
  /** What would make it false. */
  readonly cause: Exclude<Cause, 'new'>;
  /** Its cells: open on the map; closed in truth when it is false. */
  readonly cells: readonly number[];
  /** Where people would make a new way instead, next to it: closed on the map; −1 if nowhere. */
  readonly spare: number;
  readonly isFalse: boolean;
  /** Whether that new way has been made: open in truth. Only beside a false crossing. */
  readonly hasNewWay: boolean;
}

/** A road as it was made, before anybody walks it. Nothing changes it afterwards. */
export interface Road {
  readonly columns: number;
  /** The cell where every passage begins. */
  readonly start: number;
  /** The markets' cells, first first. */
  readonly markets: readonly number[];
  readonly marketColumns: readonly number[];
  /** By cell: what is true. */
  readonly truth: Uint8Array;
  /** By cell: what the map said when it was drawn. */
  readonly drawn: Uint8Array;
  readonly crossings: readonly Crossing[];
  /** By cell: the crossing that it belongs to, as a cell or as the new way beside it; −1 if none. */
  readonly crossingOf: Int16Array;
}
