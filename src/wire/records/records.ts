/**
 * The log: everything a player earned, as records that are written once and never changed. All the rest (best
 * results, what comes back in a debrief) is a fold of these records.
 */
import type { Outcome } from '../../kernel/act.ts';
import type { Replay } from '../../kernel/replay.ts';
import type { ExaminationResult } from '../../quiz/examination/examination.ts';

/** How the act was played: the kind of input used most. */
export type InputKind = 'pointer' | 'touch' | 'keyboard' | 'gamepad' | 'switch';

/** What was bet before the act. `right` is null while the bet is open. */
export interface BetPlaced {
  /** The question's id in `act.json`. */
  readonly question: string;
  readonly choice: string;
  readonly right: boolean | null;
}

/** One run of an act, played to its end. */
export interface Attempt {
  readonly act: string;
  readonly replay: Replay;
  readonly outcome: Outcome;
  readonly bet: BetPlaced | null;
  /** Times of this device's clock, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly input: InputKind;
  /** Slowest pace used in the run, as a share of full speed (0.1 to 1). */
  readonly speed: number;
  /** What helped, such as `scan`, `reduced-motion`, `single-keys`. */
  readonly assists: readonly string[];
}

/** Where an item was met: after an act, or in a drill. (Answers of an examination lie in its own record.) */
export type AnswerWay = 'debrief' | 'drill';

/** One answer to one item. */
export interface Answer {
  readonly way: AnswerWay;
  /** The act of the debrief; null in a drill. */
  readonly act: string | null;
  readonly item: string;
  readonly idea: string;
  readonly kind: string;
  /** Option ids as they were shown. */
  readonly shown: readonly string[];
  /** Option ids chosen, in order. */
  readonly response: readonly string[];
  /** From 0 to 1. */
  readonly score: number;
  /** 1 the first time in this debrief or drill, 2 when the item came back. */
  readonly round: 1 | 2;
  /** From the item's first sight to the answer, in milliseconds. */
  readonly tookMs: number;
}

/** One answer in an examination. */
export interface ExaminationAnswer {
  readonly item: string;
  readonly idea: string;
  readonly kind: string;
  /** Option ids as they were shown. */
  readonly shown: readonly string[];
  /** Ids answered, as the item's kind writes them. */
  readonly response: readonly string[];
  /** From 0 to 1. */
  readonly score: number;
  /** From the item's first sight to the answer, in milliseconds; time away is not counted. */
  readonly tookMs: number;
}

/** What an examination came to. It can be found again: the same bank, seed and responses give the same. */
export type KeptResult = Omit<ExaminationResult, 'review'>;

/** One examination, answered to its end. */
export interface Examination {
  readonly seed: number;
  /** Fingerprint of the bank's structure. */
  readonly bank: string;
  /** Times of this device's clock, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly answers: readonly ExaminationAnswer[];
  readonly result: KeptResult;
}

/** The opening poll: which role the player is drawn to. Not graded. */
export interface Poll {
  readonly question: string;
  readonly choice: string;
}

/** A bet laid on a playbill, whether or not the act was then played to its end. */
export interface Bet {
  readonly act: string;
  readonly question: string;
  readonly choice: string;
}

export interface Payloads {
  readonly attempt: Attempt;
  readonly answer: Answer;
  readonly examination: Examination;
  readonly poll: Poll;
  readonly bet: Bet;
}
export type RecordType = keyof Payloads;

/** One record of the log. */
export type LogRecord<Type extends RecordType = RecordType> = {
  [T in Type]: {
    /** UUID version 7: unique everywhere, and sorts by time. */
    readonly id: string;
    /** The device (browser profile) that wrote it. */
    readonly device: string;
    /** Counts the device's records from 1 without gaps: a server sees what is missing. */
    readonly seq: number;
    readonly type: T;
    /** Version of the payload's form. */
    readonly schema: number;
    readonly payload: Payloads[T];
    /** Fingerprint of the payload's canonical JSON. */
    readonly payloadHash: string;
    /** When it was written, by this device's clock, in milliseconds since 1970. */
    readonly at: number;
  };
}[Type];

/** What the caller gives to have a record written. */
export type NewRecord = { [T in RecordType]: { readonly type: T; readonly payload: Payloads[T] } }[RecordType];

/** Where a record is now: on the disk, or in memory until the disk takes it. */
export type Kept = 'disk' | 'memory';

/** What a server says about one record it was sent. */
export interface Receipt {
  readonly id: string;
  readonly payloadHash: string;
  readonly status: 'accepted' | 'rejected';
  /** Why it was rejected, in English. */
  readonly reason?: string;
}
