import type { RefusalAnswer } from '../../wire/refusal.ts';
import { Refusal, STATUS_OF } from './refusal.ts';

/** Seconds after which it is worth asking a database again that could not answer. */
const AGAIN_SECONDS = 5;
/** Connection lost, too few resources, shutting down, serialization failure, deadlock; refused by the system. */
const PASSING = /^(08|53|57|40)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** Data exceptions: a text that is no UUID, a number too large, a NUL character. What was sent is wrong, not we. */
const BAD_DATA = /^22/;

/** What an error that a handler threw is to the caller. Anything unexpected is `stumbled`, and nothing more is said of it. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && BAD_DATA.test(code)) return new Refusal('badRequest', 'a value that cannot be kept');
  // A row that this one hangs on was deleted meanwhile, such as a team with its codes.
  if (code === '23503') return new Refusal('notFound');
  if (typeof code === 'string' && PASSING.test(code)) return new Refusal('notReady', undefined, AGAIN_SECONDS);
  return new Refusal('stumbled');
}

export function answerRefusal(refusal: Refusal): Response {
  const { code, detail, retryAfter } = refusal;
  const body: RefusalAnswer = {
    error: code,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(Math.ceil(retryAfter)));
  return Response.json(body, { status: STATUS_OF[code], headers });
}
