/** What may be set of a store, and what is said when it cannot be used. */
import { describe, expect, test } from 'vitest';

import { readStore } from '../../../src/server/statements/store/store-settings.ts';

describe('the settings of a store', () => {
  const read = (given: Readonly<Record<string, string>>, origin: string | undefined = 'https://play.example.org') =>
    readStore((name) => given[name], origin);
  const good = { LRS_ENDPOINT: 'https://lrs.example.org/xapi/', LRS_USER: 'u', LRS_PASSWORD: 'p:w' };

  test('are none without an endpoint', () => {
    expect(read({ LRS_USER: 'u', LRS_PASSWORD: 'p' })).toBeUndefined();
  });

  test('take a name and a password, or a token', () => {
    expect(read(good)).toEqual({
      statements: 'https://lrs.example.org/xapi/statements',
      authorization: `Basic ${Buffer.from('u:p:w').toString('base64')}`,
      names: false,
    });
    expect(read({ LRS_ENDPOINT: 'http://localhost:8080', LRS_TOKEN: 'abc.def', LRS_NAMES: '1' })).toEqual({
      statements: 'http://localhost:8080/statements',
      authorization: 'Bearer abc.def',
      names: true,
    });
  });

  test.each([
    [{ LRS_ENDPOINT: 'lrs.example.org' }, 'LRS_ENDPOINT'],
    [{ LRS_ENDPOINT: 'http://lrs.example.org/xapi' }, 'LRS_ENDPOINT'],
    [{ LRS_ENDPOINT: 'https://u:geheim@lrs.example.org/' }, 'LRS_ENDPOINT'],
    [{ LRS_ENDPOINT: 'https://lrs.example.org/?key=geheim' }, 'LRS_ENDPOINT'],
    [{ LRS_TOKEN: 'geheim' }, 'LRS_USER'],
    [{ LRS_PASSWORD: '' }, 'LRS_USER'],
    [{ LRS_NAMES: 'yes' }, 'LRS_NAMES'],
  ])('refuse %j in words without a secret', (change, word) => {
    const given = Object.fromEntries(Object.entries({ ...good, ...change }).filter(([, value]) => value !== ''));
    expect(() => read(given)).toThrow(word);
    expect(() => read(given)).not.toThrow('geheim');
  });

  test('want the origin to be set, because it names people for good', () => {
    expect(() => read(good, '')).not.toThrow();
    expect(() => readStore((name) => (good as Readonly<Record<string, string>>)[name], undefined)).toThrow('ORIGIN');
  });
});
