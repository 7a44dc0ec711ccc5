/** One request to the store, and what its answer means. */
import type { StoreSettings } from './store-settings.ts';

const XAPI_VERSION = '1.0.3';
/** Longest wait for an answer. */
export const ANSWER_MS = 20_000;
/** A list of fifty ids is two kilobytes. */
const MOST_ANSWER_BYTES = 1024 * 1024;
/** Of a store's complaint, for whoever looks into it. */
const MOST_FAULT = 300;
/** The longest rest that a store is believed to want. */
const MOST_REST_MS = 60 * 60 * 1000;

/** A statement on its way: its id, and itself as the database has it. */
export interface Parcel {
  readonly id: string;
  readonly statement: unknown;
}

export type Answer =
  /** All of them are in the store. */
  | { readonly kind: 'taken' }
  /** One or more of these ids are in the store already (409); it takes none of the batch. */
  | { readonly kind: 'known' }
  /** Something about them, or one of them, is refused; sending it again gives the same. */
  | { readonly kind: 'refused'; readonly status: number; readonly fault: string }
  /** The store cannot be reached, or has no time, or does not let us in. */
  | { readonly kind: 'away'; readonly status: number | null; readonly restMs: number };

export interface Line {
  readonly store: Pick<StoreSettings, 'statements' | 'authorization'>;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly answerMs: number;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** Answers that say nothing of the statements: no way in, no such place, too slow, too many. */
const AWAY = new Set([401, 404, 407, 408, 421, 425, 429]);

/** Posts a batch. Does not throw. */
export async function sendBatch(line: Line, parcels: readonly Parcel[]): Promise<Answer> {
  const { store, fetch, now, answerMs, signal } = line;
  try {
    const answer = await fetch(store.statements, {
      method: 'POST',
      headers: {
        Authorization: store.authorization,
        'Content-Type': 'application/json',
        'X-Experience-API-Version': XAPI_VERSION,
      },
      body: JSON.stringify(parcels.map(({ statement }) => statement)),
      // The password is for this store, and for nobody that it points to.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
    });
    const { status } = answer;
    const text = await readText(answer);
    if (status >= 200 && status < 300)
      return isReceipt(text, parcels) ? { kind: 'taken' } : { kind: 'away', status, restMs: 0 };
    if (status === 409) return { kind: 'known' };
    if (status >= 400 && status < 500 && !AWAY.has(status))
      return { kind: 'refused', status, fault: `${status} ${text}`.trim().slice(0, MOST_FAULT) };
    return { kind: 'away', status, restMs: readRest(answer.headers.get('retry-after'), now()) };
  } catch {
    return { kind: 'away', status: null, restMs: 0 };
  }
}

async function readText(answer: Response): Promise<string> {
  let length = 0;
  const parts: Uint8Array[] = [];
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MOST_ANSWER_BYTES) throw new Error('the answer has no end');
    parts.push(part);
  }
  // A null character cannot be kept.
  return Buffer.concat(parts).toString('utf8').replaceAll('\0', '');
}

/** The ids of all of them. Anything else comes from something that is no store, such as the page of a proxy. */
function isReceipt(text: string, parcels: readonly Parcel[]): boolean {
  try {
    const ids = JSON.parse(text) as unknown;
    if (!Array.isArray(ids)) return false;
    const told = new Set(ids.map((id) => String(id).toLowerCase()));
    return parcels.every(({ id }) => told.has(id));
  } catch {
    return false;
  }
}

/** `Retry-After`: seconds or a date. @returns milliseconds, 0 when it says nothing */
export function readRest(header: string | null, now: Date): number {
  if (header === null) return 0;
  const wanted = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(wanted) ? Math.min(Math.max(0, wanted), MOST_REST_MS) : 0;
}
