import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogRecord, Player } from '../../../src/player/index.ts';
import { MOST_RECORD_BYTES } from '../../../src/wire/delivery.ts';
import { noticesOf, Profile, until } from '../device.ts';
import { makeAnswer, playAttempt } from '../payloads.ts';
import { hotel, refuse, TeamServer } from './server.ts';

let profile: Profile;
let server: TeamServer;
/** Pauses that the couriers asked for, in milliseconds; they end when a test says so. */
let pauses: number[];
let goOn: () => void;
const opened: Player[] = [];

beforeEach(() => {
  profile = new Profile();
  server = new TeamServer();
  pauses = [];
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((player) => player.close()));
});

/** Opens a tab whose courier rests between its rounds until `goOn` or something happens. */
async function open(of = profile, other: Parameters<Profile['open']>[0] = {}): Promise<Player> {
  const player = of.open({
    fetch: server.fetch,
    wait: (ms) =>
      new Promise((resolve) => {
        pauses.push(ms);
        goOn = resolve;
      }),
    ...other,
  });
  opened.push(player);
  await player.ready;
  return player;
}

async function join(player: Player, name = 'Ann'): Promise<void> {
  expect(await player.team.join('BCDF-GHJK', name)).toMatchObject({ ok: true });
}
const write = (player: Player, item = 'item-1'): ReturnType<Player['append']> =>
  player.append({ type: 'answer', payload: makeAnswer(item, 1) });
const waiting = async (player: Player): Promise<number> => (await player.outbox.pending(1000)).length;
const untilEmpty = async (player: Player): Promise<void> => {
  for (let n = 0; n < 200 && (await waiting(player)) > 0; n++) await player.team.deliverNow();
  expect(await waiting(player)).toBe(0);
};

describe('without a team', () => {
  it('no request is ever made, whatever is earned', async () => {
    const player = await open();
    await player.append({ type: 'attempt', payload: playAttempt(1) });
    for (let n = 0; n < 5; n++) await write(player, `item-${n}`);
    await player.exportProgress();
    profile.page.dispatchEvent(new Event('online'));
    profile.page.dispatchEvent(new Event('visibilitychange'));
    expect(await player.team.deliverNow()).toEqual({ end: 'clean' });
    expect(await player.team.me()).toEqual({ ok: false, why: 'notSignedIn' });
    expect(await player.team.pair()).toEqual({ ok: false, why: 'notSignedIn' });
    expect(await player.team.eraseMe()).toEqual({ ok: false, why: 'notSignedIn' });
    await player.team.leave();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(server.calls).toEqual([]);
    expect(player.team.store.getState().place).toBe('alone');
  });

  it('a look at a code shows no token and keeps nothing', async () => {
    const player = await open();
    server.before = () => Response.json({ team: 'The ducks', retentionDays: 90, sees: ['name'] });
    expect(await player.team.look('bcdf ghjk')).toMatchObject({ ok: true, value: { team: 'The ducks' } });
    expect(server.calls.map(({ token }) => token)).toEqual([null]);
    await until(() => player.team.store.getState().place === 'alone');
  });

  it('a page without a network says that it is offline', async () => {
    const player = await open(profile, { fetch: undefined });
    expect(await player.team.look('BCDF')).toEqual({ ok: false, why: 'offline' });
    expect(await player.team.join('BCDF', 'Ann')).toEqual({ ok: false, why: 'offline' });
    expect(player.team.store.getState().place).toBe('alone');
  });
});

