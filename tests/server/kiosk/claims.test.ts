import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { deleteOver } from '../../../src/server/kiosk/delete-over.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import type { Visit } from '../../../src/wire/kiosk.ts';
import { makeManager, makePlayer, type TestGrounds } from '../harness/grounds.ts';
import { sendWords } from '../records/send.ts';
import {
  askClaim,
  claim,
  DAY_MS,
  hide,
  makeClaimer,
  makeCode,
  makeVisit,
  openHall,
  openStand,
  playCut,
  send,
  sitShort,
  visitorsDevice,
  type Hall,
} from './stand.ts';

let server: TestGrounds;
beforeAll(async () => {
  server = await openStand();
});
afterAll(() => server.close());

interface Taken extends Hall {
  readonly visit: Visit;
  readonly code: string;
}

/** A visit with a code, delivered. */
async function deliver(given: Partial<Visit> = {}): Promise<Taken> {
  const hall = await openHall(server);
  const code = makeCode();
  const visit = await makeVisit(server, { claim: code, ...given });
  expect(await send(server, hall, [visit])).toEqual(['accepted']);
  return { ...hall, visit, code };
}

describe('a claim', () => {
  test('hands the visit out to one phone, again to the same, and to no other', async () => {
    const { visit, code, event } = await deliver();
    const phone = makeClaimer();
    const first = await claim(server, code, phone);
    expect(first).toMatchObject({ status: 'here', event: event.name, name: visit.name });
    // Typed as people type.
    const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `.replaceAll('1', 'l').replaceAll('0', 'o');
    expect(await claim(server, typed, phone)).toEqual(first);
    expect(await claim(server, code, makeClaimer())).toEqual({ status: 'taken' });
    expect(await claim(server, code, phone)).toEqual(first);
  });

  test('of many phones at once succeeds for one', async () => {
    const { code } = await deliver();
    const answers = await Promise.all(Array.from({ length: 8 }, () => claim(server, code, makeClaimer())));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      'here',
      ...Array.from({ length: 7 }, () => 'taken'),
    ]);
  });

  test('before the kiosk has delivered looks like one of a code that never was', async () => {
    const hall = await openHall(server);
    const code = makeCode();
    const visit = await makeVisit(server, { claim: code });
    const phone = makeClaimer();
    const none = await claim(server, makeCode(), phone);
    expect(none).toEqual({ status: 'notHere' });
    expect(await claim(server, code, phone)).toEqual(none);
    for (const wrong of ['', 'short', 'UUUUUUUUUU', `${code}0`, '%', '鴨子'])
      expect(await claim(server, wrong, phone)).toEqual(none);
    await send(server, hall, [visit]);
    expect(await claim(server, code, phone)).toMatchObject({ status: 'here' });
  });

  test('may come from any phone, whoever is signed in there, and needs nobody to be', async () => {
    const { code, team } = await deliver();
    const phone = makeClaimer();
    const player = await makePlayer(server.grounds, { team });
    const manager = await makeManager(server.grounds, { teams: [] });
    for (const { headers } of [player, manager])
      expect(await claim(server, code, phone, headers)).toMatchObject({ status: 'here' });
  });

  test('is still open when staff have taken the entry from the board', async () => {
    const { code, kiosk, event, visit } = await deliver();
    expect((await hide(server, kiosk, event.id, visit.id)).status).toBe(204);
    expect(await claim(server, code, makeClaimer())).toMatchObject({ status: 'here' });
  });

  test('ends with the event, before and after it is deleted', async () => {
    const { code, event } = await deliver();
    const phone = makeClaimer();
    server.clock.at = new Date(event.endsAt + 7 * DAY_MS - 1);
    expect(await claim(server, code, phone)).toMatchObject({ status: 'here' });
    server.clock.at = new Date(event.endsAt + 7 * DAY_MS);
    expect(await claim(server, code, phone)).toEqual({ status: 'notHere' });
    expect(await deleteOver(server.grounds)).toBeGreaterThan(0);
    expect(await claim(server, code, phone)).toEqual({ status: 'notHere' });
  });

  test('of a code that somebody delivered again means the first visit', async () => {
    const { code, visit } = await deliver();
    server.clock.at = new Date(server.clock.at.getTime() + 1000);
    const thief = await openHall(server);
    expect(await send(server, thief, [await makeVisit(server, { claim: code, records: [] })])).toEqual(['accepted']);
    const answer = await claim(server, code, makeClaimer());
    expect(answer.status === 'here' ? answer.records : []).toHaveLength(visit.records.length);
  });

  test('leaves neither code nor claimer in the database or the log', async () => {
    const { code, event } = await deliver();
    const phone = makeClaimer();
    await claim(server, code, phone);
    const log = server.lines.join('');
    expect(log).toContain('/api/claims');
    for (const secret of [code, phone, event.name, event.boardToken]) expect(log).not.toContain(secret);
    for (const table of ['visit', 'rate'] as const) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} as t`.execute(
        server.grounds.db,
      );
      const text = rows.map(({ row }) => row).join('\n');
      expect(text.length).toBeGreaterThan(100);
      for (const secret of [code, phone])
        for (const form of [secret, Buffer.from(secret).toString('hex')]) expect(text, table).not.toContain(form);
    }
  });
});

