import { describe, expect, test } from 'vitest';
import * as v from 'valibot';

import { isCommon } from '../../../src/server/accounts/passwords/common.ts';
import { refuseWeak } from '../../../src/server/accounts/passwords/rules.ts';
import { fitsPassword, hashPassword, isOutdated } from '../../../src/server/accounts/passwords/scrypt.ts';
import { PasswordSchema } from '../../../src/wire/accounts.ts';

const OLGA = { name: 'Olga Petrowa', email: 'olga.petrowa@hinterland.example' };
const judge = (password: string): string => {
  try {
    refuseWeak(password, OLGA);
    return 'fine';
  } catch (error) {
    return (error as { detail?: string }).detail ?? 'refused';
  }
};

describe('ASVS 5.0, 6.2', () => {
  test.each([
    '12345678',
    'password',
    'PassWord',
    'password123!',
    'qwertyuiop',
    'iloveyou',
    'aaaaaaaaaaaa',
    '1111111111',
  ])('refuses %s as common', (password) => expect(judge(password)).toBe('common'));

  test.each(['marshalsbaton', "Marshal's Baton 26", 'olga.petrowa', 'Petrowa-2026', 'hinterland1', 'PetrowaOlga99'])(
    'refuses %s as guessable',
    (password) => expect(judge(password)).toBe('guessable'),
  );

  test.each([
    'nine ducks on a pond',
    'только буквы',
    '鴨子在池塘裡游泳嗎',
    'xkq-vrt-93',
    'no CAPITALS no 1',
    'baton of nine ducks',
  ])('takes %s without asking for a mixture', (password) => expect(judge(password)).toBe('fine'));

  test('takes 8 to 128 characters and every one of them counts', async () => {
    const long = 'ä'.repeat(60) + 'x'.repeat(68);
    expect(v.safeParse(PasswordSchema, long).success).toBe(true);
    expect(v.safeParse(PasswordSchema, `${long}y`).success).toBe(false);
    expect(v.safeParse(PasswordSchema, 'seven77').success).toBe(false);
    const kept = await hashPassword(long);
    expect(await fitsPassword(long, kept)).toBe(true);
    expect(await fitsPassword(`${long.slice(0, -1)}y`, kept)).toBe(false);
  });

  test('knows far more than the 3,000 most common ones, and takes few others for them', () => {
    let strangers = 0;
    for (let i = 0; i < 20_000; i++) if (isCommon(`a sentence of nobody ${i}`)) strangers += 1;
    expect(strangers).toBeLessThan(3);
    for (const password of ['jennifer', 'TRUSTNO1', 'starwars', '1qaz2wsx', 'michelle'])
      expect(isCommon(password)).toBe(true);
  });
});

test('two hashes of one password differ, and neither holds it', async () => {
  const [one, other] = await Promise.all([hashPassword('nine ducks on a pond'), hashPassword('nine ducks on a pond')]);
  expect(one).not.toBe(other);
  expect(await fitsPassword('nine ducks on a pond', other)).toBe(true);
  expect(await fitsPassword('Nine ducks on a pond', other)).toBe(false);
  expect(isOutdated(one)).toBe(false);
});

test.each([null, '', 'scrypt$65536$8$2$c2FsdA$', 'bcrypt$x'])('%j as a hash fits nothing', async (kept) => {
  expect(await fitsPassword('', kept)).toBe(false);
});

test('a hundred passwords at once are stretched two at a time, and the rest of the flood is told to wait', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 110 }, () => fitsPassword('x', LIGHT)));
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(String((refused[0] as PromiseRejectedResult).reason)).toContain('notReady');
  expect(await fitsPassword('x', LIGHT)).toBe(false);
});
/** A hash of the lowest cost, so that the test is about the queue. */
const LIGHT = `scrypt$2$8$1$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`;
