import * as v from 'valibot';
import { ExaminationAnswerSchema } from '../../wire/records/payloads.ts';

/** Version of the form. Another one cannot be resumed. */
export const EXAMINATION_FORMAT = 1;

/** Its place among the drafts; no act's folder can have a slash in its name. */
export const EXAMINATION_KEY = 'muster/examination';

/** The examination under way: with the bank it gives the same questions and the same estimate again. */
export const ExaminationDraftSchema = v.object({
  format: v.literal(EXAMINATION_FORMAT),
  act: v.literal(EXAMINATION_KEY),
  /** Fingerprint of the bank's structure. */
  bank: v.string(),
  seed: v.number(),
  /** Milliseconds since 1970. */
  startedAt: v.number(),
  answers: v.array(ExaminationAnswerSchema),
});
export type ExaminationDraft = v.InferOutput<typeof ExaminationDraftSchema>;
