import { type Kysely, sql } from 'kysely';

/** Asks the smallest question. Rejects when the answer takes longer than it may. */
export async function answerWithin<Shape>(db: Kysely<Shape>, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${withinMs} ms.`)), withinMs);
  });
  try {
    await Promise.race([sql`select 1`.execute(db), late]);
  } finally {
    clearTimeout(timer);
  }
}