describe('joining', () => {
  it('delivers what was there before, and from then on everything, in order', async () => {
    const player = await open();
    for (let n = 0; n < 60; n++) await write(player, `item-${n}`);
    await join(player);
    await until(() => server.recordsOf('Ann').length === 60);
    await write(player, 'later');
    await until(() => server.recordsOf('Ann').length === 61);
    expect(server.recordsOf('Ann').map(({ seq }) => seq)).toEqual(Array.from({ length: 61 }, (_, n) => n + 1));
    expect(await waiting(player)).toBe(0);
    expect(server.callsTo('/api/deliveries')[0]?.body).toMatchObject({ version: 1, game: 'test' });
    expect(player.team.store.getState()).toMatchObject({ place: 'member', name: 'Ann', team: 'The ducks' });
  });

  it('puts the whole log into the outbox again for another team', async () => {
    const player = await open();
    for (let n = 0; n < 5; n++) await write(player, `item-${n}`);
    await join(player, 'Ann');
    await untilEmpty(player);
    await player.team.forget();
    expect(await waiting(player)).toBe(0);
    await join(player, 'Ann of the herons');
    await until(() => server.recordsOf('Ann of the herons').length === 5);
  });

  it('is remembered by the next page life', async () => {
    const first = await open();
    await join(first);
    await untilEmpty(first);
    await first.close();
    const second = await open();
    await until(() => second.team.store.getState().place === 'member');
    await write(second);
    await until(() => server.recordsOf('Ann').length === 1);
  });

  it('is not forgotten over a full disk: it is written when there is room', async () => {
    const player = await open();
    await write(player);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function full() {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await join(player);
      await player.team.deliverNow();
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(player.team.store.getState().place).toBe('member');
    await player.team.deliverNow();
    expect(await profile.all('meta')).toContainEqual(expect.objectContaining({ key: 'membership', name: 'Ann' }));
    await untilEmpty(player);
    expect(server.recordsOf('Ann')).toHaveLength(1);
  });

  it('over a full disk is known to the other tab as soon as there is room', async () => {
    const [one, two] = [await open(), await open()];
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function full() {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await join(one);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(two.team.store.getState().place).toBe('alone');
    // The first one may be a round that began when there was no room.
    for (let n = 0; n < 2; n++) await one.team.deliverNow();
    await until(() => two.team.store.getState().place === 'member');
  });

  it('over a full disk does not take the place of one that another tab got meanwhile', async () => {
    const [one, two] = [await open(), await open()];
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function fullForAnn(this: IDBObjectStore, ...row: Parameters<typeof put>) {
      if ((row[0] as { name?: unknown }).name === 'Ann') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, row);
    };
    try {
      await join(one, 'Ann');
      expect(two.team.store.getState().place).toBe('alone');
      await join(two, 'Ben');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    for (let n = 0; n < 3; n++) await one.team.deliverNow();
    await until(() => one.team.store.getState().name === 'Ben');
    expect(two.team.store.getState().name).toBe('Ben');
    expect(await profile.all('meta')).toContainEqual(expect.objectContaining({ key: 'membership', name: 'Ben' }));
  });

  it('does not try a full disk again and again without a pause', async () => {
    const player = await open();
    let tries = 0;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function full() {
      tries++;
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await join(player);
      await new Promise((resolve) => setTimeout(resolve, 200));
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(tries).toBeLessThan(20);
  });

  it('keeps what the old team has not confirmed from being taken off by its late receipts', async () => {
    const player = await open();
    await join(player, 'Ann');
    await untilEmpty(player);
    let answer: () => void = () => undefined;
    server.after = async ({ path }, response) => {
      if (path === '/api/deliveries') await new Promise<void>((resolve) => (answer = resolve));
      return response;
    };
    await write(player);
    await until(() => server.callsTo('/api/deliveries').length === 1);
    server.after = (_call, response) => response;
    await join(player, 'Ben');
    answer();
    await until(() => server.recordsOf('Ben').length === 1);
  });
});

describe('an answer', () => {
  it('that was lost costs a repetition and nothing else', async () => {
    const player = await open();
    await join(player);
    server.after = ({ path }, response) => {
      if (path === '/api/deliveries') throw new TypeError('the line broke');
      return response;
    };
    await write(player);
    await until(() => player.team.store.getState().line === 'waiting');
    expect(server.recordsOf('Ann')).toHaveLength(1);
    expect(await waiting(player)).toBe(1);
    server.after = (_call, response) => response;
    await untilEmpty(player);
    expect(server.recordsOf('Ann')).toHaveLength(1);
  });

  it('may heal earlier ones: receipts for records that were not in the batch count, too', async () => {
    const player = await open();
    await join(player);
    server.before = ({ path }) => (path === '/api/deliveries' ? hotel() : undefined);
    const written: LogRecord[] = [];
    for (let n = 0; n < 70; n++) written.push((await write(player, `item-${n}`)).record);
    server.before = () => undefined;
    server.after = async ({ path }, response) => {
      if (path !== '/api/deliveries') return response;
      const all = written.map(({ id, payloadHash }) => ({ id, payloadHash, status: 'accepted', counted: true }));
      return Response.json({ receipts: all, rules: {} });
    };
    const before = server.callsTo('/api/deliveries').length;
    await untilEmpty(player);
    expect(server.callsTo('/api/deliveries').length).toBe(before + 1);
  });

  it('of a hotel takes nothing off', async () => {
    const player = await open();
    await join(player);
    server.before = () => hotel();
    await write(player);
    await until(() => player.team.store.getState().line === 'waiting');
    expect(await waiting(player)).toBe(1);
    server.before = () => Response.json({ welcome: true });
    expect(await player.team.deliverNow()).toMatchObject({ end: 'later', why: 'offline' });
    expect(await waiting(player)).toBe(1);
    server.before = () => undefined;
    await untilEmpty(player);
  });

  it('without some receipts, or with nonsense for them, leaves those records where they are', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    const { record } = await write(player, 'item-1');
    await untilEmpty(player);
    server.after = ({ path }, response) =>
      path === '/api/deliveries'
        ? Response.json({ receipts: [null, 7, { id: record.id }, { status: 'accepted', counted: true }], rules: {} })
        : response;
    await write(player, 'item-2');
    expect(await player.team.deliverNow()).toMatchObject({ end: 'later', why: 'unsettled' });
    expect(await waiting(player)).toBe(1);
    server.after = (_call, response) => response;
    await untilEmpty(player);
  });

  it('with another fingerprint takes nothing off, and does not make the courier run wild', async () => {
    const player = await open();
    await join(player);
    server.judge = ({ id }) => ({ id, payloadHash: '0000000000000000', status: 'accepted', counted: true });
    await write(player);
    const round = await player.team.deliverNow();
    expect(round).toMatchObject({ end: 'later', why: 'unsettled' });
    expect(server.callsTo('/api/deliveries').length).toBeLessThanOrEqual(2);
  });

  it('that the disk does not take is asked for again later, not at once', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    const remove = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = function full() {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await write(player);
      expect(await player.team.deliverNow()).toMatchObject({ end: 'later', why: 'unsettled' });
      expect(server.callsTo('/api/deliveries').length).toBeLessThanOrEqual(2);
    } finally {
      IDBObjectStore.prototype.delete = remove;
    }
    await untilEmpty(player);
    expect(server.recordsOf('Ann')).toHaveLength(1);
  });
});

describe('a record', () => {
  it('of a newer game waits without holding up the others', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    server.judge = ({ id, payloadHash, seq }) =>
      seq === 1 ? { id, payloadHash, status: 'later' } : { id, payloadHash, status: 'accepted', counted: true };
    for (let n = 0; n < 3; n++) await write(player, `item-${n}`);
    expect(await player.team.deliverNow()).toMatchObject({ end: 'later', why: 'olderServer' });
    expect((await player.outbox.pending()).map(({ seq }) => seq)).toEqual([1]);
    await until(() => player.team.store.getState().line === 'old');
    server.judge = ({ id, payloadHash }) => ({ id, payloadHash, status: 'accepted', counted: true });
    await untilEmpty(player);
  });

  it('that is refused leaves the outbox, stays in the log, and is told once', async () => {
    const player = await open();
    await join(player);
    server.judge = ({ id, payloadHash }) => ({ id, payloadHash, status: 'rejected', reason: 'conflict' });
    const { record } = await write(player);
    await untilEmpty(player);
    expect(noticesOf(player)).toEqual(['deliveryRejected']);
    expect(await player.find(record.id)).toEqual(record);
    expect(await player.readAside()).toMatchObject([{ from: 'delivery', raw: { id: record.id } }]);
  });

  it('that does not count is told by its reason, and only what is wrong by a notice', async () => {
    const player = await open();
    await join(player);
    const marks = ['forged', 'copied', 'copied'] as const;
    server.judge = ({ id, payloadHash, seq }) => ({
      id,
      payloadHash,
      status: 'accepted',
      counted: false,
      mark: marks[seq - 1] ?? 'copied',
    });
    for (let n = 0; n < 3; n++) await write(player, `item-${n}`);
    await untilEmpty(player);
    expect(player.team.store.getState().notCounted).toEqual({ forged: 1, copied: 2 });
    expect(player.notices.store.getState()).toMatchObject([{ kind: 'deliveryNotCounted', values: { count: 1 } }]);
  });

  it('that is too large for any server is not sent', async () => {
    const player = await open();
    await join(player);
    const before = server.callsTo('/api/deliveries').length;
    const attempt = playAttempt(1);
    const hashes = Array.from({ length: 12_000 }, (_, n) => `0123456789abcdef${n}`);
    expect(JSON.stringify(hashes).length).toBeGreaterThan(MOST_RECORD_BYTES);
    await player.append({ type: 'attempt', payload: { ...attempt, replay: { ...attempt.replay, hashes } } });
    await untilEmpty(player);
    expect(noticesOf(player)).toEqual(['deliveryRejected']);
    expect(server.callsTo('/api/deliveries').length).toBe(before);
  });

  it('that makes a whole batch refused is found, and the others go', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    server.before = ({ path, body }) => {
      if (path !== '/api/deliveries') return undefined;
      const { records } = body as { records: { seq: number }[] };
      return records.some(({ seq }) => seq === 30) ? refuse(400, 'badRequest') : undefined;
    };
    for (let n = 0; n < 50; n++) await write(player, `item-${n}`);
    expect(await player.team.deliverNow()).toMatchObject({ end: 'later', why: 'olderServer' });
    expect((await player.outbox.pending()).map(({ seq }) => seq)).toEqual([30]);
  });
});

