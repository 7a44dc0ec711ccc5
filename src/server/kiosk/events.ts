/** The events of a team's kiosks. */
import type { Kysely, Selectable } from 'kysely';

import { MOST_DAYS_AHEAD, type KioskEvent } from '../../wire/kiosk.ts';
import { codeOf } from '../database/transact.ts';
import type { EventTable, Tables } from '../database/tables.ts';
import type { Grounds } from '../grounds.ts';
import { hashToken } from '../guard/tokens.ts';
import { Refusal } from '../routing/refusal.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Kiosks without a network deliver in the evening, or the morning after. */
const LATE_MS = DAY_MS;
/** One a week, each kept for ninety days, with room: who has a kiosk's token cannot fill the disk with events. */
export const MOST_EVENTS = 50;

export type Event = Selectable<EventTable>;

/**
 * Makes an event or brings it up to date. Of one that is over nothing is made, and what is past its deletion stays so.
 *
 * @throws Refusal `notFound` for an event of another team; `conflict` when another event has the board's token, or the
 *   team has too many events; `badRequest` when it ends too far ahead
 */
export async function putEvent(
  { db, now }: Pick<Grounds, 'db' | 'now'>,
  team: string,
  event: KioskEvent,
): Promise<void> {
  const at = now();
  if (event.endsAt > at.getTime() + MOST_DAYS_AHEAD * DAY_MS)
    throw new Refusal('badRequest', `endsAt: at most ${MOST_DAYS_AHEAD} days ahead`);
  const changes = {
    name: event.name,
    ends_at: new Date(event.endsAt),
    keep_days: event.keepDays,
    delete_at: new Date(event.endsAt + event.keepDays * DAY_MS),
    board_token: hashToken(event.boardToken),
  };
  const known = await db.selectFrom('event').selectAll().where('id', '=', event.id).executeTakeFirst();
  if (known !== undefined && known.team_id !== team) throw new Refusal('notFound');
  if ((known ?? changes).delete_at <= at) return;
  // Every kiosk sends it before its visits: nearly always there is nothing to be written.
  if (known !== undefined && isSame(known, changes)) return;
  if (known === undefined) await refuseTooMany(db, team);
  const written = await db
    .insertInto('event')
    .values({ id: event.id, team_id: team, created_at: at, ...changes })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes).where('event.team_id', '=', team))
    .returning('id')
    .executeTakeFirst()
    .catch((error: unknown) => {
      throw codeOf(error) === '23505' ? new Refusal('conflict', 'boardToken: another event has it') : error;
    });
  if (written === undefined) throw new Refusal('notFound');
}

function isSame(known: Event, changes: Pick<Event, 'name' | 'ends_at' | 'keep_days' | 'board_token'>): boolean {
  return (
    known.name === changes.name &&
    known.ends_at.getTime() === changes.ends_at.getTime() &&
    known.keep_days === changes.keep_days &&
    known.board_token.equals(changes.board_token)
  );
}

async function refuseTooMany(db: Kysely<Tables>, team: string): Promise<void> {
  const { events } = await db
    .selectFrom('event')
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('events'))
    .where('team_id', '=', team)
    .executeTakeFirstOrThrow();
  if (events >= MOST_EVENTS) throw new Refusal('conflict', `a team has at most ${MOST_EVENTS} events`);
}

/** An event of the team, until it is deleted; null for one of another team too. */
export async function findEvent(
  { db, now }: Pick<Grounds, 'db' | 'now'>,
  team: string,
  id: string,
): Promise<Event | null> {
  const found = await db
    .selectFrom('event')
    .selectAll()
    .where('id', '=', id)
    .where('team_id', '=', team)
    .where('delete_at', '>', now())
    .executeTakeFirst();
  return found ?? null;
}

/** The event whose board somebody may see who has this token; null for a wrong one. Found by its hash, so no time tells. */
export async function findEventOfBoard({ db, now }: Pick<Grounds, 'db' | 'now'>, token: string): Promise<Event | null> {
  const found = await db
    .selectFrom('event')
    .selectAll()
    .where('board_token', '=', hashToken(token))
    .where('delete_at', '>', now())
    .executeTakeFirst();
  return found ?? null;
}

/** Whether visits are still taken, by the server's clock: a kiosk's may be wrong. */
export function takesVisits({ ends_at }: Pick<Event, 'ends_at'>, now: Date): boolean {
  return now.getTime() <= ends_at.getTime() + LATE_MS;
}
