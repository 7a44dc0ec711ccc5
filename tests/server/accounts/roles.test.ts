/** Role × route × own or other team, over every route of the server: none is left out, and none is there in vain. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';

import { makeUuid } from '../../../src/server/database/uuid.ts';
import { ROUTES } from '../../../src/server/routes.ts';
import type { Route } from '../../../src/server/routing/route.ts';
import {
  makeManager,
  makeOwner,
  makePlayer,
  makeTeam,
  openTestGrounds,
  type MadePlayer,
  type TestGrounds,
} from '../harness/grounds.ts';
import { EXPECTED } from './expected-roles.ts';

const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;
const NAMES = ROUTES.map(nameOf);

/** Everybody who may come, with the letter of their role; of which team they are. */
const CALLERS = {
  nobody: ['N', 'none'],
  'a player of the team': ['P', 'own'],
  'a player of another team': ['P', 'other'],
  'a kiosk of the team': ['K', 'own'],
  'a kiosk of another team': ['K', 'other'],
  'a manager of the team': ['M', 'own'],
  'a manager of another team': ['M', 'other'],
  'a manager without teams': ['M', 'other'],
  'the owner': ['O', 'own'],
} as const;
type CallerName = keyof typeof CALLERS;
type Headers = Readonly<Record<string, string>>;

interface Stage {
  readonly server: TestGrounds;
  readonly headers: Readonly<Record<CallerName, Headers>>;
  readonly team: string;
  readonly other: string;
  /** In each team. */
  readonly player: MadePlayer;
  readonly stranger: MadePlayer;
  /** Values of the paths' names that exist: in the team, and in the other one. */
  readonly own: Readonly<Record<string, string>>;
  readonly others: Readonly<Record<string, string>>;
}

async function openStage(routes?: readonly Route[]): Promise<Stage> {
  const server = await openTestGrounds(routes === undefined ? {} : { routes });
  const { grounds } = server;
  const [team, other] = [await makeTeam(grounds), await makeTeam(grounds)];
  const [player, stranger] = [await makePlayer(grounds, { team }), await makePlayer(grounds, { team: other })];
  const manager = await makeManager(grounds, { teams: [team] });
  const headers = {
    nobody: { 'Content-Type': 'application/json' },
    'a player of the team': player.headers,
    'a player of another team': stranger.headers,
    'a kiosk of the team': (await makePlayer(grounds, { team, kind: 'kiosk', name: 'Hall' })).headers,
    'a kiosk of another team': (await makePlayer(grounds, { team: other, kind: 'kiosk', name: 'Hall' })).headers,
    'a manager of the team': manager.headers,
    'a manager of another team': (await makeManager(grounds, { teams: [other] })).headers,
    'a manager without teams': (await makeManager(grounds, { teams: [] })).headers,
    'the owner': (await makeOwner(grounds)).headers,
  };
  const names = {
    account: manager.id,
    invitation: makeUuid(grounds.now()),
    session: 'session',
    passkey: 'passkey',
    record: makeUuid(grounds.now()),
  };
  const own = { ...names, team, player: player.id, device: player.device, code: await addCode(server, team) };
  const others = {
    ...names,
    team: other,
    player: stranger.id,
    device: stranger.device,
    code: await addCode(server, other),
  };
  return { server, headers, team, other, player, stranger, own, others };
}

async function addCode({ grounds: { db, now } }: TestGrounds, team: string): Promise<string> {
  const id = makeUuid(now());
  const expires = new Date(now().getTime() + 86_400_000);
  const bytes = Buffer.from(id);
  await db
    .insertInto('join_code')
    .values({
      id,
      team_id: team,
      kind: 'player',
      code: bytes,
      sealed: bytes,
      most_uses: 5,
      created_at: now(),
      expires_at: expires,
    })
    .execute();
  return id;
}

const fill = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? `missing-${name}`);

