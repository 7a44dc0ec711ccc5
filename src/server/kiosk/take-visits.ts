/** A kiosk's delivery: each visit read, its runs played again, kept, and answered with a receipt. */
import type { Kysely } from 'kysely';

import type { VisitReceipt, VisitsAnswer } from '../../wire/kiosk.ts';
import { codeOf, isOfTheData, transact } from '../database/transact.ts';
import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { checkRecord } from '../records/check-record.ts';
import { Refusal } from '../routing/refusal.ts';
import { findEvent, takesVisits, type Event } from './events.ts';
import { answerKnown, keepVisit } from './keep-visit.ts';
import { readVisit, type ReadVisit } from './read-visit.ts';

/** Ten kiosks, a visit every two minutes, nine hours, a week: who has a kiosk's token cannot fill the disk with visits. */
export const MOST_VISITS_OF_EVENT = 20_000;

export interface Kiosk {
  readonly player: string;
  readonly team: string;
}

/**
 * Takes visits in, each in a transaction of its own. When it resolves, everything that a receipt calls accepted is
 * committed; what is lost on the way back heals, since the same visit has the same receipt.
 *
 * @throws Refusal `erased` when the kiosk is no more
 */
export async function takeVisits(
  grounds: Grounds,
  kiosk: Kiosk,
  sent: { readonly event: string; readonly visits: readonly unknown[] },
): Promise<VisitsAnswer> {
  const event = await findEvent(grounds, kiosk.team, sent.event);
  const room = event === null ? 0 : MOST_VISITS_OF_EVENT - (await countVisits(grounds.db, event.id));
  const receipts: VisitReceipt[] = [];
  let isBusy = false;
  for (const raw of sent.visits) {
    const read = readVisit(grounds.keys, raw);
    if (!read.ok) receipts.push(read.receipt);
    else if (event === null) receipts.push({ id: read.visit.id, status: 'over' });
    else if (isBusy) receipts.push({ id: read.visit.id, status: 'later' });
    else {
      const became = await takeVisit(grounds, kiosk, event, read.visit, receipts.length < room);
      isBusy = became === 'busy';
      receipts.push({ id: read.visit.id, status: became === 'busy' ? 'later' : became });
    }
  }
  return { receipts };
}

/** `busy`: too much waits to be checked; whatever else the batch has waits too. */
async function takeVisit(
  grounds: Grounds,
  kiosk: Kiosk,
  event: Event,
  visit: ReadVisit,
  hasRoom: boolean,
): Promise<VisitReceipt['status'] | 'busy'> {
  const { db, library, verifier, log, now } = grounds;
  const known = await answerKnown(db, event.id, visit);
  if (known !== null) return known;
  if (!takesVisits(event, now())) return 'over';
  if (!hasRoom) return 'refused';
  try {
    const checked = await Promise.all(
      visit.records.map(async (read) => ({
        ...read,
        verdict: await checkRecord(verifier, library, read.record, kiosk.player),
      })),
    );
    const wishes = { kiosk: kiosk.player, event: event.id, visit, checked, now: now() };
    return await transact(db, async (transaction) => keepVisit(transaction, grounds, wishes));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'tooMany') return 'busy';
    if (!isOfTheData(error)) throw error;
    log.error({ code: codeOf(error) }, 'a visit did not fit the database');
    return 'refused';
  }
}

async function countVisits(db: Kysely<Tables>, event: string): Promise<number> {
  const { visits } = await db
    .selectFrom('visit')
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('visits'))
    .where('event_id', '=', event)
    .executeTakeFirstOrThrow();
  return visits;
}
