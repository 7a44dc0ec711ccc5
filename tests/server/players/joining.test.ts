import { describe, expect, test } from 'vitest';

import { spend } from '../../../src/server/guard/limits.ts';
import { makeJoinCode, makePairingCode } from '../../../src/server/players/codes.ts';
import { tellApart } from '../../../src/server/players/names.ts';
import type { CodesAnswer } from '../../../src/wire/accounts.ts';
import {
  CODE_LETTERS,
  type Joined,
  type JoinLook,
  type Me,
  type Pairing,
  type Recovery,
} from '../../../src/wire/joining.ts';
import { openClassroom } from './classroom.ts';
import { Device } from './device.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('a team’s code', () => {
  test('says before joining what it leads to and what will be seen', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    const look = await new Device(server).ask<JoinLook>('POST', '/api/join/look', { code });
    expect(look.json).toEqual({
      team: 'North',
      retentionDays: 90,
      sees: ['name', 'acts', 'ranks', 'answers', 'bets', 'times', 'runs'],
    });
    expect(await server.grounds.db.selectFrom('player').select('id').execute()).toEqual([]);
  });

  test.each<[string, (code: string) => string]>([
    ['as shown', (code) => code],
    ['in small letters without a hyphen', (code) => code.toLowerCase().replace('-', '')],
    [
      'in full-width letters',
      (code) =>
        [...code]
          .map((one) => (one === '-' ? '－' : String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)))
          .join(''),
    ],
    ['with blanks and odd hyphens', (code) => ` ${code.replace('-', ' – ')} `],
  ])('is taken %s', async (_, type) => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    expect((await new Device(server).join(type(code), 'Ann')).status).toBe(201);
  });

  test('unknown, revoked, expired and used up, it gets one answer', async () => {
    const { server, makeCode, ask, team } = await openClassroom();
    const [revoked, old, once] = [await makeCode(), await makeCode({ days: 1 }), await makeCode({ mostUses: 1 })];
    await ask('DELETE', `/api/teams/${team}/codes/${revoked.id}`);
    expect((await new Device(server).join(once.code, 'Ann')).status).toBe(201);
    server.clock.at = new Date(server.clock.at.getTime() + DAY_MS);
    for (const [index, code] of ['BCDF-GHJK', revoked.code, old.code, once.code, '', 'x'].entries())
      for (const path of ['/api/join', '/api/join/look']) {
        const device = new Device(server, `198.51.100.${index}`);
        const body = path === '/api/join' ? { code, name: 'Bob', device: device.id } : { code };
        const answer = await device.ask('POST', path, body);
        expect([answer.status, answer.json]).toEqual([404, { error: 'codeUnknown' }]);
      }
    const { codes } = (await ask<CodesAnswer>('GET', `/api/teams/${team}/codes`)).json;
    expect(Object.fromEntries(codes.map(({ id, state, code, uses }) => [id, [state, code, uses]]))).toEqual({
      [revoked.id]: ['revoked', null, 0],
      [old.id]: ['expired', null, 0],
      [once.id]: ['used', null, 1],
    });
  });

  test('of two on its last use, one gets in', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode({ mostUses: 1 });
    const answers = await Promise.all([1, 2].map((n) => new Device(server, `192.0.2.${n}`).join(code, `P${n}`)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 404]);
  });

  test('lies in the database only as a keyed fingerprint and sealed', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    const [row] = await server.grounds.db.selectFrom('join_code').selectAll().execute();
    const plain = code.replace('-', '');
    expect(row?.sealed.toString('latin1')).not.toContain(plain);
    expect(row?.code).toHaveLength(32);
    expect(JSON.stringify([row, server.lines])).not.toContain(plain);
  });

  test('is drawn evenly from 28 letters', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 7000; i++)
      for (const letter of makeJoinCode()) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect([...counts.keys()].toSorted().join('')).toBe([...CODE_LETTERS].toSorted().join(''));
    // 2,000 expected of each, standard deviation 44: six of them off would happen once in 18 million runs.
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(6 * 44);
    expect(makePairingCode()).toHaveLength(10);
  });
});

