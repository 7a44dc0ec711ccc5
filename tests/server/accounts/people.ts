import { expect } from 'vitest';

import { hashPassword } from '../../../src/server/accounts/passwords/scrypt.ts';
import { makeUuid } from '../../../src/server/database/uuid.ts';
import type { Grounds } from '../../../src/server/grounds.ts';
import type { TestGrounds } from '../harness/grounds.ts';
import { Browser } from './browser.ts';

export const PASSWORD = 'nine ducks on a pond';
// Stretched once: every test would wait for it otherwise.
let kept: Promise<string> | undefined;

/** Somebody with a password, not signed in. @returns the account's id */
export async function makePerson(
  { db, now }: Grounds,
  given: { readonly role?: 'owner' | 'manager'; readonly email?: string; readonly name?: string } = {},
): Promise<string> {
  const id = makeUuid(now());
  const { role = 'owner', email = `${role}@example.org`, name = 'Olga' } = given;
  await db
    .insertInto('account')
    .values({ id, role, name, email, password: await (kept ??= hashPassword(PASSWORD)) })
    .execute();
  return id;
}

/** A browser in which somebody with `PASSWORD` is signed in. */
export async function signIn(server: TestGrounds, email = 'owner@example.org', address?: string): Promise<Browser> {
  const browser = new Browser(server, address);
  const answer = await browser.ask('POST', '/api/sessions', { email, password: PASSWORD });
  expect(answer.status).toBe(201);
  return browser;
}

export async function readActions({ db }: Grounds): Promise<readonly string[]> {
  return (await db.selectFrom('audit').select('action').orderBy('id').execute()).map(({ action }) => action);
}
