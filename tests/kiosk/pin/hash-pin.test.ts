import { expect, test } from 'vitest';

import { hashPin, isPin, judgePin } from '../../../src/kiosk/pin/hash-pin.ts';
import { KioskSettingsSchema } from '../../../src/kiosk/settings/read-settings.ts';
import * as v from 'valibot';
import { SAMPLE } from '../settings/sample.ts';

test('the hash is the one that another implementation makes', async () => {
  // Node's own: crypto.pbkdf2Sync('271828', bytes 0 to 15, 600000, 32, 'sha256').
  expect(await isPin('271828', SAMPLE.pin)).toBe(true);
  expect(await isPin('271829', SAMPLE.pin)).toBe(false);
  expect(await isPin('', SAMPLE.pin)).toBe(false);
  expect(await isPin('271828', { ...SAMPLE.pin, hash: SAMPLE.pin.hash.slice(0, -4) })).toBe(false);
  expect(await isPin('271828', { ...SAMPLE.pin, salt: '!' })).toBe(false);
});

test('a PIN is kept with a salt of its own, at least 600 000 rounds, and in the form of the settings', async () => {
  const [one, other] = [await hashPin('271828'), await hashPin('271828')];
  expect(one.salt).not.toBe(other.salt);
  expect(one.hash).not.toBe(other.hash);
  expect(one.rounds).toBeGreaterThanOrEqual(600_000);
  expect(v.is(KioskSettingsSchema.entries.pin, one)).toBe(true);
  expect(await isPin('271828', one)).toBe(true);
  expect(JSON.stringify(one)).not.toContain('271828');
});

test.each<[string, ReturnType<typeof judgePin>]>([
  ['271828', null],
  ['000001', null],
  ['135791', null],
  ['123456789012', null],
  ['', 'short'],
  ['27182', 'short'],
  ['27182a', 'digits'],
  ['２７１８２８', 'digits'],
  ['1234567890123', 'digits'],
  ['123456', 'plain'],
  ['987654', 'plain'],
  ['777777', 'plain'],
])('%s as a PIN: %s', (pin, fault) => {
  expect(judgePin(pin)).toBe(fault);
});