describe('names', () => {
  test('the second of a name is told apart, kept so, and told', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    const names: string[] = [];
    for (const name of ['Li Wei', 'li  wei', 'Ｌｉ Ｗｅｉ', '李伟'])
      names.push((await new Device(server).join(code, name)).json.name);
    expect(names).toEqual(['Li Wei', 'li  wei (2)', 'Ｌｉ Ｗｅｉ (3)', '李伟']);
  });

  test('twenty at once get twenty names', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    const answers = await Promise.all(Array.from({ length: 20 }, () => new Device(server).join(code, 'Ann')));
    expect(new Set(answers.map(({ json }) => json.name)).size).toBe(20);
  });

  test('a number keeps the name within forty letters', () => {
    const long = '李'.repeat(40);
    expect(tellApart(long, [long])).toBe(`${'李'.repeat(36)} (2)`);
    expect(tellApart('Ann', ['ANN', 'Ann (2)'])).toBe('Ann (3)');
  });

  test('a player renames themselves, but not to somebody else', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    const [ann, bob] = [new Device(server), new Device(server)];
    await ann.join(code, 'Ann');
    await bob.join(code, 'Bob');
    expect((await bob.ask('PATCH', '/api/me', { name: 'ANN' })).json).toEqual({ error: 'nameTaken' });
    expect((await bob.ask<Me>('PATCH', '/api/me', { name: 'Bobby' })).json.name).toBe('Bobby');
    expect((await bob.ask<Me>('PATCH', '/api/me', { name: 'bobby' })).json.name).toBe('bobby');
  });

  test.each(['', ' ', 'a'.repeat(41), 'Ann\u202Eevil', 'Ann\u0000', '\u200B'])('%j is no name', async (name) => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    expect((await new Device(server).join(code, name)).json).toMatchObject({ error: 'badRequest' });
  });
});

describe('guessing', () => {
  const guess = (device: Device, n: number) =>
    device.ask('POST', '/api/join/look', { code: `BCDF${String(n).padStart(4, '2')}` });

  test('twenty wrong codes a minute and two hundred an hour from one address; a class of forty gets in', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode({ mostUses: 100 });
    const pupils = await Promise.all(Array.from({ length: 40 }, (_, i) => new Device(server).join(code, `Pupil ${i}`)));
    expect(pupils.every(({ status }) => status === 201)).toBe(true);
    const thief = new Device(server, '198.51.100.7');
    const first = await Promise.all(Array.from({ length: 24 }, (_, i) => guess(thief, i)));
    expect(first.filter(({ status }) => status === 404)).toHaveLength(20);
    expect(first.find(({ status }) => status === 429)?.json).toMatchObject({ error: 'tooMany', retryAfter: 60 });
    // Also the right one is held back there, and nowhere else.
    expect((await thief.join(code, 'Thief')).status).toBe(429);
    expect((await new Device(server).join(code, 'Late')).status).toBe(201);
    // Twenty a minute, for nine minutes more and one code less.
    const { grounds } = server;
    await spend(grounds.db, grounds, [{ key: 'wrong codes 198.51.100.7', seconds: 3600, by: 179 - 4 }]);
    server.clock.at = new Date(server.clock.at.getTime() + 600_000);
    expect((await guess(thief, 1)).status).toBe(404);
    server.clock.at = new Date(server.clock.at.getTime() + 60_000);
    expect((await guess(thief, 2)).status).toBe(429);
  });

  test('at nine o’clock a full hall behind one address gets in, though one in eight mistypes the code', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode({ mostUses: 200 });
    for (let i = 0; i < 120; i++) {
      const device = new Device(server);
      const wrong = i % 8 === 0 ? (await guess(device, i)).status : 404;
      expect([wrong, (await device.join(code, `Guest ${i}`)).status]).toEqual([404, 201]);
    }
  });

  test('however many guesses come at once, an address has 300 of them an hour', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    const thief = new Device(server, '198.51.100.7');
    await Promise.all(Array.from({ length: 330 }, (_, i) => guess(thief, i % 300)));
    const rate = await server.grounds.db.selectFrom('rate').select('count').orderBy('count').execute();
    // The manager made a code; tries, and wrong ones by the minute, by the hour and of all; calls.
    expect(rate.map(({ count }) => count)).toEqual([1, 300, 300, 300, 300, 330]);
    server.clock.at = new Date(server.clock.at.getTime() + 60_000);
    expect((await thief.join(code, 'Thief')).status).toBe(429);
  });

  test('when everybody guesses, a right code from a fresh address still opens, after a wait', async () => {
    const { server, makeCode } = await openClassroom();
    const { code } = await makeCode();
    // As many as a thousand machines would bring in an hour; one more tells that they are counted there.
    const { grounds } = server;
    await spend(grounds.db, grounds, [{ key: 'wrong codes of all', seconds: 3600, by: 1999 }]);
    expect((await guess(new Device(server, '198.51.100.7'), 1)).status).toBe(404);
    const began = performance.now();
    expect((await new Device(server, '203.0.113.1').join(code, 'Ann')).status).toBe(201);
    expect(performance.now() - began).toBeGreaterThanOrEqual(1900);
  });
});