describe('a server that refuses every batch', () => {
  it('is not asked for each record', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    server.before = ({ path }) => (path === '/api/deliveries' ? hotel() : undefined);
    for (let n = 0; n < 50; n++) await write(player, `item-${n}`);
    await player.team.deliverNow();
    const before = server.callsTo('/api/deliveries').length;
    server.before = ({ path }) => (path === '/api/deliveries' ? refuse(400, 'badRequest') : undefined);
    expect(await player.team.deliverNow()).toMatchObject({ end: 'later', why: 'olderServer' });
    expect(server.callsTo('/api/deliveries').length - before).toBeLessThan(12);
    server.before = ({ path }) => (path === '/api/deliveries' ? refuse(404, 'notFound') : undefined);
    const then = server.callsTo('/api/deliveries').length;
    await player.team.deliverNow();
    expect(server.callsTo('/api/deliveries').length - then).toBeLessThan(3);
    expect(await waiting(player)).toBe(50);
  });

  it('because a proxy takes less than it should gets smaller batches', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    server.before = ({ path, body }) =>
      path === '/api/deliveries' && JSON.stringify(body).length > 4000
        ? new Response('<h1>413 Request Entity Too Large</h1>', { status: 413 })
        : undefined;
    for (let n = 0; n < 50; n++) await write(player, `item-${n}`);
    await untilEmpty(player);
    expect(server.recordsOf('Ann')).toHaveLength(50);
  });
});

