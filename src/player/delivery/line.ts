import type { RefusalAnswer, RefusalCode } from '../../wire/refusal.ts';

/** Sends one request; rejects when no answer came. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** How long an answer may take, in milliseconds. */
const PATIENCE_MS = 20_000;

/** What became of a request. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  /** Nothing came back, or what came back was no answer of this server (a hotel's page, a proxy's). */
  | { readonly ok: false; readonly why: 'offline' }
  /** The server asks for patience. Seconds. */
  | { readonly ok: false; readonly why: 'busy'; readonly retryAfter: number }
  /** The server will not. */
  | { readonly ok: false; readonly why: 'refused'; readonly code: RefusalCode; readonly detail: string };

export interface Line {
  ask<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Reply<T>>;
}

const FOR_LATER = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A line to the server that the page came from. Never rejects. */
export function openLine(fetch: Fetch, token: () => string | null): Line {
  return {
    async ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
      const own = token();
      let response: Response;
      try {
        response = await fetch(path, {
          method,
          headers: {
            ...(own === null ? {} : { authorization: `Bearer ${own}` }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          credentials: 'omit',
          cache: 'no-store',
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        if (response.status === 204) return { ok: true, value: undefined as T };
        if (!/^application\/json/.test(response.headers.get('content-type') ?? ''))
          return { ok: false, why: 'offline' };
        const answer: unknown = await response.json();
        if (response.ok) return { ok: true, value: answer as T };
        const refusal = answer as Partial<RefusalAnswer>;
        if (FOR_LATER.has(response.status))
          return { ok: false, why: 'busy', retryAfter: readRetry(response, refusal.retryAfter) };
        return { ok: false, why: 'refused', code: refusal.error ?? 'stumbled', detail: refusal.detail ?? '' };
      } catch {
        return { ok: false, why: 'offline' };
      }
    },
  };
}

function readRetry(response: Response, said: number | undefined): number {
  const seconds = said ?? Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
