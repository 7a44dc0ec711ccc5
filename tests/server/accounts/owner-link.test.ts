import { expect, test } from 'vitest';

import { makeOwnerLink } from '../../../src/server/accounts/owner-link.ts';
import type { SessionAnswer } from '../../../src/wire/accounts.ts';
import { Browser } from './browser.ts';
import { openServer } from './open-server.ts';
import { makePerson } from './people.ts';

test('the link of whoever runs the server makes one more owner, once', async () => {
  const server = await openServer();
  await makePerson(server.grounds);
  const token = (await makeOwnerLink(server.grounds.db, server.grounds)).split('#')[1] ?? '';
  const form = { token, name: 'Noor', email: 'noor@example.org', password: 'a lantern and a stick' };
  const browser = new Browser(server);
  expect((await browser.ask('POST', '/api/invitations/accept', form)).status).toBe(201);
  const { signedIn } = (await browser.ask('GET', '/api/session')).json as SessionAnswer;
  expect(signedIn).toMatchObject({ name: 'Noor', role: 'owner' });
  const again = await new Browser(server).ask('POST', '/api/invitations/accept', { ...form, email: 'x@example.org' });
  expect(again.status).toBe(410);
});
