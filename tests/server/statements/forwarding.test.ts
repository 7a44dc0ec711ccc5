/** The way to the store: at least once, whatever the store, the network and other instances do. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { eraseTeam } from '../../../src/server/players/erase.ts';
import { chooseRest, forwardOnce, startForwarding, type Round } from '../../../src/server/statements/store/forward.ts';
import { claimDue, LEASE_MS, MOST_REFUSALS, NEVER } from '../../../src/server/statements/store/outbox.ts';
import { readRest, type Line } from '../../../src/server/statements/store/send.ts';
import {
  makeOwner,
  makePlayer,
  makeTeam,
  openTestGrounds,
  testsOnPostgres,
  type TestGrounds,
} from '../harness/grounds.ts';
import { openFakeStore, type FakeStore } from './fake-store.ts';

let room: TestGrounds;
let store: FakeStore;
let player: string;
let team: string;
beforeAll(async () => {
  room = await openTestGrounds();
});
afterAll(() => room.close());
beforeEach(async () => {
  store = await openFakeStore();
  await room.grounds.db.deleteFrom('statement').execute();
  team = await makeTeam(room.grounds);
  player = (await makePlayer(room.grounds, { team })).id;
  room.clock.at = new Date('2026-11-22T12:00:00Z');
});
afterEach(() => store.close());

interface Small {
  readonly id: string;
  readonly timestamp: string;
  readonly verb: { readonly id: string };
  readonly mark?: string;
}

/** Statements that wait, one second after the other. */
async function fill(count: number, mark?: (i: number) => string): Promise<readonly string[]> {
  const { db, now } = room.grounds;
  const ids = Array.from({ length: count }, () => crypto.randomUUID() as string);
  const rows = ids.map((id, i) => {
    const timestamp = new Date(Date.UTC(2026, 10, 1) + i * 1000).toISOString();
    const statement: Small = {
      id,
      timestamp,
      verb: { id: 'http://example.org/did' },
      ...(mark === undefined ? {} : { mark: mark(i) }),
    };
    return { id, player_id: player, statement: JSON.stringify(statement), created_at: now(), next_at: now() };
  });
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('statement')
      .values(rows.slice(from, from + 500))
      .execute();
  return ids;
}

function line(signal = new AbortController().signal, answerMs = 2000): Line {
  return { store: store.settings, fetch, now: room.grounds.now, answerMs, signal };
}
const round = (): Promise<Round> => forwardOnce(room.grounds, line());

async function readRows(): Promise<
  readonly {
    id: string;
    tries: number;
    next_at: Date;
    sent_at: Date | null;
    fault: string | null;
    statement: unknown;
  }[]
> {
  return room.grounds.db
    .selectFrom('statement')
    .select(['id', 'tries', 'next_at', 'sent_at', 'fault', 'statement'])
    .execute();
}
async function countUnsent(): Promise<number> {
  return (await readRows()).filter(({ sent_at }) => sent_at === null).length;
}