test('every route is in the table, and the table has no others', () => {
  expect(new Set(NAMES).size, 'a route is there twice').toBe(NAMES.length);
  expect(NAMES.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  expect(NAMES.length).toBeGreaterThan(60);
});

describe('who gets to a handler', () => {
  let stage: Stage;
  beforeAll(async () => {
    // Whoever gets to the handler is told so; no limits, because everybody calls everything.
    const probes = ROUTES.map(({ method, path, allow }): Route => ({
      method,
      path,
      allow,
      handle: () => Promise.resolve({ status: 202 as const, json: 'reached' }),
    }));
    stage = await openStage(probes);
    return () => stage.server.close();
  });

  test.each(NAMES)('%s', async (name) => {
    const [method = '', path = ''] = name.split(' ');
    const may = EXPECTED[name] ?? '';
    for (const [caller, [letter, of]] of Object.entries(CALLERS)) {
      const answer = await stage.server.house.request(fill(path, stage.own), {
        method,
        headers: stage.headers[caller as CallerName],
      });
      const isTeams = path.includes(':team');
      const wanted = may.includes(letter) ? (isTeams && of === 'other' ? 404 : 202) : letter === 'N' ? 401 : 403;
      expect(answer.status, caller).toBe(wanted);
    }
  });

  test.each(NAMES.filter((name) => name.includes(':team')))('%s, of a team that does not exist', async (name) => {
    const [method = '', path = ''] = name.split(' ');
    for (const team of [makeUuid(new Date()), 'x'])
      for (const caller of ['the owner', 'a manager of the team'] as const) {
        const answer = await stage.server.house.request(fill(path, { ...stage.own, team }), {
          method,
          headers: stage.headers[caller],
        });
        const may = EXPECTED[name]?.includes(CALLERS[caller][0]) === true;
        expect(answer.status, caller).toBe(may ? 404 : 403);
      }
  });
});

/** Bodies with which a route would do its work. */
const BODIES: Readonly<Record<string, object>> = {
  'PATCH /api/teams/:team/players/:player': { name: 'Taken' },
};

describe('through one’s own team nobody reaches into another', () => {
  const reaching = NAMES.filter((name) => name.includes(':team') && /:(player|code|device)/.test(name));

  test('there are such routes', () => expect(reaching.length).toBeGreaterThan(8));

  // One stage for all: what is refused changes nothing, and each test says so.
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    return () => stage.server.close();
  });

  test.each(reaching)('%s', async (name) => {
    const [method = '', path = ''] = name.split(' ');
    const before = await readAll(stage.server);
    for (const caller of ['a manager of the team', 'the owner'] as const) {
      const body = BODIES[name];
      const answer = await stage.server.house.request(fill(path, { ...stage.others, team: stage.team }), {
        method,
        headers: stage.headers[caller],
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect([answer.status, await answer.json()], caller).toEqual([404, { error: 'notFound' }]);
    }
    expect(await readAll(stage.server)).toEqual(before);
  });
});

describe('reading changes nothing', () => {
  // A stream that does not end; and the way back from a company's sign-in, which the protocol makes a GET.
  const APART = new Set(['GET /api/teams/:team/live', 'GET /api/sessions/oidc/return']);
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    return () => stage.server.close();
  });

  test.each(NAMES.filter((name) => name.startsWith('GET ') && !APART.has(name)))('%s', async (name) => {
    const before = await readAll(stage.server);
    const path = fill(name.slice(4), stage.own);
    const callers = ['the owner', 'a manager of the team', 'a player of the team', 'nobody'] as const;
    for (const caller of callers)
      await (await stage.server.house.request(path, { headers: stage.headers[caller] })).text();
    expect(await readAll(stage.server)).toEqual(before);
  });
});

/** All rows, but for counters of calls and the list of who did what. */
async function readAll({ grounds: { db } }: TestGrounds): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('rate', 'audit')
    order by table_name
  `.execute(db);
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db);
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all;
}