describe('what was taken home', () => {
  test('counts in the team of whoever took it, once, like any other record', async () => {
    const device = visitorsDevice(server);
    const records = [await playCut(device), await playCut(device, { act: 'blind-and-lame' }), sitShort(server, device)];
    const { code } = await deliver({ records });
    const answer = await claim(server, code, makeClaimer());
    const taken = answer.status === 'here' ? (answer.records as readonly StoredRecord[]) : [];
    const { team } = await openHall(server);
    const player = await makePlayer(server.grounds, { team });
    expect(await sendWords(server, player, taken)).toEqual(['counted', 'counted', 'counted']);
    expect(await sendWords(server, player, taken)).toEqual(['counted', 'counted', 'counted']);
  });

  test('by two visitors of one kiosk counts for both, also when one phone takes both', async () => {
    const device = visitorsDevice(server);
    const hall = await openHall(server);
    const codes = [makeCode(), makeCode(), makeCode()];
    // The worst that a kiosk could do: all its visitors on one device, with the same numbers.
    const visits = await Promise.all(
      codes.map(async (code) => makeVisit(server, { claim: code, records: [{ ...(await playCut(device)), seq: 1 }] })),
    );
    expect(await send(server, hall, visits)).toEqual(['accepted', 'accepted', 'accepted']);
    const [ann, ben] = [
      await makePlayer(server.grounds, { team: hall.team }),
      await makePlayer(server.grounds, { team: hall.team, name: 'Ben' }),
    ];
    for (const [n, player] of [ann, ben, ben].entries()) {
      const answer = await claim(server, codes[n] ?? '', makeClaimer());
      const taken = answer.status === 'here' ? answer.records : [];
      expect(await sendWords(server, player, taken), `visit ${n}`).toEqual(['counted']);
    }
  });
});

describe('guessing codes', () => {
  const from = (address: string): Readonly<Record<string, string>> => ({ 'X-Forwarded-For': address });
  let behind: TestGrounds;
  let right: string;
  beforeAll(async () => {
    behind = await openStand(undefined, { trustedProxies: 1 });
    const hall = await openHall(behind);
    right = makeCode();
    await send(behind, hall, [await makeVisit(behind, { claim: right })]);
  });
  afterAll(() => behind.close());

  /** Tries so many different codes, and gives how many of them were looked at. */
  async function guess(address: string, tries: number): Promise<number> {
    let looked = 0;
    for (let n = 0; n < tries; n++)
      if ((await askClaim(behind, makeCode(), makeClaimer(), from(address))).status === 200) looked++;
    return looked;
  }

  test('comes to six hundred an hour from one address; asking for one’s own again is no guess', async () => {
    behind.clock.at = new Date(Math.ceil(behind.clock.at.getTime() / 3_600_000) * 3_600_000);
    const own = makeCode();
    expect(await claim(behind, own, makeClaimer(), from('192.0.2.1'))).toEqual({ status: 'notHere' });
    await setCount('claims 192.0.2.1', 590);
    expect(await guess('192.0.2.1', 15)).toBe(10);
    const late = from('192.0.2.1');
    behind.clock.at = new Date(behind.clock.at.getTime() + 300_000);
    const refused = await askClaim(behind, right, makeClaimer(), late);
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 3300]);
    expect(await claim(behind, own, makeClaimer(), late)).toEqual({ status: 'notHere' });
    // The neighbour is not held up.
    const phone = makeClaimer();
    expect(await claim(behind, right, phone, from('192.0.2.2'))).toMatchObject({ status: 'here' });
    behind.clock.at = new Date(behind.clock.at.getTime() + 3_600_000);
    expect(await claim(behind, right, phone, late)).toMatchObject({ status: 'here' });
  });

  test('at once is no way round', async () => {
    behind.clock.at = new Date(behind.clock.at.getTime() + 7_200_000);
    await setCount('claims 192.0.2.9', 590);
    const many = await Promise.all(
      Array.from({ length: 40 }, () => askClaim(behind, makeCode(), makeClaimer(), from('192.0.2.9'))),
    );
    expect(many.filter(({ status }) => status === 200)).toHaveLength(10);
  });

  test('from everywhere leaves each address few, and right codes open; so many that no visitors can be meant, none', async () => {
    behind.clock.at = new Date(behind.clock.at.getTime() + 7_200_000);
    await setCount('claims of all', 3_000);
    expect(await guess('198.51.100.1', 40)).toBe(30);
    const phone = makeClaimer();
    const taken = await claim(behind, right, phone, from('198.51.100.2'));
    expect(taken.status).toBe('taken');
    await setCount('claims of all', 20_000);
    expect((await askClaim(behind, right, phone, from('198.51.100.3'))).status).toBe(429);
    behind.clock.at = new Date(behind.clock.at.getTime() + 3_600_000);
    expect((await askClaim(behind, right, phone, from('198.51.100.3'))).status).toBe(200);
  });

  /** As if so many had been counted this hour. */
  async function setCount(key: string, count: number): Promise<void> {
    const { db, keys, now } = behind.grounds;
    const start = Math.floor(now().getTime() / 3_600_000) * 3_600_000;
    const row = { key: keys.mark('rate', key).toString('base64url'), window_start: new Date(start), count };
    await db
      .insertInto('rate')
      .values(row)
      .onConflict((conflict) => conflict.columns(['key', 'window_start']).doUpdateSet({ count }))
      .execute();
  }
});
