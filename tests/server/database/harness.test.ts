import { afterAll, beforeAll, expect, test } from 'vitest';

import { makeManager, makeOwner, makePlayer, makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';

let open: TestGrounds;
beforeAll(async () => {
  open = await openTestGrounds();
});
afterAll(() => open.close());

test('is ready', async () => {
  const answer = await open.house.request('/readyz');
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
});

test('makes people', async () => {
  const { grounds } = open;
  const team = await makeTeam(grounds);
  await makeOwner(grounds);
  await makeManager(grounds, { teams: [team] });
  const player = await makePlayer(grounds, { team });
  const found = await grounds.db.selectFrom('player').selectAll().execute();
  expect(found).toEqual([expect.objectContaining({ id: player.id, team_id: team, seen_at: open.clock.at })]);
});
