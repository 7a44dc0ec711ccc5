import * as fc from 'fast-check';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Player } from '../../src/player/index.ts';
import { noticesOf, Profile, until } from './device.ts';
import { makeAnswer, playAttempt } from './payloads.ts';

const answer = (item: string) => ({ type: 'answer', payload: makeAnswer(item, 1) }) as const;
const keyOf = ({ device, seq }: Record<string, unknown>): string => `${String(device)} ${String(seq)}`;

afterEach(() => vi.restoreAllMocks());

describe('two tabs', () => {
  it('write at once without using a number twice, and see each other’s records', async () => {
    const profile = new Profile();
    const tabs = [profile.open(), profile.open()] as const;
    await Promise.all(tabs.map((tab) => tab.ready));
    await Promise.all(Array.from({ length: 20 }, (_unused, n) => (tabs[n % 2] as Player).append(answer(`item-${n}`))));
    const records = await profile.all('records');
    expect(records.map(({ seq }) => seq).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_unused, n) => n + 1),
    );
    for (const tab of tabs) await until(() => Object.keys(tab.progress.getState().history).length === 20);
    expect(tabs[0].progress.getState()).toEqual(tabs[1].progress.getState());
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it('see what an import brings', async () => {
    const source = new Profile();
    const text = await source.visit(async (player) => {
      await player.append({ type: 'attempt', payload: playAttempt(5) });
      return (await player.exportProgress()).text;
    });
    const profile = new Profile();
    const [one, two] = [profile.open(), profile.open()];
    await Promise.all([one.ready, two.ready]);
    await one.importProgress(text);
    await until(() => two.progress.getState().acts['counting'] !== undefined);
    expect(two.progress.getState().acts['counting']?.attempts).toBe(1);
    await Promise.all([one.close(), two.close()]);
  });

  it('take nothing from the line between them that is no record', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      const line = profile.hub.openChannel();
      const before = player.progress.getState();
      for (const message of [null, 'hello', 7, [{ id: 1 }], { records: [] }]) line.postMessage(message);
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(player.progress.getState()).toEqual(before);
      line.close();
    });
  });

  it('send one at a time', async () => {
    const profile = new Profile();
    const [one, two] = [profile.open(), profile.open()];
    let finish = (): void => undefined;
    const sending = one.outbox.alone(() => new Promise<string>((resolve) => (finish = () => resolve('sent'))));
    expect(await two.outbox.alone(() => Promise.resolve('sent too'))).toBeUndefined();
    finish();
    expect(await sending).toBe('sent');
    expect(await two.outbox.alone(() => Promise.resolve('sent too'))).toBe('sent too');
    await Promise.all([one.close(), two.close()]);
  });
});

describe('the outbox', () => {
  it('gives records oldest first, and lets go of those that a receipt names rightly', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      for (const item of ['a', 'b', 'c']) await player.append(answer(item));
      const [first, second, third] = await player.outbox.pending();
      expect([first?.seq, second?.seq, third?.seq]).toEqual([1, 2, 3]);
      expect(await player.outbox.pending(2)).toEqual([first, second]);
      const receipt = { id: String(first?.id), payloadHash: String(first?.payloadHash), status: 'accepted' } as const;
      expect(await player.outbox.markDelivered([{ ...receipt, payloadHash: '0000000000000000' }])).toBe(0);
      expect(await player.outbox.markDelivered([{ ...receipt, id: 'nobody' }])).toBe(0);
      expect(await player.outbox.markDelivered([receipt])).toBe(1);
      expect(await player.outbox.markDelivered([receipt])).toBe(0);
      expect(await player.outbox.pending()).toEqual([second, third]);
    });
    expect(await profile.all('records')).toHaveLength(3);
    await profile.visit(async (player) => expect(await player.outbox.pending()).toHaveLength(2));
  });

  it('is not stopped for ever by a record that the server refuses: it goes, with a notice, and stays in the log', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      const { record } = await player.append(answer('a'));
      const { id, payloadHash } = record;
      expect(await player.outbox.markDelivered([{ id, payloadHash, status: 'rejected', reason: 'too old' }])).toBe(1);
      expect(noticesOf(player)).toEqual(['deliveryRejected']);
      expect(await player.readAside()).toMatchObject([{ from: 'delivery', reason: 'too old', raw: { id } }]);
      expect(await player.outbox.pending()).toEqual([]);
    });
    expect(await profile.all('records')).toHaveLength(1);
  });

  it('also delivers what is only in memory, and does not deliver it again once it is on the disk', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      const { put } = IDBObjectStore.prototype;
      const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(
        this: IDBObjectStore,
        ...given
      ) {
        if (this.name === 'records') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
      } as typeof put);
      const { record } = await player.append(answer('a'));
      const [waiting] = await player.outbox.pending();
      expect(waiting?.id).toBe(record.id);
      const { id, payloadHash } = record;
      expect(await player.outbox.markDelivered([{ id, payloadHash, status: 'accepted' }])).toBe(1);
      expect(await player.outbox.markDelivered([{ id, payloadHash, status: 'accepted' }])).toBe(0);
      expect(await player.outbox.pending()).toEqual([]);
      spy.mockRestore();
      await player.append(answer('b'));
      expect((await player.outbox.pending()).map(({ payload }) => (payload as { item: string }).item)).toEqual(['b']);
    });
    expect(await profile.all('records')).toHaveLength(2);
  });
});

