/** Everything that the server keeps about one player, as JSON (docs/data.md), read page by page and never all at once. */
import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.ts';
import type { Grounds } from '../../grounds.ts';
import { Refusal } from '../../routing/refusal.ts';

const EXPORT_FORMAT = 'marshals-baton-player';
const EXPORT_VERSION = 1;

/** Records of replays are long: so many lie in memory at once. */
const RECORDS_AT_ONCE = 50;
/** Of other rows; a kiosk has a hundred thousand answers, and a statement that waits has five kilobytes. */
const ROWS_AT_ONCE = 500;

/** The tables besides `record` that have rows of a player, and the order of their rows. */
const PARTS = {
  attempts: ['attempt', 'at', 'record_id'],
  answers: ['answer', 'at', 'record_id', 'place'],
  examinations: ['examination', 'at', 'record_id'],
  bets: ['bet', 'at', 'record_id'],
  acts: ['player_act', 'act'],
  items: ['player_item', 'item'],
  days: ['player_day', 'day'],
} as const;

/**
 * The export as pieces of JSON text.
 *
 * @throws Refusal `notFound` at once, before the first piece, when the player is not of the team
 */
export async function collectPlayer(
  grounds: Grounds,
  { player, team }: { readonly player: string; readonly team: string },
): Promise<AsyncGenerator<string>> {
  const found = await grounds.db
    .selectFrom('player')
    .innerJoin('team', 'team.id', 'player.team_id')
    .select([
      'player.id',
      'player.kind',
      'player.name',
      'player.created_at',
      'player.seen_at',
      'team.name as team',
      'team.retention_days',
    ])
    .where('player.id', '=', player)
    .where('player.team_id', '=', team)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('notFound');
  const devices = await grounds.db
    .selectFrom('device')
    .select(['id', 'created_at', 'seen_at'])
    .where('player_id', '=', player)
    .orderBy('created_at')
    .execute();
  const head = {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: grounds.now(),
    player: {
      id: found.id,
      kind: found.kind,
      name: found.name,
      team: found.team,
      retentionDays: found.retention_days,
      joinedAt: found.created_at,
      seenAt: found.seen_at,
    },
    devices: devices.map(({ id, created_at, seen_at }) => ({ id, addedAt: created_at, seenAt: seen_at })),
  };
  return writePieces(grounds.db, player, head);
}

async function* writePieces(db: Kysely<Tables>, player: string, head: object): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1);
  for (const [name, [table, ...order]] of Object.entries(PARTS)) {
    let query = db.selectFrom(table).selectAll().where('player_id', '=', player);
    for (const column of order) query = query.orderBy(column);
    const pages = readPages(async (offset) =>
      (await query.offset(offset).limit(ROWS_AT_ONCE).execute()).map(withoutOwner),
    );
    yield* writeList(name, pages);
  }
  const statements = db
    .selectFrom('statement')
    .select(['id', 'statement', 'created_at', 'sent_at'])
    .where('player_id', '=', player)
    .orderBy('created_at')
    .orderBy('id');
  yield* writeList(
    'statements',
    readPages((offset) => statements.offset(offset).limit(ROWS_AT_ONCE).execute()),
  );
  yield* writeList('records', readRecords(db, player));
  yield '}\n';
}

async function* writeList(name: string, pages: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  yield `,"${name}":[`;
  let first = true;
  for await (const page of pages)
    for (const row of page) {
      yield `${first ? '' : ','}${JSON.stringify(row)}`;
      first = false;
    }
  yield ']';
}

async function* readPages(read: (offset: number) => Promise<readonly object[]>): AsyncGenerator<readonly object[]> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const rows = await read(offset);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** The records as they were delivered, in the server's order. */
async function* readRecords(db: Kysely<Tables>, player: string): AsyncGenerator<readonly object[]> {
  for (let after = '0'; ;) {
    const rows = await db
      .selectFrom('record')
      .select([
        'id',
        'device',
        'seq',
        'type',
        'schema',
        'payload',
        'payload_hash as payloadHash',
        'written_at as writtenAt',
        'received_at as receivedAt',
        'mark',
        'place',
      ])
      .where('player_id', '=', player)
      .where('place', '>', after)
      .orderBy('place')
      .limit(RECORDS_AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(withoutPlace);
    after = last.place;
  }
}

function withoutOwner<Row extends { readonly player_id: string; readonly team_id: string }>(
  row: Row,
): Omit<Row, 'player_id' | 'team_id'> {
  const { player_id: _, team_id: __, ...rest } = row;
  return rest;
}

function withoutPlace<Row extends { readonly place: string }>(row: Row): Omit<Row, 'place'> {
  const { place: _, ...rest } = row;
  return rest;
}