describe('a round', () => {
  test('sends fifty at most, oldest first, with version and credentials, and empties what it sent', async () => {
    const ids = await fill(120);
    expect(await round()).toEqual({ kind: 'more' });
    expect(await round()).toEqual({ kind: 'more' });
    expect(await round()).toEqual({ kind: 'empty' });
    expect(store.batches).toEqual([50, 50, 20]);
    expect(store.kept.size).toBe(120);
    expect([...store.kept.keys()].toSorted()).toEqual([...ids].toSorted());
    const times = [...store.kept.values()].slice(0, 50).map((one) => (one as Small).timestamp);
    expect(times).toEqual(times.toSorted());
    const [{ headers, method, path } = { headers: {}, method: '', path: '' }] = store.requests;
    expect([method, path]).toEqual(['POST', '/xapi/statements']);
    expect(headers['x-experience-api-version']).toBe('1.0.3');
    expect(headers['content-type']).toBe('application/json');
    expect(headers.cookie).toBeUndefined();
    for (const { sent_at, statement, fault } of await readRows()) {
      expect(sent_at).not.toBeNull();
      expect(statement).toEqual({});
      expect(fault).toBeNull();
    }
    expect(await round()).toEqual({ kind: 'empty' });
    expect(store.batches.length).toBe(3);
  });

  test.each([
    ['a dropped connection', { how: 'drop' }, null, 0],
    ['a dropped answer', { keep: true, how: 'drop' }, null, 0],
    ['an error', { how: { status: 500 } }, 500, 0],
    [
      'an error after all was kept',
      { keep: true, how: { status: 503, headers: { 'Retry-After': '120' } } },
      503,
      120_000,
    ],
    ['too many', { how: { status: 429, headers: { 'Retry-After': '7' } } }, 429, 7000],
    ['a wrong password', { how: { status: 401 } }, 401, 0],
    ['a wrong address', { how: { status: 404 } }, 404, 0],
    ['a way elsewhere', { how: { status: 302, headers: { Location: 'http://127.0.0.1:9/' } } }, 302, 0],
    ['a page of a proxy', { how: { status: 200, body: '<html>Sign in' } }, 200, 0],
    ['ids of others', { how: { status: 200, body: '["1"]' } }, 200, 0],
  ] as const)('after %s sends the same again, and the store has each once', async (_name, fault, status, restMs) => {
    const ids = await fill(7);
    store.faults.push(fault);
    expect(await round()).toEqual({ kind: 'away', status, restMs });
    for (const row of await readRows())
      expect(row).toMatchObject({ sent_at: null, fault: null, tries: 0, next_at: room.clock.at });
    expect(store.batches).toEqual([7]);
    expect(await round()).toEqual({ kind: 'empty' });
    expect([...store.kept.keys()].toSorted()).toEqual([...ids].toSorted());
    expect(await countUnsent()).toBe(0);
  });

  test('does not wait for a store that does not answer', async () => {
    await fill(2);
    store.faults.push({ how: 'silence' });
    const before = performance.now();
    expect(await forwardOnce(room.grounds, line(undefined, 150))).toEqual({ kind: 'away', status: null, restMs: 0 });
    expect(performance.now() - before).toBeLessThan(1500);
  });

  test('sets a refused statement aside with its fault, and sends all others', async () => {
    await fill(50, (i) => (i === 13 || i === 37 ? 'poison' : 'good'));
    store.refuses = (one) => ((one as Small).mark === 'poison' ? 400 : null);
    expect(await round()).toEqual({ kind: 'more' });
    expect(store.kept.size).toBe(48);
    const aside = (await readRows()).filter(({ fault }) => fault !== null);
    expect(aside.length).toBe(2);
    for (const { id, fault, next_at, sent_at, tries } of aside) {
      expect(fault).toBe(`400 "no: ${id}"`);
      expect([next_at, sent_at, tries]).toEqual([NEVER, null, 1]);
    }
    const requests = store.requests.length;
    expect(requests).toBeLessThanOrEqual(1 + 2 * 2 * 6);
    expect(await round()).toEqual({ kind: 'empty' });
    expect(store.requests.length).toBe(requests);
  });

  test('finds what a store takes at once, down to one', async () => {
    await fill(50);
    store.mostAtOnce = 7;
    expect(await round()).toEqual({ kind: 'more' });
    expect(store.kept.size).toBe(50);
    expect(await countUnsent()).toBe(0);
  });

  test('holds a statement that the store has in another form to be done', async () => {
    const ids = await fill(10);
    store.kept.set(ids[4] as string, { id: ids[4], older: true });
    expect(await round()).toEqual({ kind: 'empty' });
    expect(store.kept.size).toBe(10);
    expect(store.kept.get(ids[4] as string)).toEqual({ id: ids[4], older: true });
    expect(await countUnsent()).toBe(0);
  });

  test('blames the store, not the statements, when it takes none; but not for ever', async () => {
    await fill(3);
    store.refuses = () => 400;
    for (let times = 1; times < MOST_REFUSALS; times++) {
      expect(await round()).toEqual({ kind: 'away', status: 400, restMs: 0 });
      for (const row of await readRows()) expect(row).toMatchObject({ fault: null, tries: times });
      room.clock.at = new Date(room.clock.at.getTime() + 3_600_000);
    }
    await round();
    for (const row of await readRows()) expect(row.fault).toContain('400');
  });

  test('never gives up on a store that does not let it in', async () => {
    await fill(3);
    store.refuses = () => 403;
    for (let times = 0; times < 3 * MOST_REFUSALS; times++) {
      expect(await round()).toEqual({ kind: 'away', status: 403, restMs: 0 });
      room.clock.at = new Date(room.clock.at.getTime() + 24 * 3_600_000);
    }
    store.refuses = () => null;
    await round();
    expect(await countUnsent()).toBe(0);
  });

  test('sends after days in which the store was away, and nothing is lost', async () => {
    await fill(180);
    const { settings } = store;
    await store.close();
    for (let day = 0; day < 5; day++) {
      expect((await round()).kind).toBe('away');
      room.clock.at = new Date(room.clock.at.getTime() + 24 * 3_600_000);
    }
    store = await openFakeStore();
    expect(store.settings.statements).not.toBe(settings.statements);
    for (let next = await round(); next.kind === 'more';) next = await round();
    expect(store.kept.size).toBe(180);
  });
});

describe('several instances', () => {
  test('take different statements, and a crashed one’s come free when its lease ends', async () => {
    await fill(75);
    const { db, now } = room.grounds;
    const [one, other] = await Promise.all([claimDue(db, now()), claimDue(db, now())]);
    const ids = [...one, ...other].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // Of two that look at the same moment, one may see too few; it looks again.
    const rest = await claimDue(db, now());
    expect(new Set([...ids, ...rest.map(({ id }) => id)]).size).toBe(75);
    room.clock.at = new Date(room.clock.at.getTime() + LEASE_MS - 1);
    expect(await claimDue(db, now())).toEqual([]);
    room.clock.at = new Date(room.clock.at.getTime() + 1);
    expect((await claimDue(db, now())).length).toBe(50);
  });

  test('empty one outbox together, each statement once', async () => {
    await fill(300);
    const stops = [1, 2, 3].map(() => startForwarding(room.grounds, store.settings, { lookMs: 20 }));
    await waitFor(async () => (await countUnsent()) === 0);
    await Promise.all(stops.map((stop) => stop()));
    expect(store.kept.size).toBe(300);
    expect(store.batches.reduce((sum, size) => sum + size, 0)).toBe(300);
  });
});

