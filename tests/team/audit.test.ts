/** Every thing that the server writes down has words, in every language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, expectTypeOf, it } from 'vitest';

import type { AuditAction } from '../../src/server/guard/audit.ts';
import { ACTIONS, readAction, type Action } from '../../src/team/audit/actions.ts';

it('is what the server may write, no more and no less', () => {
  expectTypeOf<Action>().toEqualTypeOf<AuditAction>();
  const source = readFileSync(join(import.meta.dirname, '../../src/server/guard/audit.ts'), 'utf8');
  const written = /export type AuditAction =([^;]*);/.exec(source)?.[1]?.match(/'(\w+)'/g) ?? [];
  expect(written.map((each) => each.slice(1, -1)).toSorted()).toEqual([...ACTIONS].toSorted());
});

it.each(['en', 'zh-Hans', 'zh-Hant', 'ru'])('has words for each in %s', (language) => {
  const file = join(import.meta.dirname, '../../src/i18n/texts/team', `${language}.json`);
  const { audit } = JSON.parse(readFileSync(file, 'utf8')) as { audit: { action: Record<string, string> } };
  expect(Object.keys(audit.action).toSorted()).toEqual([...ACTIONS].toSorted());
});

it('of a newer server it knows that it does not know', () => {
  expect(readAction('flown')).toBeUndefined();
});
