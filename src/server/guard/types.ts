/**
 * What stands before every handler. The mounting calls `admit` once per request and the handler with what it gives; it
 * throws a `Refusal` when the call may not go on. Nobody else reads cookies or tokens.
 */
import type { Grounds } from '../grounds.ts';
import type { Caller, Route } from '../routing/route.ts';

export interface Asked {
  readonly route: Pick<Route, 'method' | 'path' | 'allow' | 'limits' | 'body' | 'mostBytes'>;
  /** Values of the path's `:names`. */
  readonly params: Readonly<Record<string, string>>;
  readonly request: Request;
  /** Address of the other end of the connection; undefined where there is none (a test without a socket). */
  readonly peer: string | undefined;
}

export interface Admitted {
  readonly caller: Caller;
  /** For rate limits only; never stored, never logged. */
  readonly address: string;
}

/**
 * In this order: where the request comes from (cross-site writes are refused), who calls, whether the route allows
 * that role and that team, how often.
 *
 * @throws Refusal `notAllowed`, `notSignedIn`, `notFound` (a team of others), `erased`, `tooMany`, `badRequest`
 */
export type Admit = (grounds: Grounds, asked: Asked) => Promise<Admitted>;

/** Handed to the mounting; `guard` of `./index.ts` is the real one. */
export interface Guard {
  readonly admit: Admit;
}
