import * as fc from 'fast-check';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson, hashPayload } from '../../src/wire/records/canonical.ts';
import { climb, currentSchema, LADDERS } from '../../src/wire/records/migrate.ts';
import { readRecord } from '../../src/wire/records/read-record.ts';
import { makeUuid7 } from '../../src/player/log/uuid.ts';
import type { NewRecord } from '../../src/player/index.ts';
import { noticesOf, Profile, until } from './device.ts';
import { makeAnswer, playAttempt } from './payloads.ts';

const poll = (choice: string): NewRecord => ({ type: 'poll', payload: { question: 'role', choice } });

afterEach(() => vi.restoreAllMocks());

describe('what a record is made of', () => {
  it('is hashed alike whatever the order of its keys, and differently for any other value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const mirrored = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(mirrored)).toBe(canonicalJson(value));
        expect(hashPayload(JSON.parse(JSON.stringify(value)))).toBe(hashPayload(value));
        expect(hashPayload({ ...value, '\u0000': 1 })).not.toBe(hashPayload(value));
      }),
    );
  });

  it('has an id that is a version 7 UUID and sorts by time', () => {
    const fill = (bytes: Uint8Array<ArrayBuffer>): void => void bytes.fill(0xff);
    const none = (bytes: Uint8Array<ArrayBuffer>): void => void bytes.fill(0);
    // The example of RFC 9562, appendix A.6, has this time.
    expect(makeUuid7(0x017f22e279b0, none)).toBe('017f22e2-79b0-7000-8000-000000000000');
    expect(makeUuid7(1000, fill) < makeUuid7(1001, none)).toBe(true);
    fc.assert(
      fc.property(fc.nat(), (at) => {
        expect(makeUuid7(at, (bytes) => void crypto.getRandomValues(bytes))).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });
});

describe('the log', () => {
  it('keeps every record with its place in the outbox, numbered without gaps', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      for (const choice of ['alone', 'team', 'steer']) {
        const { kept } = await player.append(poll(choice));
        expect(kept).toBe('disk');
      }
    });
    const records = await profile.all('records');
    expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(new Set(records.map(({ device }) => device)).size).toBe(1);
    expect((await profile.all('outbox')).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    for (const record of records) expect(record['payloadHash']).toBe(hashPayload(record['payload']));
  });

  it('asks for strict durability whenever it writes what was earned', async () => {
    const profile = new Profile();
    const seen: unknown[] = [];
    await profile.visit(async (player) => {
      const { transaction } = IDBDatabase.prototype;
      vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function spied(this: IDBDatabase, ...given) {
        if (given[1] === 'readwrite' && [given[0]].flat().includes('records')) seen.push(given[2]);
        return transaction.apply(this, given);
      });
      await player.append({ type: 'answer', payload: makeAnswer('a', 1) });
    });
    expect(seen).toEqual([{ durability: 'strict' }]);
  });

  it('is read again by the next page, and goes on counting', async () => {
    const profile = new Profile();
    await profile.visit((player) => player.append(poll('alone')));
    await profile.visit(async (player) => {
      expect(player.progress.getState()).toMatchObject({ complete: true, poll: { choice: 'alone' } });
      const { record } = await player.append(poll('team'));
      expect(record.seq).toBe(2);
      expect(player.progress.getState().poll?.choice).toBe('team');
    });
  });

  it('finds one record by its id, on the disk or in memory', async () => {
    const profile = new Profile();
    const { record } = await profile.visit((player) => player.append({ type: 'attempt', payload: playAttempt(3) }));
    await profile.visit(async (player) => {
      expect(await player.find(record.id)).toEqual(record);
      expect(await player.find('nobody')).toBeNull();
    });
    await profile.visit(
      async (player) => {
        const inMemory = await player.append(poll('team'));
        expect(await player.find(inMemory.record.id)).toEqual(inMemory.record);
        expect(await player.find(record.id)).toBeNull();
      },
      { indexedDB: undefined },
    );
  });

  it('refuses a payload that is not of its form, naming the place, and writes nothing', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      const payload = makeAnswer('a', 1.5);
      await expect(player.append({ type: 'answer', payload })).rejects.toThrow('payload.score: is above 1');
    });
    expect(await profile.all('records')).toEqual([]);
  });

  it('has either the record and its place in the outbox, or neither, wherever it breaks off', async () => {
    for (const failing of ['meta', 'records', 'outbox']) {
      const profile = new Profile();
      await profile.visit(async (player) => {
        const { put } = IDBObjectStore.prototype;
        const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function broken(
          this: IDBObjectStore,
          ...given
        ) {
          if (this.name === failing) throw new DOMException('torn', 'UnknownError');
          return put.apply(this, given);
        } as typeof put);
        const { kept, record } = await player.append(poll('alone'));
        expect(kept).toBe('memory');
        expect(noticesOf(player)).toContain('storageLost');
        spy.mockRestore();
        expect([...(await profile.all('records')), ...(await profile.all('outbox'))]).toEqual([]);
        // Nothing is lost: the next record that gets through takes it along.
        await player.append(poll('team'));
        const ids = (await profile.all('records')).map(({ id }) => id);
        expect(ids).toContain(record.id);
        expect((await profile.all('outbox')).map(({ id }) => id)).toEqual(ids);
        expect(player.storage.getState().unsaved).toBe(0);
      });
    }
  });

  it('takes an unfinished run away together with the attempt that ends it, and no other', async () => {
    const profile = new Profile();
    const draft = (startedAt: number) => ({ act: 'counting', startedAt });
    for (const [startedAt, left] of [
      [1003, 0],
      [77, 1],
    ] as const) {
      await profile.visit(async (player) => {
        await profile.raw(['drafts'], (transaction) => transaction.objectStore('drafts').put(draft(startedAt)));
        await player.append({ type: 'attempt', payload: playAttempt(3) });
        expect(await profile.all('drafts')).toHaveLength(left);
      });
    }
  });

  it('asks the browser to keep it after the first result, not before, and remembers the answer', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      await player.append(poll('alone'));
      expect(profile.asked).toBe(0);
      await player.append({ type: 'attempt', payload: playAttempt(1) });
      await until(() => player.storage.getState().persisted === true);
      await player.append({ type: 'attempt', payload: playAttempt(2) });
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(profile.asked).toBe(1);
    await profile.visit(async (player) => expect(player.storage.getState().persisted).toBe(true));
    const other = new Profile();
    other.grants = false;
    await other.visit(async (player) => {
      await player.append({ type: 'attempt', payload: playAttempt(1) });
      await until(() => player.storage.getState().persisted === false);
      await player.append({ type: 'attempt', payload: playAttempt(2) });
      await until(() => other.asked === 2);
    });
  });
});

