/** Whatever is sent to whichever route, by whomever: it is answered, and never by stumbling. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ROUTES } from '../../../src/server/routes.ts';
import { makeManager, makeOwner, makePlayer, makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';

let server: TestGrounds;
let team: string;
let people: readonly Readonly<Record<string, string>>[];

beforeAll(async () => {
  // The handlers themselves, as often as wanted.
  server = await openTestGrounds({ routes: ROUTES.map((row) => ({ ...row, limits: [] })) });
  await renewPeople();
});
afterAll(() => server.close());

/** Some of what is sent signs out, erases or removes. */
async function renewPeople(): Promise<void> {
  team = await makeTeam(server.grounds);
  const made = [
    await makeOwner(server.grounds),
    await makeManager(server.grounds, { teams: [team] }),
    await makePlayer(server.grounds, { team }),
  ];
  people = [{ 'Content-Type': 'application/json' }, ...made.map(({ headers }) => headers)];
}

const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
const BODIES: readonly string[] = [
  '',
  'null',
  '[]',
  '0',
  '"text"',
  '{}',
  '{"__proto__":{"role":"owner"}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"name":"a","name":"b"}',
  'not json',
  '\u0000',
  deep,
  ...[
    { token: '\u0000'.repeat(43) },
    { token: 'A'.repeat(43), name: 'A\u0000', email: 'a@b.example', password: 'x'.repeat(8) },
    { token: 'A'.repeat(43), name: 'Ann', email: 'a@b.example', password: '\u0000'.repeat(8) },
    { email: 'a@b.example', password: '\ud800' },
    { email: "a'--@b.example", password: 'x' },
    { old: '\u0000', fresh: 'x'.repeat(200) },
    { old: 'a', fresh: 'nine ducks on a pond' },
    { name: '\ud800\udc00\ud800', retentionDays: 1e308 },
    { name: '\ud800', retentionDays: null },
    { name: '\ud800' },
    { role: 'owner', teams: ['01900000-0000-7000-8000-000000000000'] },
    { role: 'owner', teams: ['\u0000'] },
    { role: 'owner' },
    { accounts: Array.from({ length: 200 }, () => '01900000-0000-7000-8000-000000000000') },
    { code: '\u0000' },
    { code: '\ud800', name: 'Ann', device: '01900000-0000-7000-8000-000000000000' },
    {
      device: '01900000-0000-7000-8000-000000000000',
      by: { way: 'words', words: Array.from({ length: 14 }, () => -0) },
    },
    { device: '01900000-0000-7000-8000-000000000000', by: { way: 'pairing', code: '﷽' } },
    { kind: 'player', days: 90, mostUses: 5000 },
    { version: 1, game: '\u0000', records: [null, {}, { id: '\u0000' }, []] },
    ...[
      {},
      { userHandle: 7 },
      { clientDataJSON: '', attestationObject: '' },
      { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' },
    ].map((response) => ({
      ceremony: 'A'.repeat(43),
      name: 'Phone',
      response: { id: '\u0000', rawId: '\u0000', type: 'public-key', response, clientExtensionResults: {} },
    })),
  ].map((body) => JSON.stringify(body)),
];

const WRITES = ROUTES.filter(({ method, body }) => method !== 'GET' && body !== undefined);
const NAMED = ROUTES.filter(({ path }) => path.includes(':') && !path.endsWith('/live'));

describe('nasty bodies', () => {
  test.each(WRITES.map(({ method, path }) => [method, path] as const))('%s %s', async (method, path) => {
    await renewPeople();
    const address = path.replace(':team', team).replace(/:\w+/g, '01900000-0000-7000-8000-000000000000');
    for (const headers of people)
      for (const body of BODIES) {
        const answer = await server.house.request(address, { method, headers, body });
        expect(answer.status, `${body.slice(0, 200)} ${await answer.text()}`).toBeLessThan(500);
      }
  });
});

describe('nasty names in paths and queries', () => {
  const NAMES = ['%00', '%27%3B--', '%F0%9F%A6%86', '..', 'x'.repeat(3000), '%ED%A0%80', 'null', '-1', '%25'];

  test.each(NAMED.map(({ method, path }) => [method, path] as const))('%s %s', async (method, path) => {
    await renewPeople();
    for (const headers of people)
      for (const name of NAMES) {
        // Within the team, and with the team itself.
        for (const address of [path.replace(':team', team).replace(/:\w+/g, name), path.replace(/:\w+/g, name)]) {
          const answer = await server.house.request(address, {
            method,
            headers,
            ...(method === 'GET' ? {} : { body: '{}' }),
          });
          expect(answer.status, `${address} ${await answer.text()}`).toBeLessThan(500);
        }
      }
  });

  test.each(ROUTES.filter(({ method, path }) => method === 'GET' && !path.endsWith('/live')).map(({ path }) => path))(
    'GET %s with a nasty query',
    async (path) => {
      await renewPeople();
      const address = path.replace(':team', team).replace(/:\w+/g, '01900000-0000-7000-8000-000000000000');
      const names = [
        'from',
        'to',
        'act',
        'search',
        'players',
        'after',
        'before',
        'code',
        'state',
        'mark',
        'offset',
        'limit',
      ];
      for (const headers of people)
        for (const value of NAMES) {
          const answer = await server.house.request(`${address}?${names.map((name) => `${name}=${value}`).join('&')}`, {
            headers,
          });
          expect(answer.status, `${address} ${value} ${await answer.text()}`).toBeLessThan(500);
        }
    },
  );
});

test('nothing of it has changed anybody’s role, or what objects are', async () => {
  const owners = await server.grounds.db.selectFrom('account').select('email').where('role', '=', 'owner').execute();
  expect(owners.every(({ email }) => email.startsWith('owner-'))).toBe(true);
  expect(({} as Record<string, unknown>)['role']).toBeUndefined();
});
