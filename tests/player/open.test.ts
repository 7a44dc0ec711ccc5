import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { noticesOf, Profile, until } from './device.ts';

const poll = (choice: string) => ({ type: 'poll', payload: { question: 'role', choice } }) as const;

afterEach(() => {
  vi.doUnmock('../../src/player/book.ts');
  vi.resetModules();
});

it('gives the settings at once, before anything has been opened', () => {
  const profile = new Profile();
  const opened = vi.spyOn(profile.factory, 'open');
  const player = profile.open();
  expect(player.settings.store.getState().speed).toBe(1);
  expect(player.storage.getState()).toEqual({ place: 'opening', unsaved: 0, persisted: null });
  expect(player.progress.getState().complete).toBe(false);
  expect(opened).not.toHaveBeenCalled();
  return player.close();
});

it('keeps what is to be written until its own code has arrived, and asks for it again', async () => {
  let trials = 0;
  vi.resetModules();
  vi.doMock('../../src/player/book.ts', async (original) => {
    if (trials++ < 2) throw new Error('the network is gone');
    return original();
  });
  const { openPlayer } = await import('../../src/player/open.ts');
  const profile = new Profile();
  const waits: (() => void)[] = [];
  const player = openPlayer({
    ...profile.surroundings(),
    wait: (ms) => (ms === 2000 ? new Promise((resolve) => waits.push(resolve)) : new Promise(() => undefined)),
  });
  const written = player.append(poll('team'));
  await until(() => waits.length === 1);
  expect(noticesOf(player)).toEqual(['storageUnavailable']);
  waits[0]?.();
  await until(() => waits.length === 2);
  waits[1]?.();
  expect((await written).kept).toBe('disk');
  expect(noticesOf(player)).toEqual([]);
  expect(trials).toBe(3);
  await player.close();
});

it('opens the database anew when the browser has closed it', async () => {
  const profile = new Profile();
  const connections: IDBDatabase[] = [];
  const factory = {
    open: (...given: Parameters<IDBFactory['open']>) => {
      const request = profile.factory.open(...given);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    },
  } as unknown as IDBFactory;
  await profile.visit(
    async (player) => {
      await player.append(poll('team'));
      forceCloseDatabase(connections[0] as never);
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect((await player.append(poll('alone'))).kept).toBe('disk');
      expect(connections).toHaveLength(2);
      expect(noticesOf(player)).toEqual([]);
    },
    { indexedDB: factory },
  );
  expect(await profile.all('records')).toHaveLength(2);
});