describe('a life of appends, crashes, full disks, deliveries and imports', () => {
  interface Step {
    readonly do: 'append' | 'crash' | 'fill' | 'free' | 'deliver' | 'import';
    readonly tab: number;
    /** Writes that still get through before the crash. */
    readonly after: number;
    /** The server took the records, but its receipts never came. */
    readonly lost: boolean;
  }
  const kinds = [
    'append',
    'append',
    'append',
    'crash',
    'crash',
    'fill',
    'free',
    'deliver',
    'deliver',
    'import',
  ] as const;
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom(...kinds),
    tab: fc.integer({ min: 0, max: 1 }),
    after: fc.nat({ max: 5 }),
    lost: fc.boolean(),
  });

  it('never loses what was shown as saved, never counts it twice, never half-writes', async () => {
    const source = new Profile();
    const file = await source.visit(async (player) => {
      for (const seed of [1, 2]) await player.append({ type: 'attempt', payload: playAttempt(seed) });
      return (await player.exportProgress()).text;
    });

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
        const profile = new Profile();
        const tabs: [Player, Player] = [profile.open(), profile.open()];
        await Promise.all(tabs.map((each) => each.ready));
        /** Ids that a tab said were on the disk. */
        const promised = new Set<string>();
        /** Ids that only a tab's memory has; gone with it in a crash. */
        const inMemory = [new Set<string>(), new Set<string>()] as const;
        const server = new Set<string>();
        let full = false;
        let budget = Infinity;
        let items = 0;
        const { put } = IDBObjectStore.prototype;
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function faulty(this: IDBObjectStore, ...given) {
          if (full && this.name === 'records') throw new DOMException('full', 'QuotaExceededError');
          if (budget-- <= 0) throw new DOMException('the process was killed', 'UnknownError');
          return put.apply(this, given);
        } as typeof put);
        const append = async (at: number): Promise<void> => {
          const { record, kept } = await (tabs[at] as Player).append(answer(`item-${items++}`));
          if (kept === 'disk') promised.add(record.id);
          else (inMemory[at] as Set<string>).add(record.id);
        };

        for (const each of steps) {
          if (each.do === 'append') await append(each.tab);
          else if (each.do === 'fill') full = true;
          else if (each.do === 'free') full = false;
          else if (each.do === 'import') {
            // With a full disk it stays in memory and is not promised.
            await (tabs[each.tab] as Player).importProgress(file);
          } else if (each.do === 'deliver') {
            const pending = await (tabs[each.tab] as Player).outbox.pending();
            for (const { id } of pending) server.add(id);
            const receipts = pending.map(({ id, payloadHash }) => ({ id, payloadHash, status: 'accepted' as const }));
            if (!each.lost) await (tabs[each.tab] as Player).outbox.markDelivered(receipts);
          } else {
            budget = each.after;
            await append(each.tab);
            (inMemory[each.tab] as Set<string>).clear();
            const dead = tabs[each.tab] as Player;
            budget = Infinity;
            const wasFull: boolean = full;
            full = true; // a dead tab cannot flush
            await dead.close();
            full = wasFull;
            tabs[each.tab] = profile.open();
            await (tabs[each.tab] as Player).ready;
          }
        }
        full = false;
        // One more record makes each tab write what it still holds.
        await append(0);
        await append(1);
        for (const each of tabs) await until(() => each.storage.getState().unsaved === 0);

        const records = await profile.all('records');
        const ids = new Set(records.map(({ id }) => String(id)));
        for (const id of [...promised, ...inMemory[0], ...inMemory[1]]) expect(ids).toContain(id);
        expect(new Set(records.map(keyOf)).size).toBe(records.length);
        for (const { id } of await profile.all('outbox')) expect(ids).toContain(id);
        const [own] = await profile.all('meta');
        const numbers = records.filter(({ device }) => device === own?.['device']).map(({ seq }) => Number(seq));
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_number, n) => n + 1));
        // Whatever the outbox no longer holds has reached the server, which counts each id once.
        const waiting = new Set((await profile.all('outbox')).map(({ id }) => String(id)));
        for (const id of ids) expect(waiting.has(id) || server.has(id)).toBe(true);
        await Promise.all(tabs.map((each) => each.close()));
        vi.restoreAllMocks();
        await profile.visit(async (player) => {
          expect(noticesOf(player)).toEqual([]);
          const answered = Object.keys(player.progress.getState().history).length;
          expect(answered).toBe(records.filter(({ type }) => type === 'answer').length);
        });
      }),
      { numRuns: 60 },
    );
  });
});
