/** Every run and every answer that counts, as files: what is on the pages can be counted again from these. */
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../database/tables.ts';
import { ofAct, ofPeople, within, type Whose } from './conditions.ts';
import type { Row } from './csv.ts';
import type { Filters } from './filters.ts';
import { findPeople } from './people.ts';

/** Rows read at once: enough to be quick, few enough that a delivery on a one-session database need not wait long. */
const PAGE = 2000;

export const ATTEMPT_COLUMNS = [
  'person',
  'name',
  'record',
  'act',
  'rules',
  'at',
  'score',
  'seconds',
  'bet',
  'bet_right',
];
export const ANSWER_COLUMNS = [
  'person',
  'name',
  'record',
  'place',
  'way',
  'act',
  'item',
  'idea',
  'at',
  'score',
  'response',
  'round',
  'took_seconds',
];

interface AttemptRow {
  readonly player_id: string;
  readonly record_id: string;
  readonly act: string;
  readonly rules: number;
  readonly at: Date;
  readonly score: number;
  readonly seconds: number;
  readonly bet: string | null;
  readonly bet_right: boolean | null;
}
interface AnswerRow {
  readonly player_id: string;
  readonly record_id: string;
  readonly place: number;
  readonly way: string;
  readonly act: string | null;
  readonly item: string;
  readonly idea: string;
  readonly at: Date;
  readonly score: number;
  readonly response: readonly string[];
  readonly round: number;
  readonly took_ms: number;
}

/** Runs, person by person, in pages. */
export async function* listAttempts(
  db: Kysely<Tables>,
  team: string,
  filters: Filters,
): AsyncGenerator<readonly Row[]> {
  const { whose, nameOf } = await readWhose(db, team, filters);
  const read = async (after: AttemptRow | undefined): Promise<readonly AttemptRow[]> => {
    const on =
      after === undefined ? sql`true` : sql`(a.player_id, a.record_id) > (${after.player_id}, ${after.record_id})`;
    const { rows } = await sql<AttemptRow>`
      select a.player_id, a.record_id, a.act, a.rules, a.at, a.score, a.seconds, a.bet, a.bet_right from attempt a
      where ${ofPeople('a', whose)} and ${ofAct('a.act', filters)} and ${within('a.at', filters)} and ${on}
      order by a.player_id, a.record_id limit ${PAGE}`.execute(db);
    return rows;
  };
  for await (const rows of pages(read))
    yield rows.map((row) => [
      row.player_id,
      nameOf(row.player_id),
      row.record_id,
      row.act,
      row.rules,
      row.at.toISOString(),
      row.score,
      row.seconds,
      row.bet,
      row.bet_right,
    ]);
}

/** Answers of debriefs, drills and examinations, person by person, in pages. */
export async function* listAnswers(db: Kysely<Tables>, team: string, filters: Filters): AsyncGenerator<readonly Row[]> {
  const { whose, nameOf } = await readWhose(db, team, filters);
  const read = async (after: AnswerRow | undefined): Promise<readonly AnswerRow[]> => {
    const on =
      after === undefined
        ? sql`true`
        : sql`(a.player_id, a.record_id, a.place) > (${after.player_id}, ${after.record_id}, ${after.place})`;
    const { rows } = await sql<AnswerRow>`
      select a.player_id, a.record_id, a.place, a.way, a.act, a.item, a.idea, a.at, a.score, a.response, a.round,
        a.took_ms
      from answer a
      where ${ofPeople('a', whose)} and ${ofAct('a.act', filters)} and ${within('a.at', filters)} and ${on}
      order by a.player_id, a.record_id, a.place limit ${PAGE}`.execute(db);
    return rows;
  };
  for await (const rows of pages(read))
    yield rows.map((row) => [
      row.player_id,
      nameOf(row.player_id),
      row.record_id,
      row.place,
      row.way,
      row.act,
      row.item,
      row.idea,
      row.at.toISOString(),
      row.score,
      row.response.join(' '),
      row.round,
      row.took_ms / 1000,
    ]);
}

async function readWhose(
  db: Kysely<Tables>,
  team: string,
  filters: Filters,
): Promise<{ readonly whose: Whose; readonly nameOf: (id: string) => string }> {
  const { people, whose } = await findPeople(db, team, filters);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return { whose, nameOf: (id) => nameOf.get(id) ?? '' };
}

async function* pages<Each>(
  read: (after: Each | undefined) => Promise<readonly Each[]>,
): AsyncGenerator<readonly Each[]> {
  for (let after: Each | undefined; ;) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1);
  }
}
