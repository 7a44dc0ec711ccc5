import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { Refusal } from '../routing/refusal.ts';
import { sameName, takenNames } from './names.ts';

export interface Rename {
  readonly player: string;
  readonly team: string;
  readonly name: string;
  /** The owner or manager who does it; null for the player. */
  readonly by: string | null;
}

/** @throws Refusal `nameTaken` when somebody of the team is called so, `notFound` */
export async function renamePlayer(grounds: Grounds, { player, team, name, by }: Rename): Promise<void> {
  await grounds.db.transaction().execute(async (db) => {
    const taken = await takenNames(db, team, player);
    if (taken.some((other) => sameName(other) === sameName(name))) throw new Refusal('nameTaken');
    const renamed = await db
      .updateTable('player')
      .set({ name })
      .where('id', '=', player)
      .where('team_id', '=', team)
      .returning('id')
      .executeTakeFirst();
    if (renamed === undefined) throw new Refusal('notFound');
    await writeAudit(db, grounds, { action: 'playerRenamed', account: by, team, subject: player });
  });
}