test('a joining whose answer was lost is repeated, and makes nobody else', async () => {
  const { server, makeCode } = await openClassroom();
  const { code } = await makeCode({ mostUses: 2 });
  const device = new Device(server);
  const [first, again] = [await device.join(code, 'Ann'), await device.join(code, 'Ann')];
  expect(again.json).toMatchObject({ player: first.json.player, name: 'Ann' });
  expect((await device.ask<Me>('GET', '/api/me')).json.name).toBe('Ann');
  const old = new Device(server);
  old.token = first.json.token;
  expect((await old.ask('GET', '/api/me')).status).toBe(401);
  expect((await new Device(server).join(code, 'Bob')).status).toBe(201);
  // Another person at the same device is another player.
  expect((await device.join((await makeCode()).code, 'Cleo')).json.player).not.toBe(first.json.player);
});

test('a kiosk gets no recovery words and may only play', async () => {
  const { server, makeCode } = await openClassroom();
  const kiosk = new Device(server);
  const joined = await kiosk.join((await makeCode({ kind: 'kiosk' })).code, 'Hall');
  expect(joined.json.recovery).toEqual([]);
  expect((await kiosk.ask<Me>('GET', '/api/me')).json.name).toBe('Hall');
  for (const [method, path] of [
    ['DELETE', '/api/me'],
    ['GET', '/api/me/export'],
    ['POST', '/api/me/pairings'],
  ] as const)
    expect((await kiosk.ask(method, path)).status).toBe(403);
});

