/** Handing a visit out to the one phone that has its code. */
import type { Kysely } from 'kysely';

import type { ClaimAnswer, MadeName } from '../../wire/kiosk.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { hashToken } from '../guard/tokens.ts';
import { markClaim, readClaimCode } from './claim-code.ts';
import { guardGuesses } from './claim-guesses.ts';

const NOT_HERE: ClaimAnswer = { status: 'notHere' };

/**
 * Gives a visit's records to the first who asks with its code, and to the same one again.
 *
 * @throws Refusal `tooMany` for whoever tries codes
 */
export async function claimVisit(
  grounds: Grounds,
  address: string,
  { code: typed, claimer }: { readonly code: string; readonly claimer: string },
): Promise<ClaimAnswer> {
  const code = readClaimCode(typed);
  if (code === null) return NOT_HERE;
  const found = await guardGuesses(grounds, { address, code }, () => findClaimed(grounds, code));
  if (found === null) return NOT_HERE;
  const { id, event, name, records } = found;
  if (!(await takeClaim(grounds, id, hashToken(claimer)))) return { status: 'taken' };
  return { status: 'here', event, name, records: records.map((record, at) => asOfVisit(record, id, at)) };
}

interface Found {
  readonly id: string;
  readonly event: string;
  readonly name: MadeName;
  readonly records: readonly StoredRecord[];
}

/** Should two visits have a code, the first one is meant: nobody can put another visit before it. */
async function findClaimed({ db, keys, now }: Grounds, code: string): Promise<Found | null> {
  const found = await db
    .selectFrom('visit')
    .innerJoin('event', 'event.id', 'visit.event_id')
    .select(['visit.id', 'event.name as event', 'visit.name', 'visit.records'])
    .where('visit.claim', '=', markClaim(keys, code))
    .where('event.delete_at', '>', now())
    .orderBy('visit.received_at')
    .orderBy('visit.id')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** False when somebody else has it, or it is there no more. */
async function takeClaim(
  { db, now }: { db: Kysely<Tables>; now: () => Date },
  id: string,
  by: Buffer,
): Promise<boolean> {
  const taken = await db
    .updateTable('visit')
    .set((at) => ({ claimed_by: by, claimed_at: at.fn.coalesce('claimed_at', at.val(now())) }))
    .where('id', '=', id)
    .where((at) => at.or([at('claimed_by', 'is', null), at('claimed_by', '=', by)]))
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/**
 * A record as the phone's log takes it in: of a device that is this visit and nothing else. The kiosk's own device would
 * be somebody else's where the phone delivers, and two visitors' records would have the same numbers.
 */
function asOfVisit(record: StoredRecord, visit: string, at: number): StoredRecord {
  return { ...record, device: visit, seq: at + 1 };
}
