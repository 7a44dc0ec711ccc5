import { expect, onTestFinished, test } from 'vitest';

import { openDatabase } from '../../../src/server/database/open-database.ts';
import { makeServerDatabase } from '../harness/test-database.ts';

test('what keeps a server from being used is said in words, without the password', async () => {
  const { url, drop } = await makeServerDatabase();
  onTestFinished(drop);
  const say = (wrong: string): Promise<string> =>
    openDatabase({ kind: 'postgres', url: wrong }).then(
      () => 'opened',
      (error: unknown) => (error as Error).message,
    );
  const said = [
    await say(url.replace(/:[^:@/]+@/, ':wrong@')),
    await say(`${url}x`),
    await say(url.replace('//postgres:', '//nobody:')),
  ];
  expect(said).toEqual([
    expect.stringMatching(/does not let in the user "postgres" of DATABASE_URL with this password/),
    expect.stringMatching(/There is no database "\w+x" on .*\. Make it with: createdb/),
    expect.stringMatching(/does not let in the user "nobody"/),
  ]);
  expect(said.join('')).not.toMatch(/of-a-test|:wrong/);
}, 60_000);
