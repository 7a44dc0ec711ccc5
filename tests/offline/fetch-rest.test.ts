import { expect, test } from 'vitest';

import { fetchRest, type FetchGround } from '../../src/app/offline/fetch-rest.ts';
import type { OfflineFile } from '../../src/app/offline/list.ts';

const FILES: readonly OfflineFile[] = Array.from({ length: 20 }, (_, number) => ({
  url: `/assets/${number}`,
  bytes: 1,
  pack: 'house',
}));

function ground(putThere: FetchGround['putThere'], untilCalm = (): Promise<void> => Promise.resolve()): FetchGround {
  return { language: 'en', putThere, untilCalm };
}

test('everything that is missing comes, and nothing that is here', async () => {
  const came: string[] = [];
  const here = new Set(['/assets/3']);
  const put = async ({ url }: OfflineFile): Promise<void> => void came.push(url);
  expect(await fetchRest(FILES, here, ground(put), () => undefined)).toBe('whole');
  expect(came).toHaveLength(19);
  expect(came).not.toContain('/assets/3');
  expect(here.size).toBe(20);
});

test('one file that fails leaves the others alone, and the round is not whole', async () => {
  const put = async ({ url }: OfflineFile): Promise<void> => {
    if (url === '/assets/5') throw new Error('404');
  };
  const here = new Set<string>();
  expect(await fetchRest(FILES, here, ground(put), () => undefined)).toBe('offline');
  expect(here.size).toBe(19);
});

test('without a network it gives up soon', async () => {
  let tries = 0;
  const put = async (): Promise<void> => {
    tries += 1;
    throw new TypeError('Failed to fetch');
  };
  expect(await fetchRest(FILES, new Set(), ground(put), () => undefined)).toBe('offline');
  expect(tries).toBeLessThan(10);
});

test('a full device is told apart from a network that is away', async () => {
  const put = async (): Promise<void> => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  expect(await fetchRest(FILES, new Set(), ground(put), () => undefined)).toBe('full');
});

test('while somebody plays nothing is asked for', async () => {
  let calm: () => void = () => undefined;
  const untilCalm = new Promise<void>((resolve) => (calm = resolve));
  let asked = 0;
  const put = async (): Promise<void> => void (asked += 1);
  const fetching = fetchRest(
    FILES,
    new Set(),
    ground(put, () => untilCalm),
    () => undefined,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toBe(0);
  calm();
  expect(await fetching).toBe('whole');
  expect(asked).toBe(20);
});
