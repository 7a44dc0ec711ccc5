/** Many instances on one database, and many calls about one player at once. */
import { expect, onTestFinished, test } from 'vitest';

import { Authenticator } from '../accounts/authenticator.ts';
import { Browser } from '../accounts/browser.ts';
import { makePerson, PASSWORD } from '../accounts/people.ts';
import { openTestGrounds, type TestGrounds } from '../harness/grounds.ts';
import type { PasskeyCeremony } from '../../../src/wire/accounts.ts';
import type { Pairing } from '../../../src/wire/joining.ts';
import { openClassroom } from './classroom.ts';
import { Device } from './device.ts';
import { deliver, writeHistory } from './history.ts';

/** A second instance on the same database, with a clock of its own that shows the same. */
async function openSecond(first: TestGrounds): Promise<TestGrounds> {
  const second = await openTestGrounds({ database: first.database, parts: { verifier: first.grounds.verifier } });
  onTestFinished(() => second.close());
  return second;
}

test('whoever signs in at one instance is signed in at the other, and signed out at both', async () => {
  const { server: one } = await openClassroom();
  const two = await openSecond(one);
  await makePerson(one.grounds);
  const [here, there] = [new Browser(one), new Browser(two)];
  expect((await here.ask('POST', '/api/sessions', { email: 'owner@example.org', password: PASSWORD })).status).toBe(
    201,
  );
  there.cookies.set('sid', here.cookies.get('sid') ?? '');
  expect((await there.ask('GET', '/api/accounts')).status).toBe(200);
  await there.ask('DELETE', '/api/session');
  expect((await here.ask('GET', '/api/accounts')).status).toBe(401);
});

test('a ceremony begun at one instance ends at the other', async () => {
  const { server: one } = await openClassroom();
  const two = await openSecond(one);
  await makePerson(one.grounds);
  const [here, there] = [new Browser(one), new Browser(two)];
  await here.ask('POST', '/api/sessions', { email: 'owner@example.org', password: PASSWORD });
  there.cookies.set('sid', here.cookies.get('sid') ?? '');
  const { ceremony, options } = (await here.ask('POST', '/api/account/passkeys/options')).json as PasskeyCeremony;
  const response = new Authenticator(one.grounds.origin).make(options);
  const made = await there.ask('POST', '/api/account/passkeys', { ceremony, name: 'Phone', response });
  expect(made.status).toBe(201);
});

test('guesses at all instances are counted together', async () => {
  const { server: one } = await openClassroom();
  const two = await openSecond(one);
  const statuses: number[] = [];
  for (let i = 0; i < 11; i++)
    for (const instance of [one, two])
      statuses.push(
        (await new Device(instance).ask('POST', '/api/join/look', { code: `BCDF-GH${String(22 + i)}` })).status,
      );
  expect(statuses).toEqual([...Array<number>(20).fill(404), 429, 429]);
});

test('a player who is erased in the middle of everything is gone, and nothing stumbles', async () => {
  const room = await openClassroom();
  const { code } = await room.makeCode({ mostUses: 1000 });
  const two = await openSecond(room.server);
  for (let round = 0; round < 6; round++) {
    const [ann, phone] = [new Device(room.server), new Device(two)];
    const { json } = await ann.join(code, `Ann ${round}`);
    const pairing = (await ann.ask<Pairing>('POST', '/api/me/pairings')).json;
    const history = (await writeHistory(room, ann, round + 1)).slice(0, 4);
    const calls = [
      () => deliver(ann, history),
      () => ann.ask('POST', '/api/me/pairings'),
      () =>
        phone.second(round % 2 === 0 ? { way: 'pairing', code: pairing.code } : { way: 'words', words: json.recovery }),
      () => ann.ask('PATCH', '/api/me', { name: `Anne ${round}` }),
      () => ann.ask('GET', '/api/me/export'),
      () => ann.ask('POST', '/api/me/recovery'),
      () => ann.ask('DELETE', `/api/me/devices/${ann.id}`),
    ];
    // The erasure comes at another place each time.
    calls.splice(round, 0, () =>
      room.ask('DELETE', `/api/teams/${room.team}/players/${json.player}`).then((answer) => ({ ...answer, text: '' })),
    );
    const answers = await Promise.all(calls.map((call) => call()));
    const stumbled = answers.filter(({ status }) => status >= 500 && status !== 503);
    expect(
      stumbled,
      `round ${round} ${room.server.lines.filter((line) => line.includes('stumbled')).join('')}`,
    ).toEqual([]);
    const erased = await room.ask('DELETE', `/api/teams/${room.team}/players/${json.player}`);
    expect([204, 404]).toContain(erased.status);
    for (const table of ['device', 'record', 'attempt', 'answer', 'pairing'] as const)
      expect(
        await room.server.grounds.db.selectFrom(table).selectAll().where('player_id', '=', json.player).execute(),
      ).toEqual([]);
  }
});
