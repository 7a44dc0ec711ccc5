import * as v from 'valibot';
import { MARKS, REFUSALS, type DeliveryReceipt } from '../../wire/delivery.ts';

const named = { id: v.string(), payloadHash: v.string() };
const ReceiptSchema = v.union([
  v.object({ ...named, status: v.literal('accepted'), counted: v.literal(true) }),
  v.object({ ...named, status: v.literal('accepted'), counted: v.literal(false), mark: v.picklist(MARKS) }),
  v.object({ ...named, status: v.literal('rejected'), reason: v.picklist(REFUSALS) }),
  v.object({ ...named, status: v.literal('later') }),
]);

/**
 * The receipts of an answer. What is no receipt is left out: the record stays in the outbox, and the next answer may be
 * whole. Null when the answer is none of a server of ours.
 */
export function readReceipts(answer: unknown): readonly DeliveryReceipt[] | null {
  const receipts = (answer as { readonly receipts?: unknown } | null | undefined)?.receipts;
  if (!Array.isArray(receipts)) return null;
  return receipts.flatMap((raw: unknown): DeliveryReceipt[] => {
    const read = v.safeParse(ReceiptSchema, raw);
    return read.success ? [read.output] : [];
  });
}

const RulesSchema = v.record(v.string(), v.array(v.number()));

/** The rules that the server runs, by act, as an answer names them; null when it does not. */
export function readRules(answer: unknown): Readonly<Record<string, readonly number[]>> | null {
  const read = v.safeParse(RulesSchema, (answer as { readonly rules?: unknown } | null | undefined)?.rules);
  return read.success ? read.output : null;
}
