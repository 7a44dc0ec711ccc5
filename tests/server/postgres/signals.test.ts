import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';

import { openPostgres } from '../../../src/server/database/postgres/open-postgres.ts';
import { makeServerDatabase } from '../harness/test-database.ts';

test('a broken connection comes back and hears again', async () => {
  const { url, drop } = await makeServerDatabase();
  const [one, two] = [await openPostgres(url), await openPostgres(url)];
  onTestFinished(async () => {
    await one.close();
    await two.close();
    await drop();
  });
  const heard: string[] = [];
  let missed = 0;
  one.signals.hear(
    (text) => heard.push(text),
    () => (missed += 1),
  );
  await two.signals.send(['before']);
  await expect.poll(() => heard).toEqual(['before']);
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'marshals-baton changes' and datname = current_database()
  `.execute(two.db);
  await expect.poll(() => missed, { timeout: 10_000 }).toBe(1);
  await two.signals.send(['after']);
  await expect.poll(() => heard).toEqual(['before', 'after']);
});
