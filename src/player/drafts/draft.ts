import * as v from 'valibot';
import type { ExaminationDraft } from './examination-draft.ts';
import { BetPlacedSchema, ReplaySchema } from '../../wire/records/payloads.ts';

/** Version of a draft's form. An older or newer one is dropped with a notice: it is a run of minutes, not of weeks. */
export const DRAFT_FORMAT = 1;

/** The unfinished run of an act as it is kept: what is needed to play it again up to the same tick. */
export const DraftSchema = v.object({
  format: v.literal(DRAFT_FORMAT),
  act: v.string(),
  /** The run so far. */
  replay: ReplaySchema,
  bet: v.nullable(BetPlacedSchema),
  startedAt: v.number(),
  notes: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  savedAt: v.number(),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

/** As it lies in the store; only the key is sure. */
export type StoredDraft = Draft | ExaminationDraft | { readonly act: string };
