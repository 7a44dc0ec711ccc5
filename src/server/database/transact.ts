/** Transactions that may have to be tried again, and what a database's error says about whose fault it is. */
import type { Kysely, Transaction } from 'kysely';

/** Tries before one gives up on a database whose transactions meet. */
const TRIES = 4;
/** Transactions that met (deadlock, serialisation): the database undid one of them, and it may simply come again. */
const MET = new Set(['40P01', '40001']);
/** Classes of errors that the data bring about: what a value is (22), what it must be to the others (23). */
const OF_THE_DATA = /^2[23]/;

/** Runs a transaction, again when it met another one. `work` must do nothing outside of the database. */
export async function transact<Shape, Result>(
  db: Kysely<Shape>,
  work: (transaction: Transaction<Shape>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (!MET.has(codeOf(error)) || tries >= TRIES) throw error;
    }
  }
}

/** Whether the database refused a value, so that sending it again would come to the same. */
export function isOfTheData(error: unknown): boolean {
  return OF_THE_DATA.test(codeOf(error));
}

/** The five characters of the database's error; empty when it is none. */
export function codeOf(error: unknown): string {
  const { code } = (typeof error === 'object' && error !== null ? error : {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
