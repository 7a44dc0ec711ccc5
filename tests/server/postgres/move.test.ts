import { readdir } from 'node:fs/promises';

import { expect, onTestFinished, test } from 'vitest';

import type { Place } from '../../../src/server/database/database.ts';
import { openDatabase } from '../../../src/server/database/open-database.ts';
import { makeUuid } from '../../../src/server/database/uuid.ts';
import { addTeam, makeFolder, readTeams, run } from '../harness/commands.ts';
import { makeServerDatabase } from '../harness/test-database.ts';

test('moving to PostgreSQL brings all rows, and leaves the old database as it is', async () => {
  const folder = await makeFolder();
  const embedded: Place = { kind: 'embedded', folder };
  await addTeam(embedded, 'Ducks');
  await addVisit(embedded);
  const { url, drop } = await makeServerDatabase();
  onTestFinished(drop);
  const moved = await run('move-database', ['--to', url], { DATA_DIR: folder });
  expect(moved).toMatchObject({
    code: 0,
    said: expect.stringMatching(/5 rows of the embedded database .* PostgreSQL/),
  });
  expect(moved.said).toContain(`SECRET_KEY=$(cat ${folder}/secret-key)`);
  expect(await readTeams({ kind: 'postgres', url })).toEqual(['Ducks']);
  expect(await readVisits({ kind: 'postgres', url })).toEqual(await readVisits(embedded));
  const twice = await run('move-database', ['--to', url], { DATA_DIR: folder });
  expect(twice).toMatchObject({ code: 1, said: expect.stringContaining('not empty') });
  expect(await readTeams(embedded)).toEqual(['Ducks']);
  expect((await readdir(folder)).filter((name) => name.startsWith('moving'))).toEqual([]);
}, 180_000);

/** An event of the team, with one visitor. */
async function addVisit(place: Place): Promise<void> {
  const { db, close } = await openDatabase(place);
  const now = new Date('2026-11-22T12:00:00Z');
  const { id: team } = await db.selectFrom('team').select('id').executeTakeFirstOrThrow();
  const [kiosk, event, visit] = [makeUuid(now), makeUuid(now), makeUuid(now)];
  await db
    .insertInto('player')
    .values({ id: kiosk, team_id: team, kind: 'kiosk', name: 'Hall', recovery: null, created_at: now, seen_at: now })
    .execute();
  const ends = { ends_at: now, keep_days: 7, delete_at: now, created_at: now };
  await db
    .insertInto('event')
    .values({ id: event, team_id: team, name: 'Fair', board_token: Buffer.alloc(32, 1), ...ends })
    .execute();
  const stay = { started_at: now, ended_at: now, received_at: now };
  const told = { name: '{"language":"ru","first":0,"second":199}', records: '[{"payload":{"score":0.1}}]' };
  await db
    .insertInto('visit')
    .values({
      id: visit,
      event_id: event,
      kiosk_id: kiosk,
      fingerprint: Buffer.alloc(32, 2),
      claim: null,
      ...told,
      ...stay,
    })
    .execute();
  const run = { act: 'duck-pond', at: now, score: 1 / 3, run_hash: 'h', mark: null, best: true };
  await db
    .insertInto('visit_run')
    .values({ visit_id: visit, record_id: 'r', event_id: event, ...run })
    .execute();
  await close();
}

async function readVisits(place: Place): Promise<unknown> {
  const { db, close } = await openDatabase(place);
  const visits = await db
    .selectFrom('visit')
    .innerJoin('visit_run', 'visit_run.visit_id', 'visit.id')
    .innerJoin('event', 'event.id', 'visit.event_id')
    .selectAll()
    .execute();
  expect(visits).toHaveLength(1);
  await close();
  return visits;
}