describe('records that cannot be read', () => {
  /** A profile with three good records, one of which is then changed behind the game's back. */
  async function spoil(change: (record: Record<string, unknown>) => unknown): Promise<Profile> {
    const profile = new Profile();
    await profile.visit(async (player) => {
      for (const choice of ['alone', 'team', 'steer']) await player.append(poll(choice));
    });
    const [, second] = await profile.all('records');
    await profile.raw(['records'], (transaction) => transaction.objectStore('records').put(change({ ...second })));
    return profile;
  }

  it.each([
    [
      'a payload cut short',
      (record: Record<string, unknown>) => ({ ...record, payload: { question: 'role' } }),
      'payloadHash: does not fit',
    ],
    [
      'a payload of another form',
      (record: Record<string, unknown>) => ({ ...record, payload: 7, payloadHash: hashPayload(7) }),
      'payload: ',
    ],
    ['no number', (record: Record<string, unknown>) => ({ ...record, seq: 'two' }), 'seq: '],
    ['nothing but an id', ({ id }: Record<string, unknown>) => ({ id }), 'device: '],
  ])('are kept aside with a notice: %s', async (_name, change, reason) => {
    const profile = await spoil(change);
    await profile.visit(async (player) => {
      expect(noticesOf(player)).toEqual(['recordCorrupt']);
      expect(player.notices.store.getState()[0]?.values.count).toBe(1);
      expect(player.notices.store.getState()[0]?.detail[0]).toContain(reason);
      expect(player.progress.getState().poll?.choice).toBe('steer');
      expect((await player.append(poll('team'))).record.seq).toBe(4);
      const [aside] = await player.readAside();
      expect(aside?.reason).toContain(reason);
    });
    expect(await profile.all('records')).toHaveLength(3);
    expect(await profile.all('kept-aside')).toHaveLength(1);
    await profile.visit(async (player) => expect(noticesOf(player)).toEqual([]));
  });

  it.each([
    ['a newer schema', (record: Record<string, unknown>) => ({ ...record, schema: 9 })],
    ['a type not known yet', (record: Record<string, unknown>) => ({ ...record, type: 'medal' })],
  ])('wait aside when they are of the future: %s; and come back when they can be read', async (_name, change) => {
    const profile = await spoil(change);
    const outbox = await profile.all('outbox');
    await profile.visit(async (player) => {
      expect(noticesOf(player)).toEqual(['recordFuture']);
      expect(await player.outbox.pending()).toHaveLength(2);
    });
    const [aside] = await profile.all('kept-aside');
    const raw = aside?.['raw'] as Record<string, unknown>;
    // The update: what lies on the shelf is of a form that is known now.
    await profile.raw(['kept-aside'], (transaction) =>
      transaction.objectStore('kept-aside').put({ ...aside, raw: { ...raw, schema: 1, type: 'poll' } }),
    );
    await profile.visit(async (player) => {
      expect(noticesOf(player)).toEqual([]);
      expect(await player.outbox.pending()).toHaveLength(3);
    });
    expect(await profile.all('kept-aside')).toEqual([]);
    expect(await profile.all('outbox')).toEqual(outbox);
  });

  it('do not stop the others when the browser itself cannot give one out', async () => {
    const profile = await spoil((record) => record);
    const [, second] = await profile.all('records');
    const { get, getAll } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function broken(
      this: IDBObjectStore,
      ...given: []
    ) {
      if (this.name === 'records') throw new DOMException('cannot be read', 'DataError');
      return getAll.apply(this, given);
    } as typeof getAll);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function broken(this: IDBObjectStore, key: string) {
      if (key === second?.['id']) throw new DOMException('cannot be read', 'DataError');
      return get.call(this, key);
    } as typeof get);
    await profile.visit(async (player) => {
      expect(noticesOf(player)).toEqual(['recordCorrupt']);
      expect(player.progress.getState().poll?.choice).toBe('steer');
    });
    vi.restoreAllMocks();
    expect(await profile.all('records')).toHaveLength(3);
  });

  it('replace a damaged device by a new one, so that no number is used twice', async () => {
    const profile = new Profile();
    const first = await profile.visit((player) => player.append(poll('alone')));
    await profile.raw(['meta'], (transaction) => transaction.objectStore('meta').put({ key: 'device', device: 7 }));
    const second = await profile.visit((player) => player.append(poll('team')));
    expect(second.record.device).not.toBe(first.record.device);
    expect(await profile.all('kept-aside')).toMatchObject([{ from: 'device', raw: { device: 7 } }]);
  });
});

