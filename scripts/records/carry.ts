/** Delivers as a device does: again and again until there is a receipt for everything, with full jitter between tries. */
import { setTimeout as wait } from 'node:timers/promises';

import type { DeliveryAnswer, DeliveryReceipt } from '../../src/wire/delivery.ts';
import type { StoredRecord } from '../../src/wire/records/read-record.ts';

export interface Carried {
  readonly receipts: readonly DeliveryReceipt[];
  /** Milliseconds from sending to the receipts, of the try that had them. */
  readonly ms: number;
  /** Tries that failed before. */
  readonly failures: number;
}

const FIRST_MS = 250;
const LONGEST_MS = 4_000;
const PATIENCE_MS = 20_000;

/** Where the server is now: another address after each restart. */
export type FindServer = () => string;

/** Resolves when every record has its receipt. Rejects when the server refuses in a way that no repetition mends. */
export async function carry(
  findServer: FindServer,
  headers: Readonly<Record<string, string>>,
  records: readonly StoredRecord[],
  longestMs = LONGEST_MS,
): Promise<Carried> {
  const body = JSON.stringify({ version: 1, game: 'load', records });
  for (let failures = 0; ; failures++) {
    const began = performance.now();
    const answer = await send(findServer(), headers, body);
    if (answer !== null) return { receipts: answer.receipts, ms: performance.now() - began, failures };
    await wait(Math.random() * Math.min(longestMs, FIRST_MS * 2 ** failures));
  }
}

/** The answer; null when there was none, or one that asks for patience. */
async function send(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<DeliveryAnswer | null> {
  let status = 0;
  let text = '';
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(`${address}/api/deliveries`, { method: 'POST', headers, body, signal });
    status = response.status;
    text = await response.text();
  } catch {
    return null;
  }
  if (status === 200) return JSON.parse(text) as DeliveryAnswer;
  if (status === 429 || status >= 500) return null;
  throw new Error(`the server answers ${status}: ${text.slice(0, 200)}`);
}
