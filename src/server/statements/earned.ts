/** One record that counts, with what the server found: all that statements are made of. */
import type { LogRecord } from '../../wire/records/records.ts';
import type { CountedRecord } from '../records/statements-hook.ts';

export type Found =
  | {
      readonly type: 'attempt';
      readonly score: number;
      readonly series: readonly number[];
      readonly seconds: number;
      readonly betRight: boolean | null;
    }
  | { readonly type: 'answer'; readonly score: number }
  | {
      readonly type: 'examination';
      /** Of each answer, in order. */
      readonly scores: readonly number[];
      readonly rank: string;
      readonly tier: string;
      readonly sureOfRank: number;
      readonly sureOfTier: number;
      readonly estimate: number;
      readonly sd: number;
    }
  | { readonly type: 'bet' | 'poll' };

export interface Earned {
  readonly record: LogRecord;
  readonly found: Found;
  /** By the device's clock, never later than it arrived. */
  readonly at: Date;
}

/** The same of a record that has just been counted. */
export function asEarned({ record, finding, at }: CountedRecord): Earned {
  switch (finding.type) {
    case 'attempt': {
      const { outcome, seconds, betRight } = finding.run;
      const { score, series } = outcome;
      return { record, at, found: { type: 'attempt', score, series, seconds, betRight } };
    }
    case 'examination': {
      const { scores, result } = finding.examination;
      const { rank, tier, sureOfRank, sureOfTier, estimate, sd } = result;
      return { record, at, found: { type: 'examination', scores, rank, tier, sureOfRank, sureOfTier, estimate, sd } };
    }
    case 'answer':
    case 'bet':
    case 'poll':
      return { record, at, found: finding };
  }
}
