/** What was delivered is handed on to the player's other devices bit by bit, whatever the database makes of JSON. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { openLibrary } from '../../../src/server/content/open-library.ts';
import { recordRoutes } from '../../../src/server/records/routes.ts';
import { asJson, hashPayload } from '../../../src/wire/records/canonical.ts';
import { makePlayer, makeTeam, openTestGrounds } from '../harness/grounds.ts';
import { makeDevice } from './device.ts';
import { readPage, sendWords } from './send.ts';
import { verifyHere } from './verifier-here.ts';

/** Names by which an object would reach its own making: such a record is refused, whatever else it says. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, within]) => FORBIDDEN.has(key) || hasForbiddenKey(within));
}

it('gives back every record as it came', async () => {
  const library = await openLibrary();
  const test = await openTestGrounds({ routes: recordRoutes, parts: { library, verifier: await verifyHere(library) } });
  try {
    const player = await makePlayer(test.grounds, { team: await makeTeam(test.grounds) });
    const device = makeDevice(test.grounds.now, player.device);
    let after = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
        async (extras) => {
          test.clock.at = new Date(test.clock.at.getTime() + 1500);
          const records = extras.map((extra) =>
            device.writeAny('poll', { question: 'q', choice: 'c', extra: asJson(extra) }),
          );
          const words = await sendWords(test, player, records);
          const page = await readPage(test, player, after);
          after = page.upTo;
          expect(page.records).toEqual(records.filter((_, n) => words[n] === 'counted'));
          for (const { payload, payloadHash } of page.records) expect(hashPayload(payload)).toBe(payloadHash);
          expect(words).toEqual(extras.map((extra) => (hasForbiddenKey(extra) ? 'malformed' : 'counted')));
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
    expect(after).toBeGreaterThan(0);
  } finally {
    await test.close();
  }
});