describe('between tries', () => {
  it('the courier rests longer and longer, and as long as the server asks', async () => {
    const player = await open();
    await join(player);
    await until(() => pauses.includes(300_000));
    server.before = () => refuse(503, 'notReady');
    pauses.length = 0;
    await write(player);
    const rests = [500, 1000, 2000, 4000];
    for (const [n, rest] of rests.entries()) {
      await until(() => pauses.length > n);
      expect(pauses[n]).toBe(rest);
      goOn();
    }
    await until(() => pauses.length === 5);
    server.before = () => refuse(429, 'tooMany', { retryAfter: 40 });
    goOn();
    await until(() => pauses.length === 6);
    expect(pauses[5]).toBe(40_000);
    const calls = server.calls.length;
    // Something new is no reason to disturb a server that asked for patience.
    await write(player, 'item-2');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(server.calls.length).toBe(calls);
    server.before = () => undefined;
    goOn();
    await until(() => pauses.length >= 7);
    goOn();
    await until(() => server.recordsOf('Ann').length === 2);
  });

  it('the network coming back wakes it', async () => {
    const player = await open();
    await join(player);
    server.before = () => {
      throw new TypeError('offline');
    };
    await write(player);
    await until(() => player.team.store.getState().line === 'waiting');
    server.before = () => undefined;
    profile.page.dispatchEvent(new Event('online'));
    await until(() => server.recordsOf('Ann').length === 1);
  });

  it('a browser that refuses a lock does not stop it for good', async () => {
    let broken = true;
    const locks: Pick<LockManager, 'request'> = {
      request: ((...args: Parameters<LockManager['request']>) =>
        broken ? Promise.reject(new DOMException('no', 'SecurityError')) : profile.locks.request(...args)) as never,
    };
    const player = await open(profile, { locks });
    await join(player);
    expect(await player.team.deliverNow()).toMatchObject({ end: 'later', why: 'unsettled' });
    await write(player);
    broken = false;
    profile.page.dispatchEvent(new Event('online'));
    await until(() => server.recordsOf('Ann').length === 1);
  });
});

