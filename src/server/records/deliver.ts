/** One delivery: screened, checked, kept, told, and answered with receipts. */
import type { Delivery, DeliveryAnswer, DeliveryReceipt } from '../../wire/delivery.ts';
import type { LiveChange } from '../../wire/team.ts';
import type { Grounds } from '../grounds.ts';
import { checkRecord } from './check-record.ts';
import { findErased } from './erased.ts';
import { keepChecked } from './keep-checked.ts';
import { answerKnown, findBefore, type KnownRecord } from './known.ts';
import { nameOf, screenRecord, type ReadableRecord } from './screen-record.ts';
import type { CountedRecord, WriteStatements } from './statements-hook.ts';

export interface Deliverer {
  readonly player: string;
  readonly device: string;
}

/**
 * Takes a delivery in. When it resolves, everything that a receipt calls accepted is committed. Rejects with `Refusal`
 * `tooMany` (too much waits to be checked) or `erased` (the player is no more); then nothing of it is kept.
 */
export async function deliver(
  grounds: Grounds,
  { player, device }: Deliverer,
  delivery: { readonly records: readonly unknown[] } & Pick<Delivery, 'game'>,
  writeStatements: WriteStatements,
): Promise<DeliveryAnswer> {
  const { db, keys, verifier, library, now } = grounds;
  const receipts = new Map<number, DeliveryReceipt>();
  const readable = readBatch(delivery.records, receipts);
  const stored = readable.map(({ read }) => read.stored);
  const [{ known, later }, erased] = await Promise.all([
    findBefore(db, player, device, stored),
    findErased(db, keys, player, stored),
  ]);
  const fresh = readable.filter(({ place, read }) => {
    const { id, payloadHash } = read.stored;
    const receipt: DeliveryReceipt | null = erased.has(id)
      ? { id, payloadHash, status: 'rejected', reason: 'erased' }
      : answerKnown(known, read.stored);
    if (receipt !== null) receipts.set(place, receipt);
    return receipt === null;
  });
  const answer = (): DeliveryAnswer => ({
    receipts: [...inOrder(delivery.records, receipts), ...later],
    rules: verifier.rules,
  });
  if (fresh.length === 0) return answer();
  const checked = await Promise.all(
    fresh.map(async ({ read }) => ({ ...read, verdict: await checkRecord(verifier, library, read.record, player) })),
  );
  const kept = await keepChecked(grounds, { library, writeStatements, player, checked, now: now() });
  const given = new Map(kept.receipts.map((receipt) => [receipt.id, receipt]));
  for (const { place, read } of fresh) {
    const receipt = given.get(read.stored.id);
    if (receipt !== undefined) receipts.set(place, receipt);
  }
  tellChanges(grounds, player, kept.team, kept.counted);
  return answer();
}

interface Readable {
  /** In the batch. */
  readonly place: number;
  readonly read: ReadableRecord;
}

/** Screens a batch. What cannot be read has its receipt; so has what contradicts an earlier record of the batch. */
function readBatch(records: readonly unknown[], receipts: Map<number, DeliveryReceipt>): readonly Readable[] {
  const earlier: KnownRecord[] = [];
  return records.flatMap((raw, place): Readable[] => {
    const screened = screenRecord(raw);
    if (!screened.ok) {
      receipts.set(place, screened.receipt);
      return [];
    }
    const { stored } = screened.read;
    const repeated = answerKnown(earlier, stored);
    if (repeated !== null) {
      // A conflict is told; a mere repetition has the receipt of the first.
      if (repeated.status === 'rejected') receipts.set(place, repeated);
      return [];
    }
    const { id, device, seq, type, payloadHash } = stored;
    earlier.push({ id, device, seq, type, payload_hash: payloadHash, mark: null });
    return [{ place, read: screened.read }];
  });
}

/** The receipts in the order of the batch; a repeated record has that of its first. */
function inOrder(
  records: readonly unknown[],
  receipts: ReadonlyMap<number, DeliveryReceipt>,
): readonly DeliveryReceipt[] {
  const byId = new Map([...receipts.values()].toReversed().map((receipt) => [receipt.id, receipt]));
  return records.flatMap((raw, place) => receipts.get(place) ?? byId.get(nameOf(raw).id) ?? []);
}

const NEWS: Readonly<Record<CountedRecord['record']['type'], LiveChange['what'] | null>> = {
  attempt: 'run',
  answer: 'answer',
  examination: 'examination',
  bet: 'bet',
  poll: null,
};

/** Tells the team's pages, once for each kind of thing that came. The device does not wait for it. */
function tellChanges({ changes, now }: Grounds, player: string, team: string, counted: readonly CountedRecord[]): void {
  const kinds = new Set(counted.map(({ record }) => NEWS[record.type]));
  const at = now().toISOString();
  for (const what of kinds) if (what !== null) void changes.tell({ team, player, what, at });
}
