/** The same ways to cheat as with deliveries, by whoever holds a kiosk's token: none of it comes onto the board. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import { makePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, itemOf, there } from '../records/device.ts';
import { FORGERIES } from '../records/forgeries.ts';
import type { Workshop } from '../records/forgery.ts';
import {
  claim,
  makeClaimer,
  makeCode,
  makeVisit,
  openHall,
  openStand,
  playCut,
  readBoard,
  send,
  sitShort,
  visitorsDevice,
  type Hall,
} from './stand.ts';

/** Most kinds have no more forms; the records' own test sends more of each. */
const OF_EACH = 6;

let server: TestGrounds;
beforeAll(async () => {
  server = await openStand();
});
afterAll(() => server.close());

/** Another visitor's and the forger's own results, which count, and whatever else forgers use. */
async function prepare(hall: Hall): Promise<Workshop> {
  const { library } = server.grounds;
  const [theirs, device] = [visitorsDevice(server), visitorsDevice(server)];
  const others = { run: await playCut(theirs, { seed: 1 }), examination: sitShort(server, theirs) };
  const own = {
    run: await playCut(device, { act: 'blind-and-lame', seed: 3 }),
    answer: device.write({ type: 'answer', payload: answerItem(itemOf(library.bank, 0)) }),
  };
  const visits = [
    await makeVisit(server, { records: Object.values(others) }),
    await makeVisit(server, { records: [own.run] }),
  ];
  expect(await send(server, hall, visits)).toEqual(['accepted', 'accepted']);
  const player = await makePlayer(server.grounds, { team: hall.team });
  return {
    library,
    device,
    now: server.clock.at.getTime(),
    others,
    own,
    foreignDevice: player.device,
    erasedDevice: randomUUID(),
    cutOf: ({ kiosk }) => kiosk,
  };
}

/** The text of a visit with one record, which is a value or the text of one. */
async function wrap(record: unknown, code: string): Promise<string> {
  const visit = JSON.stringify(await makeVisit(server, { records: ['RECORD'], claim: code }));
  return visit.replace('"RECORD"', () => (typeof record === 'string' ? record : JSON.stringify(record)));
}

test('forged visits are not on the board, are not handed out, and disturb nothing', async () => {
  const hall = await openHall(server);
  const workshop = await prepare(hall);
  const before = (await readBoard(server, hall.event)).visitors;
  expect(before).toEqual({ 'duck-pond': 1, 'blind-and-lame': 1 });
  const wrong: string[] = [];
  let honest = 0;
  for (let n = 0; n < OF_EACH; n++)
    for (let from = 0; from < FORGERIES.length; from += 8) {
      server.clock.at = new Date(server.clock.at.getTime() + 10_000);
      const kinds = FORGERIES.slice(from, from + 8);
      const codes = kinds.map(makeCode);
      const forged = await Promise.all(
        kinds.map(async (kind, i) => wrap(await kind.make(workshop, n), there(codes[i]))),
      );
      const good = await makeVisit(server, { records: [await playCut(visitorsDevice(server))] });
      const receipts = (
        await Promise.all(splitBatch([...forged, JSON.stringify(good)]).map((batch) => send(server, hall, batch)))
      ).flat();
      if (receipts.at(-1) === 'accepted') honest++;
      for (const [i, { name, becomes }] of kinds.entries()) {
        const fate = await readFate(receipts[i], there(codes[i]));
        if (!fits(fate, becomes)) wrong.push(`${name} ${n}: ${fate} instead of ${becomes}`);
      }
    }
  expect(wrong).toEqual([]);
  expect(honest).toBe(OF_EACH * Math.ceil(FORGERIES.length / 8));
  const { visitors, acts } = await readBoard(server, hall.event);
  expect(visitors).toEqual({ ...before, 'duck-pond': 1 + honest });
  expect(Object.keys(acts)).toEqual(Object.keys(before));
  const marks = await server.grounds.db
    .selectFrom('visit_run')
    .select(({ fn }) => ['mark', fn.countAll<string>().as('runs')])
    .groupBy('mark')
    .execute();
  expect(Number(marks.find(({ mark }) => mark === null)?.runs)).toBe(honest + 2);
  expect(new Set(marks.map(({ mark }) => mark))).toEqual(
    new Set([null, 'copied', 'forged', 'impossible', 'otherRules']),
  );
  expect(({} as { counted?: unknown }).counted).toBeUndefined();
}, 120_000);

/** What became of a forged visit: not taken; or its record's type when it is handed out; or nothing of it. */
async function readFate(receipt: string | undefined, code: string): Promise<string> {
  if (receipt !== 'accepted') return receipt ?? 'none';
  const answer = await claim(server, code, makeClaimer());
  if (answer.status !== 'here') return answer.status;
  const [record] = answer.records as readonly StoredRecord[];
  return record?.type ?? 'nothing';
}

/** What may become of what would get this receipt from a delivery. */
function fits(fate: string, becomes: string): boolean {
  switch (becomes) {
    case 'forged':
    case 'impossible':
    case 'copied':
      // A bet or an answer is no record of a visitor's; an examination is on no board, so there is nothing to be copied for.
      return fate === 'nothing' || fate === 'refused' || (becomes === 'copied' && fate === 'examination');
    case 'otherRules':
      return fate === 'attempt';
    case 'otherBank':
      return fate === 'examination' || fate === 'refused';
    case 'later':
      return fate === 'later';
    default:
      // A taken id or number is no conflict here: a poll is no record of a visitor's.
      return fate === 'refused';
  }
}

/** Giants travel alone: one batch has room for one of them. */
function splitBatch(visits: readonly string[]): string[][] {
  const batches: string[][] = [[]];
  let bytes = 0;
  for (const visit of visits) {
    if (bytes + visit.length > 200_000 && bytes > 0) {
      batches.push([]);
      bytes = 0;
    }
    there(batches.at(-1)).push(visit);
    bytes += visit.length;
  }
  return batches;
}
