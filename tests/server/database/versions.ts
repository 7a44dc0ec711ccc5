/**
 * For each version of the database that was ever released: rows as that version's program wrote them, in SQL of its
 * own, and what must be true of them after the migrations. Never changed afterwards; a new version is added at the end.
 * Place n holds what is put into a database that has had the first n steps.
 */
import { type Kysely, sql } from 'kysely';
import { expect } from 'vitest';

import type { Tables } from '../../../src/server/database/tables.ts';

export interface FillOfVersion {
  fill(db: Kysely<Tables>): Promise<void>;
  check(db: Kysely<Tables>): Promise<void>;
}

const THEN = '2026-11-20T12:00:00Z';
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const FILL_OF_VERSION: readonly FillOfVersion[] = [
  {
    // Version 0: a PostgreSQL database that belongs to others too, as some are given one.
    async fill(db) {
      await sql`create table theirs (a integer)`.execute(db);
      await sql`insert into theirs values (1)`.execute(db);
    },
    async check(db) {
      const { rows } = await sql`select a from theirs`.execute(db);
      expect(rows).toEqual([{ a: 1 }]);
      await sql`drop table theirs`.execute(db);
    },
  },
  {
    // Version 1: a team with a player, a kiosk and what they earned.
    async fill(db) {
      const [team, ann, kiosk, ours] = [id(1), id(2), id(3), id(4)];
      await sql`insert into account (id, role, name, email) values (${ours}, 'owner', 'Olga', 'o@example.org')`.execute(
        db,
      );
      await sql`insert into team (id, name, retention_days) values (${team}, 'Ducks', 90)`.execute(db);
      await sql`insert into team_manager (team_id, account_id) values (${team}, ${ours})`.execute(db);
      await sql`
        insert into player (id, team_id, kind, name, recovery, created_at, seen_at) values
          (${ann}, ${team}, 'player', 'Ann', '\\x01', ${THEN}, ${THEN}),
          (${kiosk}, ${team}, 'kiosk', 'Hall', null, ${THEN}, ${THEN})
      `.execute(db);
      await sql`
        insert into device (player_id, id, token, created_at, seen_at) values
          (${ann}, ${id(5)}, '\\x02', ${THEN}, ${THEN}), (${kiosk}, ${id(6)}, '\\x03', ${THEN}, ${THEN})
      `.execute(db);
      await sql`
        insert into record (player_id, id, device, seq, type, schema, payload, payload_hash, written_at, received_at)
        values (${ann}, ${id(7)}, ${id(5)}, 1, 'attempt', 1, '{"act": "duck-pond"}', 'h', ${THEN}, ${THEN})
      `.execute(db);
      await sql`
        insert into attempt (player_id, record_id, team_id, act, rules, score, series, run_hash, seconds, at)
        values (${ann}, ${id(7)}, ${team}, 'duck-pond', 1, 12.5, '[1, 2]', 'r', 60, ${THEN})
      `.execute(db);
      await sql`
        insert into player_act
          (player_id, act, team_id, attempts, first_score, best_score, last_score, seconds, first_at, last_at)
        values (${ann}, 'duck-pond', ${team}, 1, 12.5, 12.5, 12.5, 60, ${THEN}, ${THEN})
      `.execute(db);
      await sql`insert into tombstone (mark, erased_at) values ('\\x04', ${THEN})`.execute(db);
      await sql`insert into audit (at, account_id, action, team_id) values (${THEN}, ${ours}, 'teamMade', ${team})`.execute(
        db,
      );
    },
    async check(db) {
      const people = await db.selectFrom('player').select(['id', 'name', 'kind']).orderBy('name').execute();
      expect(people).toEqual([
        { id: id(2), name: 'Ann', kind: 'player' },
        { id: id(3), name: 'Hall', kind: 'kiosk' },
      ]);
      expect(await db.selectFrom('attempt').select(['record_id', 'score', 'series']).execute()).toEqual([
        { record_id: id(7), score: 12.5, series: [1, 2] },
      ]);
      expect(await db.selectFrom('record').select(['payload', 'place']).execute()).toEqual([
        { payload: { act: 'duck-pond' }, place: '1' },
      ]);
      for (const table of ['account', 'team_manager', 'player_act', 'tombstone', 'audit'] as const)
        expect(await db.selectFrom(table).selectAll().execute(), table).toHaveLength(1);
      // The kiosk that was there already can have an event and bring visits.
      await sql`
        insert into event (id, team_id, name, ends_at, keep_days, delete_at, board_token, created_at)
        values (${id(8)}, ${id(1)}, 'Fair', ${THEN}, 7, ${THEN}, '\\x05', ${THEN})
      `.execute(db);
      await sql`
        insert into visit (id, event_id, kiosk_id, name, fingerprint, records, started_at, ended_at, received_at)
        values (${id(9)}, ${id(8)}, ${id(3)}, '{}', '\\x06', '[]', ${THEN}, ${THEN}, ${THEN})
      `.execute(db);
      await sql`delete from player where id = ${id(3)}`.execute(db);
      expect(await db.selectFrom('visit').select('id').execute()).toEqual([]);
    },
  },
];
