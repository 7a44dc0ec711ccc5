/**
 * The examination: `prepareBank` once, then `beginExamination` → `currentQuestion` → `answerExamination` until
 * `isOver`, then `resultOf`. An `Examination` is plain data and can be kept after every answer; going on with it needs
 * the same bank (`Examination.bank` is its fingerprint).
 */
export { prepareBank, type Calibration, type ExaminationBank } from './bank.ts';
export { answerExamination, beginExamination, currentQuestion, isOver, replayExamination } from './examine.ts';
export { resultOf } from './result.ts';
export { LEAST, MOST } from './rules.ts';
export type {
  Examination,
  ExaminationAnswer,
  ExaminationResult,
  GroupFinding,
  GroupVerdict,
  Question,
  RankShare,
  ReviewedAnswer,
  TierShare,
} from './examination.ts';
