import { expect, test } from 'vitest';

import { readSettings } from '../../src/server/settings.ts';

test('without any, everything has a default', () => {
  expect(readSettings({}, '/project')).toEqual({
    host: 'localhost',
    port: 8787,
    origin: undefined,
    trustedProxies: 0,
    dataFolder: '/project/.data',
    place: { kind: 'embedded', folder: '/project/.data' },
    secretKey: undefined,
    logLevel: 'info',
  });
  expect(readSettings({ PORT: ' ', ORIGIN: '' }, '/project', true)).toMatchObject({ port: 8787, logLevel: 'warn' });
});

test('all are read', () => {
  const url = 'postgres://baton:p%40ss@db:5433/baton';
  const given = {
    HOST: '0.0.0.0',
    PORT: '0',
    ORIGIN: 'https://play.example.org',
    TRUSTED_PROXIES: '2',
    DATA_DIR: 'elsewhere',
    DATABASE_URL: url,
    SECRET_KEY: 'k',
    LOG_LEVEL: 'debug',
  };
  expect(readSettings(given, '/project')).toEqual({
    host: '0.0.0.0',
    port: 0,
    origin: 'https://play.example.org',
    trustedProxies: 2,
    dataFolder: '/project/elsewhere',
    place: { kind: 'postgres', url },
    secretKey: 'k',
    logLevel: 'debug',
  });
});

test.each([
  [{ PORT: 'pond' }, /PORT must be a whole number from 0 to 65535, not "pond"/],
  [{ PORT: '65536' }, /PORT/],
  [{ PORT: '1.5' }, /PORT/],
  [{ TRUSTED_PROXIES: '-1' }, /TRUSTED_PROXIES/],
  [{ ORIGIN: 'play.example.org' }, /ORIGIN must be an address without a path/],
  [{ ORIGIN: 'https://play.example.org/game' }, /ORIGIN/],
  [{ ORIGIN: 'ftp://play.example.org' }, /ORIGIN/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of/],
  [{ DATABASE_URL: 'mysql://a:secret@b/c' }, /DATABASE_URL must be an address like postgres:/],
])('%o is refused in words', (env, words) => {
  expect(() => readSettings(env, '/project')).toThrow(words);
});

test('a password in DATABASE_URL is not repeated', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://a:secret@b/c' }, '/')).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('secret') }),
  );
});
