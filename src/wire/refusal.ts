/** What a server answers when it will not: `{ "error": code }`, with the status that fits. Texts: `server.<code>`. */
export const REFUSAL_CODES = [
  'notSignedIn',
  'notAllowed',
  'notFound',
  'badRequest',
  'tooLarge',
  'tooMany',
  'conflict',
  'wrongLogin',
  'notFresh',
  'weakPassword',
  'linkSpent',
  'codeUnknown',
  'nameTaken',
  'erased',
  'notReady',
  'stumbled',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface RefusalAnswer {
  readonly error: RefusalCode;
  /** Where in what was sent, and what is wrong there (English, for developers). */
  readonly detail?: string;
  /** Seconds after which to try again. */
  readonly retryAfter?: number;
}

/**
 * The company's sign-in ends at `/team`, or at `/team/signin?refused=<one of these>`. (Not in `accounts.ts`: whoever
 * needs only these must not carry the forms.)
 */
export const COMPANY_REFUSALS = ['unverified', 'unknown', 'failed'] as const;
