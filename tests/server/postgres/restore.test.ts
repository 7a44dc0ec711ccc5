/** Restoring where servers can be at work: only a PostgreSQL server lets two processes in. */
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { restore } from '../../../src/server/database/backup/restore.ts';
import { writeBackup } from '../../../src/server/database/backup/write-backup.ts';
import { openDatabase } from '../../../src/server/database/open-database.ts';
import { makeFolder } from '../harness/commands.ts';
import { makeServerDatabase } from '../harness/test-database.ts';

test('is refused while a server works on the database, and done when it has stopped', async () => {
  const { url, drop } = await makeServerDatabase();
  onTestFinished(drop);
  const place = { kind: 'postgres', url } as const;
  const mine = await openDatabase(place);
  onTestFinished(() => mine.close());
  const file = join(await makeFolder(), 'kept.backup');
  await writeBackup(mine, file, new Date());
  const server = await openDatabase(place);
  await expect(restore(mine, file, { replace: true })).rejects.toThrow(/A server is working on this database/);
  await server.close();
  await restore(mine, file, { replace: true });
}, 60_000);
