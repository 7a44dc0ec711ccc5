/** A player's attempts and answers as tables for a spreadsheet; the columns are described in docs/data.md. */
import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.ts';
import type { Row } from '../../reports/csv.ts';

const ROWS_AT_ONCE = 500;

export const SHEETS = {
  attempts: {
    columns: ['record', 'at', 'act', 'rules', 'score', 'seconds', 'bet', 'bet_right'],
    async read(db: Kysely<Tables>, player: string, offset: number): Promise<readonly Row[]> {
      const rows = await db
        .selectFrom('attempt')
        .select(['record_id', 'at', 'act', 'rules', 'score', 'seconds', 'bet', 'bet_right'])
        .where('player_id', '=', player)
        .orderBy('at')
        .orderBy('record_id')
        .offset(offset)
        .limit(ROWS_AT_ONCE)
        .execute();
      return rows.map((row) => [
        row.record_id,
        row.at.toISOString(),
        row.act,
        row.rules,
        row.score,
        row.seconds,
        row.bet,
        row.bet_right,
      ]);
    },
  },
  answers: {
    columns: ['record', 'place', 'at', 'way', 'act', 'item', 'idea', 'response', 'score', 'round', 'took_ms'],
    async read(db: Kysely<Tables>, player: string, offset: number): Promise<readonly Row[]> {
      const rows = await db
        .selectFrom('answer')
        .selectAll()
        .where('player_id', '=', player)
        .orderBy('at')
        .orderBy('record_id')
        .orderBy('place')
        .offset(offset)
        .limit(ROWS_AT_ONCE)
        .execute();
      return rows.map((row) => [
        row.record_id,
        row.place,
        row.at.toISOString(),
        row.way,
        row.act,
        row.item,
        row.idea,
        row.response.join(' '),
        row.score,
        row.round,
        row.took_ms,
      ]);
    },
  },
} as const;
export type SheetName = keyof typeof SHEETS;

/** The rows of one table, page by page. */
export async function* readSheet(db: Kysely<Tables>, sheet: SheetName, player: string): AsyncGenerator<readonly Row[]> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const rows = await SHEETS[sheet].read(db, player, offset);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
