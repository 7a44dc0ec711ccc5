/** Who is in a team, and when they last did something. */
import { sql, type Kysely } from 'kysely';

import type { PersonBrief } from '../../wire/team.ts';
import type { Tables } from '../database/tables.ts';
import type { Whose } from './conditions.ts';
import { foldName, type Filters } from './filters.ts';

export interface Person extends PersonBrief {
  readonly joinedAt: Date;
}

export interface PersonSeen extends Person {
  /** Time of the latest result that counts; null before the first. */
  readonly lastAt: Date | null;
}

/** The people that a report is about, in the order of their names, and how their rows are found. */
export interface People<Each extends Person = Person> {
  readonly people: readonly Each[];
  readonly whose: Whose;
}

type Wanted = Pick<Filters, 'search'>;

/**
 * The players of a team whose name has the search in it. A kiosk is no person: it is never among them. The search is
 * done here and not in SQL, since databases differ in what they call the same letter.
 */
export async function findPeople(db: Kysely<Tables>, team: string, wanted: Wanted): Promise<People> {
  const { rows } = await sql<Row<Person>>`
    select p.id, p.name, p.kind, p.created_at as "joinedAt" from player p where p.team_id = ${team}`.execute(db);
  return pickPeople(rows, team, wanted);
}

/** The same, with when they last did something. */
export async function findPeopleSeen(db: Kysely<Tables>, team: string, wanted: Wanted): Promise<People<PersonSeen>> {
  const { rows } = await sql<Row<PersonSeen>>`
    select p.id, p.name, p.kind, p.created_at as "joinedAt", greatest(
      (select max(a.last_at) from player_act a where a.player_id = p.id),
      (select max(i.last_at) from player_item i where i.player_id = p.id)
    ) as "lastAt"
    from player p where p.team_id = ${team}`.execute(db);
  return pickPeople(rows, team, wanted);
}

type Row<Each extends Person> = Each & { readonly kind: 'player' | 'kiosk' };

function pickPeople<Each extends Person>(rows: readonly Row<Each>[], team: string, { search }: Wanted): People<Each> {
  const people = rows
    .filter(({ kind, name }) => kind === 'player' && (search === null || foldName(name).includes(search)))
    .toSorted((a, b) => compareText(foldName(a.name), foldName(b.name)) || compareText(a.id, b.id));
  const isWholeTeam = people.length === rows.length;
  return { people, whose: { team, players: isWholeTeam ? null : people.map(({ id }) => id) } };
}

export function briefOf({ id, name }: PersonBrief): PersonBrief {
  return { id, name };
}

/** The same order on every server, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
