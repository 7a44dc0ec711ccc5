import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import { makeManager, makePlayer, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, playAttempt, type TestDevice } from './device.ts';
import { readPage, send } from './send.ts';
import { openStand, poll, welcome, type Stand } from './stand.ts';

let stand: Stand;
let test: TestGrounds;
let team: string;
let player: MadePlayer;
let device: TestDevice;
beforeAll(async () => {
  stand = await openStand();
  test = stand.test;
});
beforeEach(async () => {
  ({ team, player, device } = await welcome(stand));
});
afterAll(() => test.close());

const itemAt = (place: number) => itemOf(test.grounds.library.bank, place);

describe('the records page', () => {
  it('gives what counts, page by page, as it was delivered', async () => {
    const attempt = device.write({
      type: 'attempt',
      payload: await playAttempt({ act: 'air-before-infantry', seed: 4 }),
    });
    const forged = device.writeAny('answer', { ...answerItem(itemAt(0)), score: 0.123 });
    const polls = Array.from({ length: 120 }, (_, n) => poll(device, String(n)));
    const all = [attempt, ...polls];
    await send(test, player, [attempt, forged, ...polls.slice(0, 40)]);
    await send(test, player, polls.slice(40, 80));
    await send(test, player, polls.slice(80));
    const first = await readPage(test, player, 0);
    expect(first).toMatchObject({ more: true });
    const second = await readPage(test, player, first.upTo);
    expect(second.more).toBe(false);
    expect([...first.records, ...second.records]).toEqual(all);
    expect(await readPage(test, player, second.upTo)).toEqual({ records: [], upTo: second.upTo, more: false });
  });

  it('is for the player alone', async () => {
    await send(test, player, [poll(device, 'mine')]);
    const other = await makePlayer(test.grounds, { team });
    expect((await readPage(test, other, 0)).records).toEqual([]);
    const kiosk = await makePlayer(test.grounds, { team, kind: 'kiosk' });
    const manager = await makeManager(test.grounds, { teams: [team] });
    for (const { headers } of [kiosk, manager])
      expect((await test.house.request('/api/records', { headers })).status).toBe(403);
    expect((await test.house.request('/api/records')).status).toBe(401);
    for (const after of ['-1', '1e3', 'x', '1'.repeat(16)])
      expect((await test.house.request(`/api/records?after=${after}`, { headers: player.headers })).status).toBe(400);
  });

  it('ends a page that grows too heavy', async () => {
    const heavy = (n: number): StoredRecord =>
      device.writeAny('poll', { question: 'q', choice: String(n), ballast: 'x'.repeat(100_000) });
    for (let n = 0; n < 8; n += 2) await send(test, player, [heavy(n), heavy(n + 1)]);
    let after = 0;
    const sizes: number[] = [];
    for (let more = true; more;) {
      const page = await readPage(test, player, after);
      sizes.push(page.records.length);
      ({ upTo: after, more } = page);
    }
    expect(sizes).toEqual([6, 2]);
  });
});
