/** Asking the server. Whatever goes wrong comes back as a code that has a text. */
import { REFUSAL_CODES, type RefusalAnswer, type RefusalCode } from '../../wire/refusal.ts';

/** Why there is no answer: the server's own code, or `offline` when none came at all. */
export type Fault = RefusalCode | 'offline';

export class Refused extends Error {
  readonly code: Fault;
  /** Seconds after which to try again. */
  readonly retryAfter: number | undefined;
  constructor(code: Fault, retryAfter?: number) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** What is done when an answer says that nobody is signed in any more. */
let onSignedOut: () => void = () => undefined;

/** Sets what is done when the server no longer knows who asks. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/**
 * Asks the server for JSON. The answer is the server's own, so its form is taken as said in `src/wire`.
 * @throws Refused with the server's code; `offline` when there is no answer; `stumbled` when it makes no sense
 */
export async function ask<Answer>(path: string, { method = 'GET', body, signal }: Asking = {}): Promise<Answer> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((reason: unknown) => {
    if (signal?.aborted === true) throw reason;
    throw new Refused('offline');
  });
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as Answer;
  const refused = await readRefusal(answer);
  if (refused.code === 'notSignedIn') onSignedOut();
  throw refused;
}

async function readRefusal(answer: Response): Promise<Refused> {
  const told = (await answer.json().catch(() => ({}))) as Partial<RefusalAnswer>;
  const code = REFUSAL_CODES.find((each) => each === told.error) ?? 'stumbled';
  const header = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return new Refused(code, told.retryAfter ?? (Number.isFinite(header) ? header : undefined));
}

/** The code of whatever was thrown: what is no refusal is a stumble of our own. */
export function faultOf(reason: unknown): Refused {
  return reason instanceof Refused ? reason : new Refused('stumbled');
}
