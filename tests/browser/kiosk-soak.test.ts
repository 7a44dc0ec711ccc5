/** K9: two minutes of visitors and faults. What it finds and how it judges: docs/kiosk.md. */
import { expect, test } from 'vitest';

import { runSoak } from '../../scripts/soak/run-soak.ts';

test('K9: in two minutes of visitors and faults nothing piles up, nothing breaks, and nothing of a visitor is left', async () => {
  const report = await runSoak({ minutes: 2, speed: 6, seed: 20261122 });
  const { errors, foreignData, account, slopes, sessions, faults } = report;
  console.log(JSON.stringify({ sessions, faults, account, slopes }, null, 1));
  expect(errors).toEqual([]);
  expect(foreignData).toEqual([]);
  // These are the visitors of whom nothing may be found.
  expect(account.kept).toBeGreaterThan(0);
  expect(account.delivered).toBe(account.kept);
  expect(faults['powerCut']).toBe(1);
  expect(Object.entries(slopes).filter(([, slope]) => slope === null || slope.finding === 'grows')).toEqual([]);
  expect(report.ok).toBe(true);
}, 480_000);
