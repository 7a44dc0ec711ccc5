/**
 * One row of the table of routes. Who may call it, with what, and how often, is data: the mounting checks it before the
 * handler runs, and a test walks role × route × own or other team.
 */
import type { GenericSchema } from 'valibot';
import type { Grounds } from '../grounds.ts';

export const ROLES = ['nobody', 'player', 'kiosk', 'manager', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export type Caller =
  | { readonly role: 'nobody' }
  | { readonly role: 'player' | 'kiosk'; readonly player: string; readonly team: string; readonly device: string }
  | {
      readonly role: 'manager' | 'owner';
      readonly account: string;
      readonly teams: readonly string[];
      readonly session: Buffer;
    };

export interface RateLimit {
  /** Calls allowed in a window, or kilobytes of their bodies. */
  readonly count: number;
  /** What is counted; calls when not said. Kilobytes are what a body says of its length, or the most that it may have. */
  readonly of?: 'calls' | 'kilobytes';
  readonly seconds: number;
  /** Whose calls are counted together. */
  readonly by: 'address' | 'caller' | 'everyone';
}

export interface Call<Body = unknown> {
  readonly grounds: Grounds;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly request: Request;
  /** The caller's address, by the trusted proxies; for rate limits only, never stored. */
  readonly address: string;
}

/** What a handler gives back: JSON by default; `Response` for streams, files and cookies. */
export type Reply = Response | { readonly status?: 200 | 201 | 202 | 204; readonly json?: unknown };

export interface Route<Body = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Begins with `/api/`. With `:team` in it, managers must have that team; players and kiosks must be of it. */
  readonly path: string;
  readonly allow: readonly Role[];
  /** Form of the body; without one, no body is read. Strict: unknown fields are refused. */
  readonly body?: GenericSchema<unknown, Body>;
  /** Most bytes of the body; 16 kB when not said. */
  readonly mostBytes?: number;
  readonly limits?: readonly RateLimit[];
  handle(call: Call<Body>): Promise<Reply>;
}

/** Gives the body's type to the handler, and hides it again so that routes fit in one list. */
export function route<Body>(row: Route<Body>): Route {
  return row;
}
