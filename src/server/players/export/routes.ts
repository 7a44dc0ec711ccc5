import { Readable } from 'node:stream';

import { accountOf } from '../../accounts/account-of.ts';
import { writeAudit } from '../../guard/audit.ts';
import type { Grounds } from '../../grounds.ts';
import { sendSheet, streamSheet } from '../../reports/csv.ts';
import { Refusal } from '../../routing/refusal.ts';
import { route, type RateLimit, type Route } from '../../routing/route.ts';
import { playerOf } from '../player-of.ts';
import { collectPlayer } from './collect.ts';
import { readSheet, SHEETS, type SheetName } from './sheets.ts';

const BOTH = ['manager', 'owner'] as const;
/** Of each file: enough to try again, too few to keep a server busy. */
const OWN_LIMITS: readonly RateLimit[] = [{ count: 6, seconds: 86_400, by: 'caller' }];
const TEAM_LIMITS: readonly RateLimit[] = [{ count: 120, seconds: 3600, by: 'caller' }];
const NAMES = Object.keys(SHEETS) as readonly SheetName[];

interface Wanted {
  readonly player: string;
  readonly team: string;
  /** The owner or manager who asks; null for the player. */
  readonly by: string | null;
}

export const exportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/me/export',
    allow: ['player'],
    limits: OWN_LIMITS,
    handle: ({ grounds, caller }) => sendJson(grounds, { ...playerOf(caller), by: null }),
  }),
  route({
    method: 'GET',
    path: '/api/teams/:team/players/:player/export',
    allow: BOTH,
    limits: TEAM_LIMITS,
    handle: ({ grounds, caller, params }) =>
      sendJson(grounds, { team: params['team'] ?? '', player: params['player'] ?? '', by: accountOf(caller).id }),
  }),
  ...NAMES.flatMap((sheet) => [
    route({
      method: 'GET',
      path: `/api/me/export/${sheet}`,
      allow: ['player'],
      limits: OWN_LIMITS,
      handle: ({ grounds, caller }) => sendTable(grounds, sheet, { ...playerOf(caller), by: null }),
    }),
    route({
      method: 'GET',
      path: `/api/teams/:team/players/:player/export/${sheet}`,
      allow: BOTH,
      limits: TEAM_LIMITS,
      handle: ({ grounds, caller, params }) =>
        sendTable(grounds, sheet, {
          team: params['team'] ?? '',
          player: params['player'] ?? '',
          by: accountOf(caller).id,
        }),
    }),
  ]),
];

async function sendJson(grounds: Grounds, { player, team, by }: Wanted): Promise<Response> {
  const pieces = await collectPlayer(grounds, { player, team });
  await writeAudit(grounds.db, grounds, { action: 'exported', account: by, team, subject: player });
  const stream = Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>;
  return new Response(stream, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="marshals-baton.json"',
      'Cache-Control': 'no-store',
    },
  });
}

async function sendTable(grounds: Grounds, sheet: SheetName, { player, team, by }: Wanted): Promise<Response> {
  const found = await grounds.db
    .selectFrom('player')
    .select('id')
    .where('id', '=', player)
    .where('team_id', '=', team)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('notFound');
  await writeAudit(grounds.db, grounds, { action: 'exported', account: by, team, subject: player });
  return sendSheet(`marshals-baton-${sheet}`, streamSheet(SHEETS[sheet].columns, readSheet(grounds.db, sheet, player)));
}