describe('a second device', () => {
  async function joined(): Promise<{ room: Awaited<ReturnType<typeof openClassroom>>; first: Device; ann: Joined }> {
    const room = await openClassroom();
    const first = new Device(room.server);
    const { json } = await first.join((await room.makeCode()).code, 'Ann');
    return { room, first, ann: json };
  }

  test('comes by a pairing code, once', async () => {
    const { room, first, ann } = await joined();
    const pairing = (await first.ask<Pairing>('POST', '/api/me/pairings', {})).json;
    expect(pairing).toEqual({
      code: expect.stringMatching(/^[2-9B-Z]{5}-[2-9B-Z]{5}$/),
      expiresAt: '2026-11-22T12:10:00.000Z',
    });
    const phone = new Device(room.server);
    const second = await phone.second({ way: 'pairing', code: pairing.code.toLowerCase() });
    expect(second.json).toMatchObject({ player: ann.player, name: 'Ann', team: 'North', recovery: [] });
    expect((await phone.ask<Me>('GET', '/api/me')).json.devices.map(({ own }) => own)).toEqual([false, true]);
    expect((await new Device(room.server).second({ way: 'pairing', code: pairing.code })).status).toBe(404);
    expect((await first.ask('GET', '/api/me')).status).toBe(200);
  });

  test('cannot come by a code older than ten minutes, or one before the latest', async () => {
    const { room, first } = await joined();
    const make = async (): Promise<string> => (await first.ask<Pairing>('POST', '/api/me/pairings')).json.code;
    const [before, latest] = [await make(), await make()];
    expect((await new Device(room.server).second({ way: 'pairing', code: before })).status).toBe(404);
    room.server.clock.at = new Date(room.server.clock.at.getTime() + 10 * 60 * 1000);
    expect((await new Device(room.server).second({ way: 'pairing', code: latest })).status).toBe(404);
  });

  test('comes by recovery words, which are new afterwards', async () => {
    const { room, ann } = await joined();
    expect(ann.recovery).toHaveLength(14);
    const phone = new Device(room.server);
    const second = await phone.second({ way: 'words', words: ann.recovery });
    expect(second.json).toMatchObject({ player: ann.player, name: 'Ann' });
    expect(second.json.recovery).toHaveLength(14);
    expect(second.json.recovery).not.toEqual(ann.recovery);
    expect((await new Device(room.server).second({ way: 'words', words: ann.recovery })).status).toBe(404);
    // The answer was lost: the same device comes by the same words once more.
    const again = await phone.second({ way: 'words', words: ann.recovery });
    expect(again.json.player).toBe(ann.player);
    expect((await new Device(room.server).second({ way: 'words', words: second.json.recovery })).status).toBe(404);
    expect((await new Device(room.server).second({ way: 'words', words: again.json.recovery })).status).toBe(201);
  });

  test('and its words lie in the database only as a fingerprint', async () => {
    const { room, first, ann } = await joined();
    const { json } = await first.ask<Recovery>('POST', '/api/me/recovery');
    const player = await room.server.grounds.db.selectFrom('player').selectAll().executeTakeFirstOrThrow();
    expect(player.recovery).toHaveLength(32);
    expect(JSON.stringify(player.recovery)).not.toContain(json.recovery.slice(0, 5).join(','));
    expect((await new Device(room.server).second({ way: 'words', words: ann.recovery })).status).toBe(404);
  });

  test('is revoked by another, and at once', async () => {
    const { room, first, ann } = await joined();
    const phone = new Device(room.server);
    await phone.second({ way: 'words', words: ann.recovery });
    expect((await phone.ask('DELETE', `/api/me/devices/${first.id}`)).status).toBe(204);
    expect((await first.ask('GET', '/api/me')).json).toEqual({ error: 'notSignedIn' });
    expect((await phone.ask('DELETE', `/api/me/devices/${first.id}`)).status).toBe(404);
    expect((await phone.ask('DELETE', `/api/me/devices/${phone.id}`)).status).toBe(204);
    expect((await phone.ask('GET', '/api/me')).status).toBe(401);
  });

  test('is let in by the manager when device and words are lost', async () => {
    const { room, ann } = await joined();
    const made = await room.ask<Pairing>('POST', `/api/teams/${room.team}/players/${ann.player}/pairings`);
    expect(made.status).toBe(201);
    const phone = new Device(room.server);
    expect((await phone.second({ way: 'pairing', code: made.json.code })).json.player).toBe(ann.player);
  });

  test('is one of twenty at most', async () => {
    const { room, first } = await joined();
    for (let i = 0; i < 19; i++) {
      const { code } = (await first.ask<Pairing>('POST', '/api/me/pairings')).json;
      expect((await new Device(room.server).second({ way: 'pairing', code })).status).toBe(201);
    }
    room.server.clock.at = new Date(room.server.clock.at.getTime() + 3_600_000);
    const { code } = (await first.ask<Pairing>('POST', '/api/me/pairings')).json;
    expect((await new Device(room.server).second({ way: 'pairing', code })).json).toMatchObject({ error: 'conflict' });
  });
});
