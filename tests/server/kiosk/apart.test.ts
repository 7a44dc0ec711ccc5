/** Visitors are nobody: no report, file, export, statement or other table has anything of them, before they take it home. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ROUTES } from '../../../src/server/routes.ts';
import type { StatementsWanted } from '../../../src/server/records/statements-hook.ts';
import type { LiveChange } from '../../../src/wire/team.ts';
import { makeManager, makePlayer, type MadeAccount, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, makeDevice, playAttempt, sitExamination } from '../records/device.ts';
import { sendWords } from '../records/send.ts';
import {
  claim,
  hide,
  makeClaimer,
  makeCode,
  makeVisit,
  openHall,
  openStand,
  playCut,
  readBoard,
  send,
  sitShort,
  visitorsDevice,
  type Hall,
} from './stand.ts';

let server: TestGrounds;
let hall: Hall;
let ann: MadePlayer;
let manager: MadeAccount;
let run: string;
const stated: StatementsWanted[] = [];
const told: LiveChange[] = [];

beforeAll(async () => {
  server = await openStand(undefined, { writeStatements: async (_executor, wanted) => void stated.push(wanted) });
  const { grounds } = server;
  hall = await openHall(server);
  ann = await makePlayer(grounds, { team: hall.team });
  manager = await makeManager(grounds, { teams: [hall.team] });
  const device = makeDevice(grounds.now, ann.device);
  const attempt = device.write({ type: 'attempt', payload: await playAttempt({ act: 'duck-pond', seed: 5 }) });
  run = attempt.id;
  const records = [
    attempt,
    device.write({ type: 'answer', payload: answerItem(itemOf(grounds.library.bank, 3)) }),
    device.write({ type: 'examination', payload: sitExamination(grounds.library.bank, 8) }),
    device.write({ type: 'bet', payload: { act: 'duck-pond', question: 'bet', choice: 'shooter' } }),
  ];
  await sendWords(server, ann, records);
  grounds.changes.watch(hall.team, (change) => void told.push(change));
});
afterAll(() => server.close());

/** All that can be read about a team and its people, by those who may, as pages and as files. */
async function readAllRoutes(): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  const open = ROUTES.filter(
    ({ method, path }) =>
      method === 'GET' && (path.includes(':team') || /^\/api\/(me|records)/.test(path)) && !path.endsWith('/live'),
  );
  expect(open.length).toBeGreaterThan(20);
  for (const { path, allow } of open)
    for (const player of path.includes(':player') ? [ann.id, hall.kiosk.id] : [ann.id])
      for (const query of ['', '?format=csv', '?from=2026-01-01&to=2026-12-31']) {
        const address = path.replace(':team', hall.team).replace(':player', player).replace(':record', run) + query;
        const { headers } = allow.includes('manager') ? manager : ann;
        const answer = await server.house.request(address, { headers });
        read.set(address, `${answer.status} ${await answer.text()}`);
      }
  return read;
}

/** All rows but those of events, and counters of calls. */
async function readAllRows(): Promise<readonly string[]> {
  const { db } = server.grounds;
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('rate', 'visit', 'visit_run')
    order by table_name
  `.execute(db);
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db);
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all;
}

test('visits change nothing that anybody can read of a team, until somebody takes one home into it', async () => {
  const [routes, rows] = [await readAllRoutes(), await readAllRows()];
  expect([...routes.values()].filter((text) => text.startsWith('200')).length).toBeGreaterThan(50);
  expect(stated.flatMap(({ counted }) => counted)).toHaveLength(4);
  const [statements, news] = [stated.length, told.length];
  const device = visitorsDevice(server);
  const code = makeCode();
  const records = [await playCut(device), await playCut(device, { act: 'blind-and-lame' }), sitShort(server, device)];
  const visits = [await makeVisit(server, { records, claim: code }), await makeVisit(server), await makeVisit(server)];
  expect(await send(server, hall, visits)).toEqual(['accepted', 'accepted', 'accepted']);
  expect((await hide(server, hall.kiosk, hall.event.id, visits[1]?.id ?? '')).status).toBe(204);
  expect((await readBoard(server, hall.event)).visitors['duck-pond']).toBe(3);
  const answer = await claim(server, code, makeClaimer());
  expect(await readAllRows()).toEqual(rows);
  expect(await readAllRoutes()).toEqual(routes);
  expect([stated.length, told.length]).toEqual([statements, news]);

  // What reads so much would notice.
  const taken = answer.status === 'here' ? answer.records : [];
  expect(await sendWords(server, ann, taken)).toEqual(['counted', 'counted', 'counted']);
  const after = await readAllRoutes();
  for (const name of ['progress', 'attempts', 'ranks', 'time', 'overview'])
    expect(after.get(`/api/teams/${hall.team}/${name}`), name).not.toBe(routes.get(`/api/teams/${hall.team}/${name}`));
  expect(stated.length).toBe(statements + 1);
  await expect.poll(() => told.length).toBeGreaterThan(news);
});
