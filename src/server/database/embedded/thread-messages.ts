/** What passes between the server's thread and the database's. */
import type { SessionAnswer, WireValue } from './session.ts';

/** Handed over when the thread starts. */
export interface ThreadGiven {
  /** Folder of PGlite's files, which nobody else has open. */
  readonly folder: string;
}

export type ToThread =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly WireValue[] }
  | { readonly id: number; readonly close: true };

export type FromThread =
  | { readonly open: true }
  | { readonly id: number; readonly answer: SessionAnswer }
  | { readonly id: number; readonly closed: true }
  | { readonly id: number; readonly fault: Fault }
  /** PostgreSQL itself has stopped: no statement will be answered any more. */
  | { readonly dead: Fault };

/** What is kept of an error on its way between threads; never the parameters. */
export interface Fault {
  readonly message: string;
  /** PostgreSQL's five characters; absent when it was no error of a statement. */
  readonly code?: string;
  readonly detail?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
}

const FIELDS = ['code', 'detail', 'constraint', 'table', 'column'] as const;

export function toFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { message: String(error) };
  const said = error as Error & Readonly<Record<string, unknown>>;
  const fields = FIELDS.filter((field) => typeof said[field] === 'string').map((field) => [field, said[field]]);
  return { message: error.message, ...(Object.fromEntries(fields) as Omit<Fault, 'message'>) };
}

/** An error of the embedded database; `code` is the same as the `pg` driver's. */
export class LiteError extends Error {
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'LiteError';
    this.code = fault.code;
    this.detail = fault.detail;
    this.constraint = fault.constraint;
    this.table = fault.table;
    this.column = fault.column;
  }
}

/** Whether an error is one of a statement, after which the session goes on. */
export function isOfStatement(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  const severity = (error as { severity?: unknown } | null)?.severity;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && severity !== 'FATAL' && severity !== 'PANIC';
}
