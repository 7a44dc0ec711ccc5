/** What was promised to visitors: everything of an event is deleted some days after it. */
import { tellError } from '../log.ts';
import type { Grounds } from '../grounds.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Soon after the start, so that a server which is restarted every night still does it. */
const FIRST_AFTER_MS = 60 * 1000;
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
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(run, FIRST_AFTER_MS);
  timer.unref();

  function run(): void {
    running = work().finally(() => {
      if (stopped) return;
      timer = setTimeout(run, HOUR_MS);
      timer.unref();
    });
  }
  async function work(): Promise<void> {
    try {
      const events = await deleteOver(grounds);
      if (events > 0) grounds.log.info({ events }, 'events deleted');
    } catch (error) {
      grounds.log.error({ error: tellError(error) }, 'events could not be deleted');
    }
  }
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
