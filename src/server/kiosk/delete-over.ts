/** What was promised to visitors: everything of an event is deleted some days after it. */
import type { Grounds } from '../grounds.ts';
import { repeat } from '../repeat.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Visits of one statement: with their records they are large, and on the embedded database everybody else waits. */
const AT_ONCE = 200;

/** Deletes events whose time is up, with all their visits. Safe on several instances at once. @returns how many events */
export async function deleteOver({ db, now }: Pick<Grounds, 'db' | 'now'>): Promise<number> {
  const at = now();
  const over = await db.selectFrom('event').select('id').where('delete_at', '<=', at).execute();
  let count = 0;
  for (const { id } of over) {
    for (;;) {
      const some = db.selectFrom('visit').select('id').where('event_id', '=', id).limit(AT_ONCE);
      const { numDeletedRows } = await db.deleteFrom('visit').where('id', 'in', some).executeTakeFirstOrThrow();
      if (numDeletedRows < AT_ONCE) break;
    }
    const { numDeletedRows } = await db.deleteFrom('event').where('id', '=', id).executeTakeFirstOrThrow();
    count += Number(numDeletedRows);
  }
  return count;
}

/** Does it soon after the start and then hourly. @returns the way to stop, which waits for what is under way */
export function startDeletingOver(grounds: Grounds): () => Promise<void> {
  return repeat(grounds, {
    everyMs: HOUR_MS,
    failed: 'events could not be deleted',
    async work() {
      const events = await deleteOver(grounds);
      if (events > 0) grounds.log.info({ events }, 'events deleted');
    },
  });
}
