import type { RefusalCode } from '../../wire/refusal.ts';

export const STATUS_OF: Readonly<Record<RefusalCode, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503>> =
  {
    notSignedIn: 401,
    notAllowed: 403,
    notFound: 404,
    badRequest: 400,
    tooLarge: 413,
    tooMany: 429,
    conflict: 409,
    wrongLogin: 401,
    notFresh: 403,
    weakPassword: 422,
    linkSpent: 410,
    codeUnknown: 404,
    nameTaken: 409,
    erased: 410,
    notReady: 503,
    stumbled: 500,
  };

/** Thrown by a handler: becomes `{ error, detail?, retryAfter? }` with the status that fits. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  constructor(code: RefusalCode, detail?: string, retryAfter?: number) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}