describe('the forwarding', () => {
  test('gets everything through a store that fails at random, each once', async () => {
    const ids = await fill(200, (i) => (i % 61 === 7 ? 'poison' : 'good'));
    store.refuses = (one) => ((one as Small).mark === 'poison' ? 400 : null);
    store.mostAtOnce = 9;
    let seed = 7;
    const draw = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let i = 0; i < 40; i++) {
      const keep = draw() < 0.5;
      const how = (['drop', 'silence', { status: 500 }, { status: 429 }] as const)[Math.floor(draw() * 4)] ?? 'drop';
      store.faults.push({ how, keep });
    }
    const options = { lookMs: 10, answerMs: 60, firstRestMs: 1, random: () => draw() / 1000 };
    const stops = [1, 2].map(() => startForwarding(room.grounds, store.settings, options));
    await waitFor(async () => {
      // A round has some minutes; of those whose lease ran out another instance takes care.
      room.clock.at = new Date(room.clock.at.getTime() + 1000);
      return (await readRows()).every(({ sent_at, fault }) => sent_at !== null || fault !== null);
    });
    await Promise.all(stops.map((stop) => stop()));
    const good = ids.filter((_, i) => i % 61 !== 7);
    const rows = await readRows();
    expect(
      rows
        .filter(({ sent_at }) => sent_at !== null)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(good.toSorted());
    for (const id of good) expect(store.kept.has(id)).toBe(true);
    // While faults lasted, a poisoned statement may have come in with a kept batch; it is set aside all the same.
    expect(rows.filter(({ fault }) => fault !== null).length).toBe(ids.length - good.length);
  });

  test('rests longer and longer with full jitter, and as long as the store asks', () => {
    expect([0, 1, 2, 3].map((n) => chooseRest(n, () => 1))).toEqual([1000, 2000, 4000, 8000]);
    expect(chooseRest(40, () => 1)).toBe(15 * 60 * 1000);
    expect(chooseRest(5, () => 0)).toBe(0);
    const now = new Date('2026-11-22T12:00:00Z');
    expect(readRest('120', now)).toBe(120_000);
    expect(readRest('Sun, 22 Nov 2026 12:00:30 GMT', now)).toBe(30_000);
    expect(readRest('Sun, 22 Nov 2026 11:00:30 GMT', now)).toBe(0);
    expect(readRest('99999999', now)).toBe(3_600_000);
    for (const header of [null, 'soon', '-3']) expect(readRest(header, now)).toBe(0);
  });

  test('stops at once in the middle of a request, and gives back what it had', async () => {
    await fill(4);
    store.faults.push({ how: 'silence' });
    const stop = startForwarding(room.grounds, store.settings, { lookMs: 10 });
    await waitFor(async () => store.requests.length === 1);
    const before = performance.now();
    await stop();
    expect(performance.now() - before).toBeLessThan(1000);
    for (const row of await readRows()) expect(row).toMatchObject({ sent_at: null, next_at: room.clock.at });
  });

  test('logs how many and what status, never what, to whom or with what password', async () => {
    await fill(3, () => 'Wilhelmine');
    store.faults.push({ how: { status: 500, body: 'Wilhelmine' } });
    const from = room.lines.length;
    const stop = startForwarding(room.grounds, store.settings, { lookMs: 10, firstRestMs: 1 });
    await waitFor(async () => (await countUnsent()) === 0);
    await stop();
    const log = room.lines.slice(from).join('\n');
    expect(log).toContain('"status":500');
    expect(log).toContain('"sent":3');
    for (const secret of ['Wilhelmine', 'dXNlcjpzZWNyZXQ', '127.0.0.1', player]) expect(log).not.toContain(secret);
  });
});

describe('an erasure', () => {
  test('takes unsent statements along, also those that are claimed', async () => {
    await fill(60);
    await claimDue(room.grounds.db, room.grounds.now());
    const owner = await makeOwner(room.grounds);
    await eraseTeam(room.grounds, team, owner.id);
    expect(await readRows()).toEqual([]);
    expect(await round()).toEqual({ kind: 'empty' });
    expect(store.requests).toEqual([]);
  });

  test('in the middle of a request leaves nothing behind', async () => {
    await fill(5);
    store.faults.push({ how: 'silence' });
    const going = forwardOnce(room.grounds, line(undefined, 300));
    await waitFor(async () => store.requests.length === 1);
    const owner = await makeOwner(room.grounds);
    await eraseTeam(room.grounds, team, owner.id);
    expect((await going).kind).toBe('away');
    expect(await readRows()).toEqual([]);
  });
});

/** Asks until it is so; the tests' own limit ends it otherwise. */
async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, testsOnPostgres() ? 10 : 5));
}
