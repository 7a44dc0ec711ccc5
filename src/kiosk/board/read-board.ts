import * as v from 'valibot';
import { BOARD_LENGTH, MadeNameSchema, type Board } from '../../wire/kiosk.ts';

const EntrySchema = v.object({
  visit: v.string(),
  name: MadeNameSchema,
  act: v.string(),
  score: v.number(),
  place: v.number(),
  at: v.number(),
});
const BoardSchema = v.object({
  event: v.string(),
  name: v.string(),
  acts: v.record(v.string(), v.pipe(v.array(EntrySchema), v.maxLength(BOARD_LENGTH))),
  visitors: v.record(v.string(), v.number()),
});

/** A board as a server's answer has it; null when it is none. */
export function readBoard(answer: unknown): Board | null {
  const read = v.safeParse(BoardSchema, answer);
  return read.success ? read.output : null;
}
