import { afterEach, describe, expect, it, vi } from 'vitest';
import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { SAMPLE } from '../settings/sample.ts';
import { keepAll, KioskDevice, makeId, makeVisit } from './kiosk-device.ts';

afterEach(() => vi.restoreAllMocks());

/** From now on the disk takes nothing into the store, unless there is less than `room` in it. */
function fillDisk(store: string, room: () => Promise<boolean> | boolean): void {
  const put = FakeStore.prototype.put;
  vi.spyOn(FakeStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value: unknown,
    key?: IDBValidKey,
  ) {
    if (this.name === store && room() !== true) throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, value, key);
  } as typeof put);
}

describe('the book of visits', () => {
  it('knows what the device was set up as, and forgets it', async () => {
    const device = new KioskDevice();
    const book = device.openBook();
    expect(await book.readHere()).toBeNull();
    await book.writeHere({ settings: SAMPLE, membership: null });
    expect(await device.openBook().readHere()).toEqual({ settings: SAMPLE, membership: null });
    await book.forgetHere();
    expect(await book.readHere()).toBeNull();
  });

  it('forgets with it what nobody would sweep, and not what waits for a server', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(book, [makeVisit(1), makeVisit(2)]);
    device.server.judge = ({ id }) => (id === makeId(1) ? 'accepted' : 'refused');
    await book.hide(makeId(1));
    await device.deliver(book);
    await device.deliver(book);
    await keepAll(book, [makeVisit(3)]);
    await book.hide(makeId(3));
    await book.forgetHere();
    expect(await device.readAllRows()).toMatchObject({
      meta: [],
      runs: [],
      boards: [],
      visits: [{ id: makeId(3), state: 'closed' }],
      events: [{ id: SAMPLE.event.id }],
      hidden: [{ visit: makeId(3) }],
    });
    // Set up again, it delivers what waited, and hides it.
    await book.writeHere({ settings: SAMPLE, membership: { team: 'North', token: 'token' } });
    device.server.judge = () => 'accepted';
    await device.deliver(book);
    await device.deliver(book);
    expect([...device.server.visits.keys()]).toEqual([makeId(1), makeId(3)]);
    expect([...device.server.hidden]).toEqual([makeId(1), makeId(3)]);
    await book.forgetHere();
    expect(Object.values(await device.readAllRows()).flat()).toEqual([]);
  });

  it('says that settings which were spoilt cannot be read', async () => {
    const book = new KioskDevice().openBook();
    await book.writeHere({ settings: { ...SAMPLE, idleSeconds: 3 }, membership: null });
    await expect(book.readHere()).rejects.toThrow(/idleSeconds/);
  });

  it('keeps a visit strictly, takes its later state, and nothing more once it is closed', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    const opened: (IDBTransactionOptions | undefined)[] = [];
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      stores,
      mode,
      options,
    ) {
      if (mode === 'readwrite') opened.push(options);
      return begin.call(this, stores, mode, options);
    });
    await book.keepVisit(makeVisit(1, [5]));
    expect(opened).toEqual([{ durability: 'strict' }]);
    await book.keepVisit(makeVisit(1, [5, 9], { claim: '0123456789' }));
    await book.closeVisit(makeId(1));
    expect(await book.closed(SAMPLE.event.id, 10)).toEqual([makeVisit(1, [5, 9], { claim: '0123456789' })]);
    await expect(book.keepVisit(makeVisit(1))).rejects.toThrow(/has been closed/);
    await book.closeVisit(makeId(1));
    await book.closeVisit(makeId(99));
    expect(await book.waiting()).toEqual({ visits: 1, lastRound: null, fault: null });
  });

  it('has nothing half kept when the disk fails in the middle', async () => {
    const book = await new KioskDevice().setUp();
    fillDisk('runs', () => false);
    await expect(book.keepVisit(makeVisit(1))).rejects.toThrow('full');
    vi.restoreAllMocks();
    expect((await book.waiting()).visits).toBe(0);
    expect((await book.readBoard()).acts).toEqual({});
  });

  it('refuses to keep what belongs to no event', async () => {
    await expect(new KioskDevice().openBook().keepVisit(makeVisit(1))).rejects.toThrow(/not been set up/);
  });

  it('closes at the next start what a power cut left open, and delivers it then', async () => {
    const device = new KioskDevice();
    const before = await device.setUp();
    await before.keepVisit(makeVisit(1));
    await device.deliver(before);
    expect(device.server.visits.size).toBe(0);
    // The power goes; the kiosk starts again.
    const after = device.openBook();
    expect(await after.closeLeftOpen()).toBe(1);
    expect(await after.closeLeftOpen()).toBe(0);
    await device.deliver(after);
    expect([...device.server.visits.keys()]).toEqual([makeId(1)]);
  });

  it('drops what was delivered when the disk is full, and rejects when nothing is left to drop', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(book, [makeVisit(1), makeVisit(2)]);
    await device.deliver(book);
    await keepAll(book, [makeVisit(3)]);
    const count = async (): Promise<number> => Object.values((await device.openBook().readBoard()).acts).flat().length;
    expect(await count()).toBe(3);
    let dropped = 0;
    const remove = FakeStore.prototype.delete;
    vi.spyOn(FakeStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key: IDBValidKey) {
      if (this.name === 'runs') dropped++;
      return remove.call(this, key as string);
    } as typeof remove);
    fillDisk('visits', () => dropped > 0);
    await book.keepVisit(makeVisit(4));
    expect(dropped).toBe(2);
    expect((await book.waiting()).visits).toBe(2);
    vi.restoreAllMocks();
    fillDisk('visits', () => false);
    await expect(book.keepVisit(makeVisit(5))).rejects.toMatchObject({ name: 'QuotaExceededError' });
    vi.restoreAllMocks();
    expect((await book.closed(SAMPLE.event.id, 10)).map(({ id }) => id)).toEqual([makeId(3)]);
  });

  it('opens the database anew when the browser has closed it', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    const begin = IDBDatabase.prototype.transaction;
    let broken = true;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      if (broken) {
        broken = false;
        throw new DOMException('closing', 'InvalidStateError');
      }
      return begin.apply(this, given);
    });
    await book.keepVisit(makeVisit(1));
    expect((await book.waiting()).visits).toBe(1);
  });

  it('keeps on a kiosk without a server only what its own board shows', async () => {
    const device = new KioskDevice();
    const book = await device.setUp(null);
    await keepAll(book, [makeVisit(1, [5])]);
    expect((await book.waiting()).visits).toBe(0);
    expect(await device.deliver(book)).toEqual({ end: 'nowhere' });
    expect((await book.readBoard()).acts['counting']?.map(({ score, place }) => [score, place])).toEqual([[5, 1]]);
  });

  it('drops what waits when staff say so, and not the visit under way', async () => {
    const book = await new KioskDevice().setUp();
    await keepAll(book, [makeVisit(1), makeVisit(2)]);
    await book.keepVisit(makeVisit(3));
    expect(await book.dropWaiting()).toBe(2);
    expect((await book.waiting()).visits).toBe(1);
  });

  it('forgets runs and board when the event is over for long, but never a visit that waits', async () => {
    const device = new KioskDevice();
    const book = await device.setUp();
    await keepAll(book, [makeVisit(1)]);
    await device.deliver(book);
    device.online = false;
    await keepAll(book, [makeVisit(2)]);
    device.clock = SAMPLE.event.endsAt + (SAMPLE.event.keepDays + 1) * 86_400_000;
    await device.deliver(book);
    expect((await book.readBoard()).acts).toEqual({});
    expect((await book.closed(SAMPLE.event.id, 10)).map(({ id }) => id)).toEqual([makeId(2)]);
  });

  it('forgets runs of an event that is over for long without a server, too', async () => {
    const device = new KioskDevice();
    const book = await device.setUp(null);
    await keepAll(book, [makeVisit(1)]);
    await device.deliver(book);
    expect(Object.values((await book.readBoard()).acts).flat()).toHaveLength(1);
    device.clock = SAMPLE.event.endsAt + (SAMPLE.event.keepDays + 1) * 86_400_000;
    await device.deliver(book);
    expect((await book.readBoard()).acts).toEqual({});
  });
});
