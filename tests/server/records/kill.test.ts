/** The short version of `npm run records:kill`: the real server, killed five times while devices deliver. */
import { expect, it } from 'vitest';

import { killAndHeal } from '../../../scripts/records/kill-and-heal.ts';
import { makeStage } from '../../../scripts/records/server-process.ts';
import { makeServerDatabase, testsOnPostgres } from '../harness/test-database.ts';

it('loses nothing acknowledged and counts nothing twice when the server is killed under load', async () => {
  const stage = await makeStage();
  const server = testsOnPostgres() ? await makeServerDatabase() : null;
  try {
    const place =
      server === null
        ? ({ kind: 'embedded', folder: `${stage.folder}/.data` } as const)
        : ({ kind: 'postgres', url: server.url } as const);
    const account = await killAndHeal(place, stage, { rounds: 5, devices: 12 });
    expect(account).toMatchObject({ lost: 0, twice: 0, unlike: 0 });
    expect(account.starts).toHaveLength(5);
    expect(account.acknowledged).toBeGreaterThan(20);
    // Without deliveries that were cut off, nothing was tested.
    expect(account.failures).toBeGreaterThan(5);
  } finally {
    await server?.drop();
    await stage.remove();
  }
}, 240_000);
