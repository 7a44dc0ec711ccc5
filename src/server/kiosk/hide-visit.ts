import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';

/**
 * Takes a visit from its event's board. Its visitor can still claim it.
 *
 * @throws Refusal `notFound` when the event has no such visit, or is another team's
 */
export async function hideVisit(
  { db, now }: Pick<Grounds, 'db' | 'now'>,
  team: string,
  { event, visit }: { readonly event: string; readonly visit: string },
): Promise<void> {
  const hidden = await db
    .updateTable('visit')
    .set((at) => ({ hidden_at: at.fn.coalesce('hidden_at', at.val(now())) }))
    .where('id', '=', visit)
    .where('event_id', '=', event)
    .where((at) =>
      at.exists(
        at
          .selectFrom('event')
          .select('event.id')
          .whereRef('event.id', '=', 'visit.event_id')
          .where('team_id', '=', team),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  if (hidden === undefined) throw new Refusal('notFound');
}
