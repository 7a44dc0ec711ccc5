/** What a visitor has just finished. */
import type { Run } from '../../kernel/run.ts';
import type { ActRules } from '../../kernel/act-rules.ts';
import type { ExaminationBank, ExaminationResult } from '../../quiz/examination/index.ts';

export type LastResult =
  | {
      readonly of: 'run';
      readonly act: string;
      readonly way: string | null;
      readonly rules: ActRules;
      readonly run: Run;
      readonly score: number;
    }
  | {
      readonly of: 'examination';
      readonly bank: ExaminationBank;
      readonly result: ExaminationResult;
      /** Ended by the visitor before it was sure: shown, but not kept, since no server would count it. */
      readonly early: boolean;
    };
