import { describe, expect, it } from 'vitest';
import type { Fault } from './event-server.ts';
import { SAMPLE } from '../settings/sample.ts';
import { EVENT, keepAll, KioskDevice, makeId, makeVisit } from './kiosk-device.ts';
import { LockBoard, until } from '../../player/device.ts';
import { startDelivery } from '../../../src/kiosk/outbox/index.ts';

const range = (count: number, from = 1): readonly number[] => Array.from({ length: count }, (_, place) => from + place);

describe('the delivery of visits', () => {
  it('tells of the event first, then sends what was closed, in batches, and notes the round', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(
      book,
      range(23).map((number) => makeVisit(number)),
    );
    await book.keepVisit(makeVisit(50));
    expect(await device.deliver(book)).toEqual({ end: 'clean' });
    expect(device.server.asked.slice(0, 2)).toEqual(['PUT /api/kiosk/event', 'POST /api/kiosk/visits']);
    expect(device.server.batches).toEqual([10, 10, 3]);
    expect([...device.server.visits.values()]).toEqual(range(23).map((number) => makeVisit(number)));
    const { visits, lastRound, fault } = await book.waiting();
    expect([visits, fault]).toEqual([1, null]);
    expect(lastRound).toBeGreaterThan(SAMPLE.event.endsAt - 4_000_000);
  });

  const FAULTS: readonly (readonly [name: string, faults: readonly (Fault | null)[]])[] = [
    ['the event is not heard of', ['dropRequest']],
    ['the answer about the event is lost', ['dropAnswer']],
    ['the visits do not arrive', [null, 'dropRequest']],
    ['the receipts are lost', [null, 'dropAnswer']],
    ['the receipts of the second batch are lost', [null, null, 'dropAnswer']],
    ['the server is not ready', [null, { status: 503, retryAfter: 3 }]],
    ['the server has too much to do', [null, { status: 429, error: 'tooMany', retryAfter: 2 }]],
    ["a hotel's page answers for the server", [null, 'stranger']],
    ['the board does not come', [null, null, null, 'dropAnswer']],
  ];

  it.each(FAULTS)('loses nothing and counts nothing twice when %s', async (_, faults) => {
    const device = new KioskDevice();
    const book = await device.setUp();
    const visits = range(13).map((number) => makeVisit(number));
    await keepAll(book, visits);
    device.server.faults = [...faults];
    const broken = await device.deliver(book);
    expect(broken.end).toBe('later');
    expect((await book.waiting()).visits + device.server.visits.size).toBeGreaterThanOrEqual(13);
    expect(await device.deliver(book)).toEqual({ end: 'clean' });
    expect([...device.server.visits.values()]).toEqual(visits);
    expect((await book.waiting()).visits).toBe(0);
  });

  it('comes to the same when the power goes after any step', async () => {
    for (const step of range(6, 0)) {
      const device = new KioskDevice();
      const book = await device.setUp();
      await keepAll(
        book,
        range(12).map((number) => makeVisit(number)),
      );
      let count = 0;
      const dead = new Promise<never>(() => undefined);
      const dying = startDelivery(book, {
        ...device.surroundings(),
        // The page dies with the request that it waits for: nothing after it is done.
        fetch: async (path, init) => {
          const answer = await device.server.fetch(path, init);
          return count++ === step ? dead : answer;
        },
      });
      await until(() => count > step || device.server.asked.length >= 4);
      dying.stop();
      // The kiosk starts again, with the same disk; the locks of the dead page are free.
      const after = device.openBook();
      await after.closeLeftOpen();
      const revived = startDelivery(after, { ...device.surroundings(), locks: new LockBoard() });
      expect(await revived.deliverNow()).toEqual({ end: 'clean' });
      revived.stop();
      expect([...device.server.visits.keys()].toSorted(), `step ${step}`).toEqual(range(12).map(makeId));
      expect((await after.waiting()).visits).toBe(0);
    }
  });

  it('waits all day without a network, and delivers in the evening', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    device.online = false;
    const delivery = device.startDelivery(book);
    for (const number of range(30)) {
      await keepAll(book, [makeVisit(number)]);
      delivery.wake();
      await delivery.deliverNow();
    }
    expect(await book.waiting()).toEqual({ visits: 30, lastRound: null, fault: null });
    device.online = true;
    device.page.dispatchEvent(new Event('online'));
    await until(() => device.server.visits.size === 30);
    await delivery.deliverNow();
    delivery.stop();
    expect((await book.waiting()).visits).toBe(0);
    expect([...device.server.arrivals.values()]).toEqual(range(30).map(() => 1));
  });

  it('pauses longer from try to try, by chance, and not before the server wants it', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    device.server.faults = range(4).map(() => ({ status: 503 }));
    const delivery = device.startDelivery(book);
    const pauses: number[] = [];
    await until(() => {
      // 6000 is how long the database may take to open.
      pauses.push(...device.letPass().filter((ms) => ms !== 6000));
      return pauses.length >= 3;
    });
    delivery.stop();
    device.letPass();
    // Half of 1, 2, 4 and 8 seconds: `random` gives a half. The first is under a second and passes by itself.
    expect(pauses.slice(0, 3)).toEqual([1000, 2000, 4000]);
    expect(device.server.faults).toEqual([]);
  });

  it('stops at a token that is refused, says so to staff, and keeps everything', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(book, [makeVisit(1)]);
    device.server.token = 'another';
    expect(await device.deliver(book)).toEqual({ end: 'fault' });
    expect(device.server.asked).toEqual(['PUT /api/kiosk/event']);
    expect(await book.waiting()).toEqual({ visits: 1, lastRound: null, fault: 'signedOut' });
    await book.writeHere({ settings: SAMPLE, membership: { team: 'North', token: 'another' } });
    expect(await device.deliver(book)).toEqual({ end: 'clean' });
    expect((await book.waiting()).fault).toBeNull();
    expect(device.server.visits.size).toBe(1);
  });

  it('says when the server will not have the event, and delivers those of another one', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(book, [makeVisit(1)]);
    const other = { ...SAMPLE, event: { ...SAMPLE.event, id: makeId(0xabc) } };
    await book.writeHere({ settings: other, membership: { team: 'North', token: 'token' } });
    await keepAll(book, [makeVisit(2)]);
    device.server.faults = [{ status: 404, error: 'notFound' }];
    expect(await device.deliver(book)).toEqual({ end: 'fault' });
    expect([...device.server.visits.keys()]).toEqual([makeId(1)]);
    expect(await book.waiting()).toMatchObject({ visits: 1, fault: 'eventRefused' });
    await device.deliver(book);
    expect([...device.server.events.keys()].toSorted()).toEqual([EVENT, other.event.id].toSorted());
    expect(device.server.visits.size).toBe(2);
  });

  it('tells of the event before visits each time, since a server that was restored may have lost it', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    const delivery = device.startDelivery(book);
    await delivery.deliverNow();
    device.server.events.clear();
    await keepAll(book, [makeVisit(1)]);
    expect(await delivery.deliverNow()).toEqual({ end: 'clean' });
    expect([...device.server.visits.keys()]).toEqual([makeId(1)]);
    // Where nothing waits nothing is told twice.
    device.server.asked.length = 0;
    await delivery.deliverNow();
    delivery.stop();
    expect(device.server.asked).toEqual(['GET /api/kiosk/board']);
  });

  it('keeps what the server takes later, and what it gives no receipt for', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(
      book,
      range(3).map((number) => makeVisit(number)),
    );
    device.server.judge = ({ id }) => (id === makeId(1) ? 'later' : id === makeId(2) ? 'silent' : 'accepted');
    await device.deliver(book);
    expect((await book.closed(EVENT, 10)).map(({ id }) => id)).toEqual([makeId(1), makeId(2)]);
    device.server.judge = () => 'accepted';
    await device.deliver(book);
    expect((await book.waiting()).visits).toBe(0);
  });

  it.each([
    ['refused', 'visitsRefused'],
    ['over', 'eventOver'],
  ] as const)(
    'does not send again what is %s, and lets staff know for as long as it lies there',
    async (status, fault) => {
      const device = new KioskDevice();
      const book = await device.setUp();
      await keepAll(book, [makeVisit(1), makeVisit(2)]);
      device.server.judge = ({ id }) => (id === makeId(1) ? status : 'accepted');
      await device.deliver(book);
      await device.deliver(book);
      expect(device.server.arrivals.get(makeId(1))).toBe(1);
      expect(await book.waiting()).toMatchObject({ visits: 0, fault });
      await book.dropWaiting();
      expect((await book.waiting()).fault).toBeNull();
    },
  );

  it('does not let one visit that a server cannot read hold up the others', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(
      book,
      range(12).map((number) => makeVisit(number)),
    );
    device.server.refuses = (visits) =>
      visits.some(({ id }) => id === makeId(5)) ? { status: 400, error: 'badRequest' } : null;
    expect(await device.deliver(book)).toEqual({ end: 'fault' });
    expect(device.server.visits.size).toBe(11);
    expect(await book.waiting()).toMatchObject({ visits: 1, fault: 'otherServer' });
  });

  it('gives up soon on a server that understands no visit at all', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(
      book,
      range(40).map((number) => makeVisit(number)),
    );
    device.server.refuses = () => ({ status: 400, error: 'badRequest' });
    await device.deliver(book);
    expect(device.server.asked.filter((each) => each === 'POST /api/kiosk/visits').length).toBeLessThan(10);
    expect((await book.waiting()).visits).toBe(40);
  });

  it('delivers from one page only', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(book, [makeVisit(1)]);
    const [one, other] = [device.startDelivery(book), device.startDelivery(book)];
    const rounds = await Promise.all([one.deliverNow(), other.deliverNow()]);
    one.stop();
    other.stop();
    expect(rounds.map(({ end }) => end).toSorted()).toEqual(['clean', 'elsewhere']);
    expect(device.server.arrivals.get(makeId(1))).toBe(1);
  });

  it('tells of hidden entries once the server has their visits', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(book, [makeVisit(1), makeVisit(2)]);
    await book.hide(makeId(1));
    expect((await book.readBoard()).acts['counting']?.map(({ visit }) => visit)).toEqual([makeId(2)]);
    device.server.faults = [null, 'dropRequest'];
    await device.deliver(book);
    expect(device.server.hidden.size).toBe(0);
    await device.deliver(book);
    expect([...device.server.hidden]).toEqual([makeId(1)]);
    const asked = device.server.asked.length;
    await book.hide(makeId(77));
    await device.deliver(book);
    await device.deliver(book);
    expect(device.server.asked.slice(asked).filter((each) => each === 'POST /api/kiosk/hidden')).toHaveLength(1);
  });
});
