/** Whom this device plays as on a team server. Other tabs write here too, so every change is one transaction. */
import * as v from 'valibot';
import type { Joined } from '../../wire/joining.ts';
import type { Database } from '../log/database.ts';
import { writeAtOnce } from '../log/write.ts';

export interface Membership {
  readonly player: string;
  readonly name: string;
  readonly team: string;
  /** The device's own token. It opens this player's results only, and can be revoked from another device. */
  readonly token: string;
  /** How far the records of the player's other devices have been read. */
  readonly readUpTo: number;
}

const RowSchema = v.object({
  key: v.literal('membership'),
  player: v.string(),
  name: v.string(),
  team: v.string(),
  token: v.string(),
  readUpTo: v.number(),
});
export type MembershipRow = Readonly<v.InferOutput<typeof RowSchema>>;

/** The membership that a server's answer makes. */
export function beginMembership({ player, name, team, token }: Joined): Membership {
  return { player, name, team, token, readUpTo: 0 };
}

/** What is kept; null when this device is of no team, or when what is there cannot be read (joining again mends that). */
export async function readMembership(database: Database): Promise<Membership | null> {
  return readRow(await database.get('meta', 'membership'));
}

/**
 * Keeps a new membership and puts the whole log into the outbox: results from before, also those that another team's
 * server has, belong to the player, and this team gets them too. Both or neither. One that comes `late` must not take the
 * place of another tab's: then it goes nowhere, unless what lies there is still that of the token given.
 */
export async function keepMembership(
  database: Database,
  membership: Membership,
  late?: { readonly after: string | undefined },
): Promise<void> {
  await writeAtOnce(database, ['meta', 'outbox', 'records'], async (transaction) => {
    const there = readRow(await transaction.objectStore('meta').get('membership'));
    if (late !== undefined && there !== null && there.token !== late.after) return;
    await transaction.objectStore('meta').put({ key: 'membership', ...membership });
    for (const id of await transaction.objectStore('records').getAllKeys())
      await transaction.objectStore('outbox').put({ id });
  });
}

/** Changes the membership of a token; nothing when the device plays as somebody else by now. */
export async function changeMembership(
  database: Database,
  token: string,
  change: Partial<Pick<Membership, 'name' | 'team' | 'readUpTo'>>,
): Promise<void> {
  await writeAtOnce(database, ['meta'], async (transaction) => {
    const row = readRow(await transaction.objectStore('meta').get('membership'));
    if (row?.token === token) await transaction.objectStore('meta').put({ key: 'membership', ...row, ...change });
  });
}

/** Forgets the membership of a token; the records stay. Nothing when the device plays as somebody else by now. */
export async function dropMembership(database: Database, token: string): Promise<void> {
  await writeAtOnce(database, ['meta'], async (transaction) => {
    const row = readRow(await transaction.objectStore('meta').get('membership'));
    if (row?.token === token) await transaction.objectStore('meta').delete('membership');
  });
}

function readRow(raw: unknown): Membership | null {
  const row = v.safeParse(RowSchema, raw);
  if (!row.success) return null;
  const { key: _, ...membership } = row.output;
  return membership;
}
