/** Puts statements where the forwarding finds them. */
import { type Insertable, type Kysely } from 'kysely';

import type { Library } from '../content/library.ts';
import type { StatementTable, Tables } from '../database/tables.ts';
import type { WriteStatements } from '../records/statements-hook.ts';
import { describeActivities } from './activities.ts';
import { asEarned, type Earned } from './earned.ts';
import { makeStatements, type Learner, type Teller } from './make-statements.ts';
import { openWords } from './words.ts';

export interface WriterOptions {
  readonly library: Library;
  /** Where players reach the server. */
  readonly origin: string;
  /** Whether names of players and teams go along. */
  readonly names: boolean;
}

export interface Writer {
  /** For the transaction of a delivery. */
  readonly write: WriteStatements;
  /**
   * For any record that counts; `again` also takes those up again that were sent or set aside.
   *
   * @returns how many statements wait that did not
   */
  writeEarned(executor: Kysely<Tables>, wanted: Wanted): Promise<number>;
}

export interface Wanted {
  readonly player: string;
  readonly team: string;
  readonly earned: readonly Earned[];
  readonly now: Date;
  readonly again?: boolean;
}

/** Reads the language files once; rejects when one is broken. */
export async function openWriter({ library, origin, names }: WriterOptions): Promise<Writer> {
  const activities = describeActivities(origin, library, await openWords(library));
  const teller: Teller = { origin, library, activities };
  const writeEarned: Writer['writeEarned'] = async (executor, { player, team, earned, now, again = false }) => {
    const learner = names ? await findNames(executor, { player, team }) : { player, team };
    const rows = earned
      .flatMap((each) => makeStatements(teller, learner, each))
      .map((statement) => ({
        id: statement.id,
        player_id: player,
        statement: JSON.stringify(statement),
        created_at: now,
        next_at: now,
      }));
    return insertRows(executor, rows, again);
  };
  return {
    writeEarned,
    write: async (executor, { player, team, counted, now }) => {
      await writeEarned(executor, { player, team, earned: counted.map(asEarned), now });
    },
  };
}

async function findNames(
  executor: Kysely<Tables>,
  { player, team }: { readonly player: string; readonly team: string },
): Promise<Learner> {
  const row = await executor
    .selectFrom('player')
    .innerJoin('team', 'team.id', 'player.team_id')
    .select(['player.name as playerName', 'team.name as teamName'])
    .where('player.id', '=', player)
    .executeTakeFirst();
  return { player, team, ...row };
}

/** A statement is some kilobytes: this many are well below what one message to the database may weigh. */
const ROWS_AT_ONCE = 200;

async function insertRows(
  executor: Kysely<Tables>,
  rows: readonly Insertable<StatementTable>[],
  again: boolean,
): Promise<number> {
  let written = 0;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const insert = executor.insertInto('statement').values(rows.slice(from, from + ROWS_AT_ONCE));
    const inserted = await insert
      .onConflict((conflict) => {
        const known = conflict.column('id');
        if (!again) return known.doNothing();
        return known
          .doUpdateSet((row) => ({
            statement: row.ref('excluded.statement'),
            next_at: row.ref('excluded.next_at'),
            tries: 0,
            sent_at: null,
            fault: null,
          }))
          .where((row) => row.or([row('statement.sent_at', 'is not', null), row('statement.fault', 'is not', null)]));
      })
      .returning('id')
      .execute();
    written += inserted.length;
  }
  return written;
}
