import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { findSecretKey, KEY_FILE } from '../../src/server/key-file.ts';
import { makeKeyRing, makeSecretKey, readSecretKey } from '../../src/server/keys.ts';
import type { Settings } from '../../src/server/settings.ts';

const KEY = Buffer.alloc(32, 1);

async function makeSettings(
  given: Partial<Settings> = {},
): Promise<Pick<Settings, 'secretKey' | 'place' | 'dataFolder'>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'keys-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  return { secretKey: undefined, place: { kind: 'embedded', folder: dataFolder }, dataFolder, ...given };
}

describe('the key ring', () => {
  const ring = makeKeyRing(KEY);

  test('marks the same text the same, for one purpose and one key', () => {
    expect(ring.mark('code', 'BCDF')).toEqual(ring.mark('code', 'BCDF'));
    const others = [
      ring.mark('code', 'BCDG'),
      ring.mark('device', 'BCDF'),
      makeKeyRing(Buffer.alloc(32, 2)).mark('code', 'BCDF'),
    ];
    for (const other of others) expect(other.equals(ring.mark('code', 'BCDF'))).toBe(false);
    expect(ring.mark('code', 'BCDF')).toHaveLength(32);
  });

  test('opens what it sealed, and nothing else', () => {
    const sealed = ring.seal('code', 'BCDF-鴨');
    expect(ring.open('code', sealed)).toBe('BCDF-鴨');
    expect(sealed.includes(Buffer.from('BCDF'))).toBe(false);
    expect(ring.seal('code', 'BCDF-鴨').equals(sealed)).toBe(false);
    expect(ring.open('other', sealed)).toBeNull();
    expect(makeKeyRing(Buffer.alloc(32, 2)).open('code', sealed)).toBeNull();
    for (let at = 0; at < sealed.length; at++) {
      const bent = Buffer.from(sealed);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(ring.open('code', bent), `byte ${at}`).toBeNull();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(ring.open('code', sealed.subarray(0, length))).toBeNull();
    expect(ring.open('code', ring.seal('code', ''))).toBe('');
  });
});

describe('the secret key', () => {
  test('is read as hex, base64 and base64url of 32 bytes, and in no other form', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 83 + 251) % 256));
    for (const text of [key.toString('hex'), key.toString('base64'), key.toString('base64url')])
      expect(readSecretKey(text)).toEqual(key);
    expect(readSecretKey(makeSecretKey())).toHaveLength(32);
    for (const text of ['secret', '', 'a'.repeat(44), `${makeSecretKey()}A`, key.subarray(1).toString('hex')])
      expect(() => readSecretKey(text), text).toThrow(/SECRET_KEY must be 32 random bytes.*node -p/);
    expect(() => readSecretKey('my-password')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('my-password') }),
    );
  });

  test('is made at the first start, for its owner only, and stays', async () => {
    const settings = await makeSettings();
    const made = await Promise.all([findSecretKey(settings), findSecretKey(settings), findSecretKey(settings)]);
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
    expect(await findSecretKey(settings)).toEqual(made[0]);
    expect(await readdir(settings.dataFolder)).toEqual([KEY_FILE]);
    const file = join(settings.dataFolder, KEY_FILE);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o644);
    await findSecretKey(settings);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('of the setting goes before that of the file', async () => {
    const settings = await makeSettings({ secretKey: KEY.toString('hex') });
    expect(await findSecretKey(settings)).toEqual(KEY);
    expect(await readdir(settings.dataFolder)).toEqual([]);
  });

  test('must be given with PostgreSQL', async () => {
    const settings = await makeSettings({ place: { kind: 'postgres', url: 'postgres://x/y' } });
    await expect(findSecretKey(settings)).rejects.toThrow(/With DATABASE_URL, SECRET_KEY must be given.*node -p/);
  });

  test('that is damaged is not replaced by a new one', async () => {
    const settings = await makeSettings();
    const file = join(settings.dataFolder, KEY_FILE);
    await writeFile(file, 'half a k');
    await expect(findSecretKey(settings)).rejects.toThrow(/damaged. Put it back from a backup/);
    expect(await readFile(file, 'utf8')).toBe('half a k');
  });
});
