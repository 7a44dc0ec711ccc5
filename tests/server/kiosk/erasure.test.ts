/** What is kept of visitors, how long, and how it goes: with its event, its team, or the kiosk that brought it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { restore } from '../../../src/server/database/backup/restore.ts';
import { writeBackup } from '../../../src/server/database/backup/write-backup.ts';
import { deleteOver } from '../../../src/server/kiosk/delete-over.ts';
import { startJobs } from '../../../src/server/jobs.ts';
import { makeOwner, openTestDatabase, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';
import {
  addVisits,
  claim,
  DAY_MS,
  makeClaimer,
  makeCode,
  makeVisit,
  openHall,
  openStand,
  readBoard,
  send,
  type Hall,
} from './stand.ts';

let server: TestGrounds;
beforeAll(async () => {
  server = await openStand();
});
afterAll(() => server.close());

/** How many events, visits and runs there are of some halls, in the order of the tables. */
async function countRows(halls: readonly Hall[], { grounds: { db } } = server): Promise<readonly number[]> {
  const ids = halls.map(({ event }) => event.id);
  const events = await db.selectFrom('event').select('id').where('id', 'in', ids).execute();
  const visits = await db.selectFrom('visit').select('id').where('event_id', 'in', ids).execute();
  const runs = await db.selectFrom('visit_run').select('record_id').where('event_id', 'in', ids).execute();
  return [events.length, visits.length, runs.length];
}

describe('an event', () => {
  test('goes with all its visits when its days are over, claimed or not, and not before; others stay', async () => {
    const [first, second] = [await openHall(server), await openHall(server, { keepDays: 8 })];
    const code = makeCode();
    const visits = [await makeVisit(server, { claim: code }), await makeVisit(server)];
    expect(await send(server, first, visits)).toEqual(['accepted', 'accepted']);
    expect(await send(server, second, [await makeVisit(server)])).toEqual(['accepted']);
    expect(await claim(server, code, makeClaimer())).toMatchObject({ status: 'here' });
    server.clock.at = new Date(first.event.endsAt + 7 * DAY_MS - 1);
    expect(await deleteOver(server.grounds)).toBe(0);
    expect(await countRows([first, second])).toEqual([2, 3, 3]);
    server.clock.at = new Date(first.event.endsAt + 7 * DAY_MS);
    expect(await deleteOver(server.grounds)).toBe(1);
    expect(await countRows([first])).toEqual([0, 0, 0]);
    expect(await countRows([second])).toEqual([1, 1, 1]);
    expect(await send(server, first, visits)).toEqual(['over', 'over']);
    // The kiosk itself stays: the team may have another event.
    expect((await server.house.request('/api/me', { headers: first.kiosk.headers })).status).toBe(200);
  });

  test('of many visits goes too, also when two instances delete at once', async () => {
    const hall = await openHall(server);
    await addVisits(
      server,
      hall,
      Array.from({ length: 405 }, (_, score) => ({ score })),
    );
    expect(await countRows([hall])).toEqual([1, 405, 405]);
    server.clock.at = new Date(hall.event.endsAt + 30 * DAY_MS);
    const deleted = await Promise.all([deleteOver(server.grounds), deleteOver(server.grounds)]);
    expect(deleted[0] + deleted[1]).toBeGreaterThanOrEqual(1);
    expect(await countRows([hall])).toEqual([0, 0, 0]);
  });

  test('goes with its team', async () => {
    const hall = await openHall(server);
    expect(await send(server, hall, [await makeVisit(server)])).toEqual(['accepted']);
    const { headers } = await makeOwner(server.grounds);
    expect((await server.house.request(`/api/teams/${hall.team}`, { method: 'DELETE', headers })).status).toBe(204);
    expect(await countRows([hall])).toEqual([0, 0, 0]);
  });

  test('is deleted by the server itself, soon after its start', async () => {
    const hall = await openHall(server);
    await addVisits(server, hall, [{ score: 1 }]);
    server.clock.at = new Date(hall.event.endsAt + 30 * DAY_MS);
    const real = globalThis.setTimeout;
    onTestFinished(() => void (globalThis.setTimeout = real));
    const waits: number[] = [];
    globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) => {
      waits.push(ms);
      return real(run, ms === 60_000 ? 1 : ms, ...rest);
    }) as typeof setTimeout;
    const stop = startJobs(server.grounds);
    globalThis.setTimeout = real;
    expect(waits.filter((ms) => ms === 60_000).length).toBeGreaterThanOrEqual(2);
    await expect.poll(() => countRows([hall]), { timeout: 5000 }).toEqual([0, 0, 0]);
    await stop();
  });
});

describe('a backup', () => {
  test('has events and visits; restored, boards and claims go on, and who was erased since stays so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kiosk-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'all.backup');
    const [hall, stolen] = [await openHall(server), await openHall(server)];
    const [phone, codes] = [makeClaimer(), [makeCode(), makeCode()]];
    const visits = await Promise.all(codes.map((code) => makeVisit(server, { claim: code })));
    expect(await send(server, hall, visits)).toEqual(['accepted', 'accepted']);
    expect(await send(server, stolen, [await makeVisit(server)])).toEqual(['accepted']);
    const taken = await claim(server, codes[0] ?? '', phone);
    const board = await readBoard(server, hall.event);
    await writeBackup(server.database, file, server.clock.at);

    const database = await openTestDatabase();
    onTestFinished(() => database.close());
    await restore(database, file, { replace: false });
    const { verifier, library } = server.grounds;
    const other = await openTestGrounds({ database, parts: { verifier, library }, now: () => server.clock.at });
    onTestFinished(() => other.close());
    expect(await readBoard(other, hall.event)).toEqual(board);
    expect(await claim(other, codes[0] ?? '', phone)).toEqual(taken);
    expect(await claim(other, codes[0] ?? '', makeClaimer())).toEqual({ status: 'taken' });
    expect(await claim(other, codes[1] ?? '', makeClaimer())).toMatchObject({ status: 'here' });
    expect(await send(other, hall, visits)).toEqual(['accepted', 'accepted']);
    expect(await countRows([stolen], other)).toEqual([1, 1, 1]);

    // A kiosk that was erased after the backup, with what it had brought.
    const { headers } = await makeOwner(other.grounds);
    const path = `/api/teams/${stolen.team}/players/${stolen.kiosk.id}`;
    expect((await other.house.request(path, { method: 'DELETE', headers })).status).toBe(204);
    await restore(database, file, { replace: true });
    expect(await countRows([stolen], other)).toEqual([1, 0, 0]);
    expect(await countRows([hall], other)).toEqual([1, 2, 2]);
  });
});