describe('a token that is not good any more', () => {
  it.each([
    ['signed out', 401, 'notSignedIn', 'teamSignedOut'],
    ['erased', 410, 'erased', 'teamErased'],
  ])('(%s) ends the membership, with a notice, and nothing is lost', async (_what, status, code, notice) => {
    const player = await open();
    await join(player);
    server.before = () => refuse(status, code);
    const { record } = await write(player);
    await until(() => player.team.store.getState().place === 'alone');
    await until(() => noticesOf(player).includes(notice));
    expect(noticesOf(player)).toEqual([notice]);
    expect(await player.find(record.id)).toEqual(record);
    expect(await profile.all('meta')).not.toContainEqual(expect.objectContaining({ key: 'membership' }));
    const calls = server.calls.length;
    await write(player, 'item-2');
    await player.team.deliverNow();
    expect(server.calls.length).toBe(calls);
    server.before = () => undefined;
    await join(player, 'Ann again');
    await until(() => server.recordsOf('Ann again').length === 2);
  });

  it('is noticed even when there is nothing to deliver', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    server.before = () => refuse(401, 'notSignedIn');
    expect(await player.team.deliverNow()).toEqual({ end: 'signedOut' });
    expect(player.team.store.getState().place).toBe('alone');
  });

  it('does not end a membership that another tab has renewed', async () => {
    const [one, two] = [await open(), await open()];
    await join(one);
    await until(() => two.team.store.getState().place === 'member');
    await one.team.deliverNow();
    const held: (() => void)[] = [];
    server.before = async ({ path }) => {
      if (!path.startsWith('/api/records')) return undefined;
      await new Promise<void>((resolve) => held.push(resolve));
      return refuse(401, 'notSignedIn');
    };
    const stale = one.team.deliverNow();
    await until(() => held.length === 1);
    server.before = () => undefined;
    await join(two, 'Ben');
    for (const letGo of held) letGo();
    await stale;
    await until(() => one.team.store.getState().name === 'Ben');
    expect(await profile.all('meta')).toContainEqual(expect.objectContaining({ key: 'membership', name: 'Ben' }));
  });

  it('is not believed of a proxy that merely forbids', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    server.before = () => refuse(403, 'notAllowed');
    await write(player);
    expect(await player.team.deliverNow()).toMatchObject({ end: 'later' });
    expect(player.team.store.getState().place).toBe('member');
  });
});

describe('two tabs', () => {
  it('do not deliver at once, and together deliver everything once', async () => {
    const [one, two] = [await open(), await open()];
    await join(one);
    await until(() => two.team.store.getState().place === 'member');
    let atOnce = 0;
    let most = 0;
    server.before = async ({ path }) => {
      if (path !== '/api/deliveries') return undefined;
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce--;
      return undefined;
    };
    for (let n = 0; n < 10; n++) await write(n % 2 === 0 ? one : two, `item-${n}`);
    for (let n = 0; n < 50 && (await waiting(one)) > 0; n++)
      await Promise.all([one.team.deliverNow(), two.team.deliverNow()]);
    expect(await waiting(one)).toBe(0);
    expect(most).toBe(1);
    expect(server.recordsOf('Ann')).toHaveLength(10);
  });

  it('without locks may both deliver, and nothing goes wrong', async () => {
    const [one, two] = [await open(profile, { locks: undefined }), await open(profile, { locks: undefined })];
    await join(one);
    await until(() => two.team.store.getState().place === 'member');
    for (let n = 0; n < 10; n++) await write(n % 2 === 0 ? one : two, `item-${n}`);
    await Promise.all([untilEmpty(one), untilEmpty(two)]);
    expect(server.recordsOf('Ann')).toHaveLength(10);
    expect(noticesOf(one)).toEqual([]);
  });

  it('do not both join: what another tab has kept without a word is seen first', async () => {
    const two = await open(profile, { openChannel: undefined });
    const one = await open();
    await join(one);
    const calls = server.callsTo('/api/join').length;
    expect(two.team.store.getState().place).toBe('alone');
    expect(await two.team.join('BCDF-GHJK', 'Ben')).toEqual({ ok: false, why: 'conflict' });
    expect(server.callsTo('/api/join').length).toBe(calls);
    expect(two.team.store.getState()).toMatchObject({ place: 'member', name: 'Ann' });
  });

  it('both leave when one does, also when the other is just reading', async () => {
    const [one, two] = [await open(), await open()];
    await join(one);
    await until(() => two.team.store.getState().place === 'member');
    let answer: () => void = () => undefined;
    let isHeld = false;
    server.after = async ({ path }, response) => {
      if (path.startsWith('/api/records') && !isHeld) {
        isHeld = true;
        await new Promise<void>((resolve) => (answer = resolve));
        return Response.json({ records: [], upTo: 5, more: false });
      }
      return response;
    };
    const reading = two.team.deliverNow();
    await until(() => isHeld);
    await one.team.forget();
    answer();
    await reading;
    await until(() => two.team.store.getState().place === 'alone');
    expect(await profile.all('meta')).not.toContainEqual(expect.objectContaining({ key: 'membership' }));
  });
});

