import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { openChanges } from '../../src/server/changes.ts';
import type { Database, Signals } from '../../src/server/database/database.ts';
import type { LiveChange } from '../../src/wire/team.ts';
import { openTestDatabase } from './harness/grounds.ts';

const SILENT = pino({ level: 'silent' });
const AT = '2026-11-22T12:00:00.000Z';
const now = (): Date => new Date(AT);
const run = (team: string, player = 'p'): LiveChange => ({ team, player, what: 'run', at: AT });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('a change is heard by who watches that team, on every instance, and by nobody else', async () => {
  const [here, there] = [openChanges(database.signals, SILENT, now), openChanges(database.signals, SILENT, now)];
  onTestFinished(() => Promise.all([here.close(), there.close()]).then(() => {}));
  const heard: string[] = [];
  here.watch('a', ({ player }) => heard.push(`here ${player}`));
  const stop = there.watch('a', ({ player }) => heard.push(`there ${player}`));
  there.watch('b', () => heard.push('b'));
  await here.tell(run('a', '1'));
  await expect.poll(() => heard.toSorted()).toEqual(['here 1', 'there 1']);
  stop();
  await there.tell(run('a', '2'));
  await expect.poll(() => heard.toSorted()).toEqual(['here 1', 'here 2', 'there 1']);
});

test('fifty changes at once are one call to the database, and the same one twice is told once', async () => {
  const calls: (readonly string[])[] = [];
  const signals: Signals = { send: async (texts) => void calls.push(texts), hear: () => () => {} };
  const changes = openChanges(signals, SILENT, now);
  await Promise.all([
    ...Array.from({ length: 50 }, (_, i) => changes.tell(run('a', String(i)))),
    changes.tell(run('a', '7')),
  ]);
  expect(calls.map((texts) => texts.length)).toEqual([50]);
});

test('telling never fails, and a listener that stumbles does not keep others from hearing', async () => {
  const heard: string[] = [];
  const broken = openChanges({ send: () => Promise.reject(new Error('gone')), hear: () => () => {} }, SILENT, now);
  await expect(broken.tell(run('a'))).resolves.toBeUndefined();
  let call: (text: string) => void = () => {};
  const changes = openChanges({ send: async () => {}, hear: (hear) => ((call = hear), () => {}) }, SILENT, now);
  changes.watch('a', () => {
    throw new Error('listener');
  });
  changes.watch('a', () => heard.push('second'));
  for (const text of ['no JSON', '{}', '[]', 'null', JSON.stringify(run('a'))]) call(text);
  expect(heard).toEqual(['second']);
});

test('when messages may have been lost, every watched team is told to look again', () => {
  let miss: () => void = () => {};
  const changes = openChanges({ send: async () => {}, hear: (_, missed) => ((miss = missed), () => {}) }, SILENT, now);
  const heard: LiveChange[] = [];
  changes.watch('a', (change) => heard.push(change));
  miss();
  expect(heard).toEqual([{ team: 'a', player: '', what: 'run', at: AT }]);
});