describe('migrations', () => {
  const ladder = [
    (payload: unknown) => ({ ...(payload as object), colour: 'jade' }),
    (payload: unknown) => ({ ...(payload as object), name: String((payload as { name: unknown }).name) }),
  ];

  it('climb from any version to the current one, step by step', () => {
    expect(currentSchema(ladder)).toBe(3);
    expect(climb(ladder, 1, { name: 1 })).toEqual({ name: '1', colour: 'jade' });
    expect(climb(ladder, 2, { name: 1 })).toEqual({ name: '1' });
    expect(climb(ladder, 3, { name: 1 })).toEqual({ name: 1 });
  });

  it('bring an old record up to date as it is read, and leave the stored one as it was', () => {
    const payload = { question: 'role', answer: 'team' };
    const raw = {
      id: '017f22e2-79b0-7000-8000-000000000000',
      device: '017f22e2-79b0-7000-8000-000000000001',
      seq: 1,
      type: 'poll',
      schema: 1,
      payload,
      payloadHash: hashPayload(payload),
      at: 5,
    };
    const renamed = (old: unknown) => ({ question: 'role', choice: (old as { answer: string }).answer });
    const read = readRecord(raw, { ...LADDERS, poll: [renamed] });
    expect(read).toMatchObject({ ok: true, record: { schema: 2, payload: { choice: 'team' } }, stored: raw });
    const torn = readRecord(raw, {
      ...LADDERS,
      poll: [
        () => {
          throw new Error('no such field');
        },
      ],
    });
    expect(torn).toMatchObject({ ok: false, why: 'corrupt', path: 'payload' });
  });
});

