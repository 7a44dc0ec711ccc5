/** Fetching what was earned at a kiosk into this device's own log; from there it goes to a team as any other record does. */
import * as v from 'valibot';
import { MadeNameSchema, MOST_VISIT_RECORDS, type MadeName } from '../../wire/kiosk.ts';
import { readRecord } from '../../wire/records/read-record.ts';
import type { LogRecord } from '../../wire/records/records.ts';
import { openLine } from '../delivery/line.ts';
import { doneOf, type Done } from '../delivery/team.ts';
import type { Log } from '../log/log.ts';
import type { NoticeBoard } from '../player.ts';
import type { Surroundings } from '../surroundings.ts';
import { importRows, tellRejected } from '../transfer/import.ts';
import type { KeptClaims } from './kept-claims.ts';

/** What a claim came to. */
export type Claimed =
  | {
      readonly status: 'here';
      /** The event's name. */
      readonly event: string;
      /** The visitor's made-up name. */
      readonly name: MadeName;
      /** What is in the log now, in the order of the visit; also what was there from before. */
      readonly records: readonly LogRecord[];
    }
  /** No kiosk has delivered it yet, or there never was such a code. */
  | { readonly status: 'notHere' }
  /** Somebody else has it. */
  | { readonly status: 'taken' };

const AnswerSchema = v.variant('status', [
  v.object({
    status: v.literal('here'),
    event: v.string(),
    name: MadeNameSchema,
    records: v.pipe(v.array(v.unknown()), v.maxLength(MOST_VISIT_RECORDS)),
  }),
  v.object({ status: v.literal('notHere') }),
  v.object({ status: v.literal('taken') }),
]);

export interface ClaimParts {
  readonly log: Log;
  readonly notices: NoticeBoard;
  readonly kept: KeptClaims;
  readonly surroundings: Pick<Surroundings, 'fetch' | 'findAct'>;
}

/** Asks for a visit by its code, in its one form, and takes its records in. Never rejects. */
export async function claimVisit(code: string, parts: ClaimParts): Promise<Done<Claimed>> {
  const { log, notices, kept, surroundings } = parts;
  if (surroundings.fetch === undefined) return { ok: false, why: 'offline' };
  // The code opens the visit, whoever this device plays as: no token goes along.
  const line = openLine(surroundings.fetch, null);
  const done = doneOf(await line.ask<unknown>('POST', '/api/claims', { code, claimer: kept.claimerOf(code) }));
  if (!done.ok) return done;
  const answer = v.safeParse(AnswerSchema, done.value);
  if (!answer.success) return { ok: false, why: 'offline' };
  if (answer.output.status === 'taken') kept.forget(code);
  if (answer.output.status !== 'here') return { ok: true, value: answer.output };
  const { event, name, records } = answer.output;
  const report = await importRows(
    records.map((raw, index) => ({ index, raw })),
    log,
    surroundings.findAct,
  );
  tellRejected(report, notices);
  // What is only in memory goes with the page: then the code is asked for again.
  if (log.waiting.length === 0) kept.settle(code);
  const found = await Promise.all(records.map((raw) => findTaken(log, raw)));
  return { ok: true, value: { status: 'here', event, name, records: found.filter((record) => record !== null) } };
}

async function findTaken(log: Log, raw: unknown): Promise<LogRecord | null> {
  const read = readRecord(raw);
  return read.ok ? log.find(read.stored.id) : null;
}
