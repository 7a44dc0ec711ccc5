import { expect, test } from 'vitest';

import { makeLog } from '../../src/server/log.ts';

const SAID = "Key (email)=(ann@example.org) already exists, near 'hunter2'";

function logged(entry: object): Record<string, unknown> {
  const lines: string[] = [];
  makeLog('info', { write: (line) => void lines.push(line) }).error(entry, 'failed');
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

test.each(['err', 'error'])('an error of the database under "%s" is told by its codes and names only', (name) => {
  const error = Object.assign(new Error(SAID), {
    code: '23505',
    table: 'account',
    constraint: 'account_email_key',
    detail: SAID,
    query: 'insert …',
    params: ['ann@example.org'],
  });
  const line = logged({ [name]: error });
  expect(line[name]).toMatchObject({ name: 'Error', code: '23505', table: 'account', constraint: 'account_email_key' });
  expect(JSON.stringify(line)).not.toMatch(/ann@example|hunter2|insert/);
  expect((line[name] as { frames: string[] }).frames[0]).toMatch(/^at /);
});

test('an error of our own is told in its words', () => {
  expect(logged({ err: new RangeError('seven is no bet') })['err']).toMatchObject({
    name: 'RangeError',
    message: 'seven is no bet',
  });
});

test('what is no error stays as it is', () => {
  expect(logged({ error: 'TypeError', err: 7 })).toMatchObject({ error: 'TypeError', err: { name: 'number' } });
});