describe('no database', () => {
  it.each([
    ['none at all', undefined],
    [
      'one that throws',
      {
        open: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      } as unknown as IDBFactory,
    ],
  ])('lets the game be played in memory, with one notice: %s', async (_name, factory) => {
    const profile = new Profile();
    await profile.visit(
      async (player) => {
        expect(noticesOf(player)).toEqual(['storageUnavailable']);
        const { kept } = await player.append({ type: 'attempt', payload: playAttempt(4) });
        expect(kept).toBe('memory');
        expect(player.progress.getState().acts['counting']?.attempts).toBe(1);
        expect(player.storage.getState()).toMatchObject({ place: 'memory', unsaved: 1 });
        expect(await player.outbox.pending()).toHaveLength(1);
        expect(noticesOf(player)).toEqual(['storageUnavailable']);
        // It can be taken along as a file, and is then in the log of another profile.
        const { text } = await player.exportProgress();
        await new Profile().visit(async (other) =>
          expect(await other.importProgress(text)).toMatchObject({ added: 1, verified: 1 }),
        );
      },
      { indexedDB: factory, textStorage: undefined, locks: undefined, openChannel: undefined, persist: undefined },
    );
  });

  it('goes on without one that never answers, and writes everything when it does', async () => {
    const profile = new Profile();
    let answer = (): void => undefined;
    const slow = {
      open: (...given: Parameters<IDBFactory['open']>) => {
        const request = new EventTarget() as IDBOpenDBRequest;
        answer = () => {
          const real = profile.factory.open(...given);
          for (const type of ['upgradeneeded', 'success'])
            real.addEventListener(type, () => {
              Object.assign(request, { result: real.result });
              request.dispatchEvent(Object.assign(new Event(type), { oldVersion: 0 }));
            });
        };
        return request;
      },
    } as unknown as IDBFactory;
    await profile.visit(
      async (player) => {
        expect(noticesOf(player)).toEqual(['storageUnavailable']);
        expect((await player.append(poll('team'))).kept).toBe('memory');
        answer();
        await until(() => player.storage.getState().unsaved === 0 && player.storage.getState().place === 'disk');
        expect(noticesOf(player)).toEqual([]);
        expect((await player.append(poll('steer'))).kept).toBe('disk');
      },
      { indexedDB: slow, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 40)) },
    );
    expect(await profile.all('records')).toHaveLength(2);
  });
});

describe('a full disk', () => {
  it('keeps in memory what does not fit, says so, and writes it when there is room', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      await player.append(poll('alone'));
      const { put } = IDBObjectStore.prototype;
      const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(
        this: IDBObjectStore,
        ...given
      ) {
        if (this.name === 'records') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
      } as typeof put);
      expect((await player.append(poll('team'))).kept).toBe('memory');
      expect((await player.append(poll('steer'))).kept).toBe('memory');
      expect(noticesOf(player)).toEqual(['storageFull']);
      expect(player.storage.getState()).toMatchObject({ place: 'memory', unsaved: 2 });
      expect(player.progress.getState().poll?.choice).toBe('steer');
      expect(JSON.parse((await player.exportProgress()).text)).toMatchObject({ records: [{}, {}, {}] });
      spy.mockRestore();
      profile.page.dispatchEvent(new Event('visibilitychange'));
      await until(() => player.storage.getState().unsaved === 0);
      expect(noticesOf(player)).toEqual([]);
    });
    // What waited has numbers of a device of its own, so that no other tab can have used them.
    const [first, ...waited] = (await profile.all('records')).toSorted((a, b) => Number(a['at']) - Number(b['at']));
    expect([first?.['seq'], ...waited.map(({ seq }) => seq)]).toEqual([1, 1, 2]);
    expect(new Set(waited.map(({ device }) => device)).size).toBe(1);
    expect(waited[0]?.['device']).not.toBe(first?.['device']);
  });
});

