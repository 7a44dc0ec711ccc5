import * as v from 'valibot';
import type { Joined } from '../../wire/joining.ts';
import type { Database } from '../log/database.ts';

/** Whom this device plays as on a team server. */
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
  const row = v.safeParse(RowSchema, await database.get('meta', 'membership'));
  if (!row.success) return null;
  const { key: _, ...membership } = row.output;
  return membership;
}

/** Keeps the membership, or forgets it (null). The records stay where they are. */
export async function writeMembership(database: Database, membership: Membership | null): Promise<void> {
  if (membership === null) await database.delete('meta', 'membership');
  else await database.put('meta', { key: 'membership', ...membership });
}