describe('a second device', () => {
  it('gets what the first has earned, gives what it has, and both agree', async () => {
    const other = new Profile();
    const [first, second] = [await open(), await open(other)];
    await join(first);
    await first.append({ type: 'attempt', payload: playAttempt(1) });
    for (let n = 0; n < 8; n++) await write(first, `item-${n}`);
    await untilEmpty(first);
    await second.append({ type: 'attempt', payload: playAttempt(7) });
    expect(await second.team.joinSecond({ way: 'pairing', code: 'Ann' })).toMatchObject({ ok: true });
    await untilEmpty(second);
    await second.team.deliverNow();
    await first.team.deliverNow();
    expect(server.recordsOf('Ann')).toHaveLength(10);
    const [mine, yours] = [first, second].map((player) => player.progress.getState());
    expect(yours).toEqual(mine);
    expect(await waiting(second)).toBe(0);
    // What has been read once is not asked for again.
    await second.team.deliverNow();
    expect(server.calls.at(-1)?.path).toBe('/api/records?after=10');
  });

  it('is also the same one after its page ended with results that were only in memory', async () => {
    const player = await open();
    await join(player);
    await player.team.deliverNow();
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function full() {
      throw new DOMException('full', 'QuotaExceededError');
    };
    let id = '';
    try {
      const written = await write(player);
      expect(written.kept).toBe('memory');
      id = written.record.id;
      await until(() => server.recordsOf('Ann').length === 1);
      await player.team.deliverNow();
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    // Room again, and another device's record: reading goes on, but not past what this page alone has.
    const [known] = server.recordsOf('Ann');
    if (known !== undefined) server.records.get('Ann')?.set('another', { ...known, id: 'another' });
    await player.team.deliverNow();
    await player.close();
    const next = await open();
    await until(() => next.team.store.getState().place === 'member');
    await next.team.deliverNow();
    expect(await next.find(id)).not.toBeNull();
  });

  it('does not come to harm by what cannot be read', async () => {
    const player = await open();
    await join(player);
    server.after = ({ path }, response) =>
      path.startsWith('/api/records')
        ? Response.json({ records: [null, { id: 'x' }, 7], upTo: path.endsWith('after=0') ? 3 : 3, more: true })
        : response;
    expect(await player.team.deliverNow()).toEqual({ end: 'clean' });
    expect(noticesOf(player)).toEqual([]);
  });
});

describe('the player', () => {
  it('is known in all tabs by a new name, also by one that the manager gave', async () => {
    const [one, two] = [await open(), await open()];
    await join(one);
    await one.team.rename('Anna');
    await until(() => two.team.store.getState().name === 'Anna');
    server.renamed.set('Ann', 'Anna M.');
    await two.team.me();
    await until(() => one.team.store.getState().name === 'Anna M.');
  });

  it('leaves with the token made void, and without a network just so', async () => {
    const player = await open();
    await join(player);
    await write(player);
    await untilEmpty(player);
    await player.team.leave();
    expect(server.tokens.size).toBe(0);
    expect(server.recordsOf('Ann')).toHaveLength(1);
    expect(noticesOf(player)).toEqual([]);
    await join(player, 'Ben');
    server.before = () => {
      throw new TypeError('offline');
    };
    await player.team.leave();
    expect(player.team.store.getState().place).toBe('alone');
    expect(noticesOf(player)).toEqual([]);
  });

  it('is erased from the team and keeps what was earned', async () => {
    const player = await open();
    await join(player);
    const { record } = await write(player);
    await untilEmpty(player);
    server.before = () => {
      throw new TypeError('offline');
    };
    expect(await player.team.eraseMe()).toEqual({ ok: false, why: 'offline' });
    expect(player.team.store.getState().place).toBe('member');
    server.before = () => undefined;
    expect(await player.team.eraseMe()).toEqual({ ok: true, value: undefined });
    expect(server.recordsOf('Ann')).toEqual([]);
    expect(player.team.store.getState().place).toBe('alone');
    expect(noticesOf(player)).toEqual([]);
    expect(await player.find(record.id)).toEqual(record);
  });
});
