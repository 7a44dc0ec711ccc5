/** Asks the house as a device does. */
import { expect } from 'vitest';

import type { DeliveryAnswer, DeliveryReceipt, RecordsPage } from '../../../src/wire/delivery.ts';
import type { MadePlayer, TestGrounds } from '../harness/grounds.ts';

type Asked = Pick<TestGrounds, 'house'>;

/** Sends records, each as a value or as the text of its JSON, and expects an answer with receipts. */
export async function send(
  test: Asked,
  player: Pick<MadePlayer, 'headers'>,
  records: readonly unknown[],
): Promise<DeliveryAnswer> {
  const answer = await sendRaw(test, player, records);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as DeliveryAnswer;
}

export function sendRaw(
  { house }: Asked,
  player: Pick<MadePlayer, 'headers'>,
  records: readonly unknown[],
): Promise<Response> {
  const texts = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)));
  return Promise.resolve(
    house.request('/api/deliveries', {
      method: 'POST',
      headers: player.headers,
      body: `{"version":1,"game":"test","records":[${texts.join(',')}]}`,
    }),
  );
}

/** What became of a record, in one word. */
export function wordOf(receipt: DeliveryReceipt | undefined): string {
  if (receipt === undefined) return 'none';
  if (receipt.status === 'accepted') return receipt.counted ? 'counted' : receipt.mark;
  return receipt.status === 'rejected' ? receipt.reason : 'later';
}

export async function sendWords(
  test: Asked,
  player: Pick<MadePlayer, 'headers'>,
  records: readonly unknown[],
): Promise<readonly string[]> {
  return (await send(test, player, records)).receipts.slice(0, records.length).map(wordOf);
}

export async function readPage(
  { house }: Asked,
  player: Pick<MadePlayer, 'headers'>,
  after: number,
): Promise<RecordsPage> {
  const answer = await house.request(`/api/records?after=${after}`, { headers: player.headers });
  expect(answer.status).toBe(200);
  return (await answer.json()) as RecordsPage;
}
