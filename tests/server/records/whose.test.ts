/** Whose a record is: own devices, imports, copies, and what erasure leaves. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { erase } from '../../../src/server/players/erase.ts';
import { makePlayer, makeTeam, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, makeDevice, type TestDevice } from './device.ts';
import { send, sendRaw, sendWords } from './send.ts';
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

describe('whose a record is', () => {
  it('takes records of another own device, and of a device that nobody has used (an import)', async () => {
    const second = makeDevice(test.grounds.now);
    await test.grounds.db
      .insertInto('device')
      .values({
        player_id: player.id,
        id: second.id,
        token: Buffer.from(second.id),
        created_at: test.clock.at,
        seen_at: test.clock.at,
      })
      .execute();
    const old = makeDevice(test.grounds.now);
    expect(await sendWords(test, player, [poll(second, 'second'), poll(old, 'old')])).toEqual(['counted', 'counted']);
    expect(await sendWords(test, player, [poll(old, 'old again')])).toEqual(['counted']);
  });

  it("marks what comes from somebody else's device as copied, also when that was imported", async () => {
    const other = await makePlayer(test.grounds, { team: await makeTeam(test.grounds) });
    const old = makeDevice(test.grounds.now);
    expect(await sendWords(test, other, [poll(old, 'mine')])).toEqual(['counted']);
    const theirs = makeDevice(test.grounds.now, other.device);
    for (const from of [theirs, old, theirs, old])
      expect(await sendWords(test, player, [poll(from, 'now mine')])).toEqual(['copied']);
    // The other one is not hurt by it.
    expect(
      await sendWords(
        test,
        other,
        [theirs, old].map((from) => poll(from, 'still mine')),
      ),
    ).toEqual(['counted', 'counted']);
  });

  it('tells apart what two players wrote on one device', async () => {
    const earlier = await makePlayer(test.grounds, { team, device: device.id });
    const theirs = [poll(device, 'theirs'), device.write({ type: 'answer', payload: answerItem(itemAt(1)) })];
    expect(await sendWords(test, earlier, theirs)).toEqual(['counted', 'counted']);
    expect(await sendWords(test, player, [...theirs, poll(device, 'mine')])).toEqual(['copied', 'copied', 'counted']);
  });

  it('does not bring back what an erased player wrote, but takes what is written later', async () => {
    const gone = await makePlayer(test.grounds, { team });
    const own = makeDevice(test.grounds.now, gone.device);
    const item = itemAt(2);
    const before = [poll(own, 'before'), own.write({ type: 'answer', payload: answerItem(item) })];
    await send(test, gone, before);
    await send(test, player, [device.write({ type: 'answer', payload: answerItem(item, { seed: 2 }) })]);
    const late = poll(own, 'offline');
    test.clock.at = new Date(test.clock.at.getTime() + 60_000);
    await erase(test.grounds, { player: gone.id, team, by: null });
    expect(await sendRaw(test, gone, before).then(({ status }) => status)).toBe(410);
    // The browser joins again, with its log as it was.
    test.clock.at = new Date(test.clock.at.getTime() + 60_000);
    const again = await makePlayer(test.grounds, { team, device: own.id });
    expect(await sendWords(test, again, [...before, late, poll(own, 'after')])).toEqual([
      'erased',
      'erased',
      'erased',
      'counted',
    ]);
  });

  it('leaves alone who shared a device with somebody that was erased', async () => {
    const gone = await makePlayer(test.grounds, { team, device: device.id });
    test.clock.at = new Date(test.clock.at.getTime() + 60_000);
    const mine = poll(device, 'mine');
    await erase(test.grounds, { player: gone.id, team, by: null });
    expect(await sendWords(test, player, [mine])).toEqual(['counted']);
  });
});
