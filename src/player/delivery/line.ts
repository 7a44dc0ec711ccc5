import { REFUSAL_CODES, type RefusalAnswer, type RefusalCode } from '../../wire/refusal.ts';

/** Sends one request; rejects when no answer came. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** How long an answer may take, in milliseconds. */
const PATIENCE_MS = 20_000;

/** What became of a request. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  /** Nothing came back, or what came back was no answer of this server (a hotel's page, a proxy's). */
  | { readonly ok: false; readonly why: 'offline' }
  /** The server, or what stands before it, asks for patience. Seconds. */
  | { readonly ok: false; readonly why: 'busy'; readonly retryAfter: number }
  /** The server will not. */
  | { readonly ok: false; readonly why: 'refused'; readonly code: RefusalCode; readonly detail: string };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Line {
  ask<T>(method: Method, path: string, body?: unknown): Promise<Reply<T>>;
}

const FOR_LATER = new Set([408, 425, 429, 500, 502, 503, 504]);
const OFFLINE = { ok: false, why: 'offline' } as const;

/** A line to the server that the page came from, as the player of a token, or (null) as nobody. Never rejects. */
export function openLine(fetch: Fetch, token: string | null): Line {
  return {
    async ask<T>(method: Method, path: string, body?: unknown): Promise<Reply<T>> {
      try {
        const response = await fetch(path, {
          method,
          headers: {
            ...(token === null ? {} : { authorization: `Bearer ${token}` }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          credentials: 'omit',
          cache: 'no-store',
          // The server never sends elsewhere; who does is not the server, and gets neither token nor results.
          redirect: 'error',
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        return await readReply<T>(response);
      } catch {
        return OFFLINE;
      }
    },
  };
}

/** Only JSON is the server's own answer; of others the status is believed where nothing can be lost by it. */
async function readReply<T>(response: Response): Promise<Reply<T>> {
  if (response.status === 204) return { ok: true, value: undefined as T };
  const isJson = /^application\/json\s*(;|$)/i.test(response.headers.get('content-type') ?? '');
  const answer: unknown = isJson ? await response.json() : undefined;
  if (response.ok) return isJson ? { ok: true, value: answer as T } : OFFLINE;
  const refusal: Partial<RefusalAnswer> = typeof answer === 'object' && answer !== null ? answer : {};
  if (FOR_LATER.has(response.status))
    return { ok: false, why: 'busy', retryAfter: readRetry(response, refusal.retryAfter) };
  const said = REFUSAL_CODES.find((code) => code === refusal.error);
  const code = said ?? (response.status === 413 ? 'tooLarge' : undefined);
  if (code === undefined) return OFFLINE;
  return { ok: false, why: 'refused', code, detail: refusal.detail ?? '' };
}

function readRetry(response: Response, said: unknown): number {
  const seconds = typeof said === 'number' ? said : Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