describe('a connection that breaks', () => {
  it('is opened again once, and the record is on the disk', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      let broken = 0;
      const { transaction } = IDBDatabase.prototype;
      vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function once(this: IDBDatabase, ...given) {
        if (broken++ === 0) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        return transaction.apply(this, given);
      });
      expect((await player.append(poll('team'))).kept).toBe('disk');
      expect(noticesOf(player)).toEqual([]);
    });
  });

  it('that does not come back leaves the game in memory; a later one takes everything', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      });
      expect((await player.append(poll('team'))).kept).toBe('memory');
      expect(noticesOf(player)).toEqual(['storageLost']);
      spy.mockRestore();
      expect((await player.append(poll('steer'))).kept).toBe('disk');
      expect(noticesOf(player)).toEqual([]);
      expect(player.storage.getState()).toMatchObject({ place: 'disk', unsaved: 0 });
    });
    expect(await profile.all('records')).toHaveLength(2);
  });
});

describe('other versions of the game', () => {
  it('leaves a newer database alone', async () => {
    const profile = new Profile();
    await profile.visit((player) => player.append(poll('team')));
    await new Promise<void>((resolve) => {
      const request = profile.factory.open('marshals-baton', 7);
      request.addEventListener('success', () => {
        request.result.close();
        resolve();
      });
    });
    await profile.visit(async (player) => {
      expect(noticesOf(player)).toEqual(['storageFuture']);
      expect((await player.append(poll('alone'))).kept).toBe('memory');
    });
    expect(await profile.all('records')).toHaveLength(1);
  });

  it('lets go when a newer one is opened in another tab', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      await player.append(poll('team'));
      await new Promise<void>((resolve) => {
        const request = profile.factory.open('marshals-baton', 2);
        request.addEventListener('success', () => {
          request.result.close();
          resolve();
        });
      });
      expect(noticesOf(player)).toEqual(['newerElsewhere']);
      expect((await player.append(poll('alone'))).kept).toBe('memory');
    });
    expect(await profile.all('records')).toHaveLength(1);
  });

  it('plays on while an older one holds the database, and writes everything when it lets go', async () => {
    const profile = new Profile();
    const older = await new Promise<IDBDatabase>((resolve) => {
      // An older copy that knows nothing of letting go: version 0.5 of the stores, so to speak.
      const request = profile.factory.open('marshals-baton', 1);
      request.addEventListener('upgradeneeded', () => {
        for (const store of ['records', 'outbox']) request.result.createObjectStore(store, { keyPath: 'id' });
        request.result.createObjectStore('drafts', { keyPath: 'act' });
        request.result.createObjectStore('kept-aside', { keyPath: 'key', autoIncrement: true });
        request.result.createObjectStore('meta', { keyPath: 'key' });
      });
      request.addEventListener('success', () => resolve(request.result));
    });
    // This version asks for a newer one than the older copy holds.
    const factory = { open: (name: string) => profile.factory.open(name, 2) } as unknown as IDBFactory;
    await profile.visit(
      async (player) => {
        expect(noticesOf(player)).toEqual(['storageBlocked']);
        expect((await player.append(poll('team'))).kept).toBe('memory');
        older.close();
        await until(() => player.storage.getState().unsaved === 0 && player.storage.getState().place === 'disk');
        expect(noticesOf(player)).toEqual([]);
      },
      { indexedDB: factory },
    );
    expect(await profile.all('records')).toHaveLength(1);
  });
});
