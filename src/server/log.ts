/** The log: one JSON object a line. Never an address, a name, a query or a parameter: only what happened, where and how long. */
import { pino, type Logger } from 'pino';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** @param out where the lines go; by default the process's output */
export function makeLog(level: LogLevel, out?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Whoever logs an error as it is, logs no more of it than may be told.
    serializers: { err: tellError, error: (error: unknown) => (error instanceof Error ? tellError(error) : error) },
  };
  return out === undefined ? pino(options) : pino(options, out);
}

/** What may be told of an error. Its message may repeat what somebody typed, so of a database's error only codes and names. */
export interface ToldError {
  readonly name: string;
  /** PostgreSQL's or the system's code. */
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  /** Only for errors of the program's own making. */
  readonly message?: string;
  /** Where it came from: frames only. */
  readonly frames?: readonly string[];
}

const MOST_FRAMES = 8;

/** Reduces an error to what carries no personal data. */
export function tellError(error: unknown): ToldError {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const fromElsewhere = typeof code === 'string';
  return {
    name: error.name,
    ...(fromElsewhere ? { code } : { message: error.message }),
    ...(typeof table === 'string' ? { table } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    frames: (error.stack ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('at '))
      .slice(0, MOST_FRAMES),
  };
}
