/** Codes that one types: a team's for joining, and one's own for a second device. */
import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';

import { CODE_LENGTH, CODE_LETTERS, normaliseCode } from '../../wire/joining.ts';
import type { Tables } from '../database/tables.ts';
import type { Grounds, KeyRing } from '../grounds.ts';

/** 28^10: 48 bits, for a code that opens one player and lives ten minutes. */
const PAIRING_LENGTH = 10;

/** A fresh team code: eight letters, 38 bits. */
export function makeJoinCode(): string {
  return makeCode(CODE_LENGTH);
}
/** A fresh code for a second device. */
export function makePairingCode(): string {
  return makeCode(PAIRING_LENGTH);
}

/** A code as it is shown: in two halves. */
export function showCode(code: string): string {
  return `${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}`;
}

/** What is kept of a typed code; full-width letters, small ones and hyphens make no difference. */
export function markCode(keys: KeyRing, kind: 'join' | 'pairing', typed: string): Buffer {
  return keys.mark(`${kind} code`, normaliseCode(typed));
}

export interface OpenCode {
  readonly id: string;
  readonly team: string;
  readonly kind: 'player' | 'kiosk';
}

/** The code, if somebody can join by it now. Unknown, expired, spent and revoked look the same from outside. */
export async function findOpenCode(
  db: Kysely<Tables>,
  { keys, now }: Pick<Grounds, 'keys' | 'now'>,
  typed: string,
): Promise<OpenCode | null> {
  const found = await db
    .selectFrom('join_code')
    .select(['id', 'team_id', 'kind'])
    .where('code', '=', markCode(keys, 'join', typed))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now())
    .whereRef('uses', '<', 'most_uses')
    .executeTakeFirst();
  return found === undefined ? null : { id: found.id, team: found.team_id, kind: found.kind };
}

/** Counts one joining on the code; of two at once on its last use, one gets it. */
export async function useCode(
  db: Kysely<Tables>,
  { keys, now }: Pick<Grounds, 'keys' | 'now'>,
  typed: string,
): Promise<OpenCode | null> {
  const used = await db
    .updateTable('join_code')
    .set((at) => ({ uses: at('uses', '+', 1) }))
    .where('code', '=', markCode(keys, 'join', typed))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now())
    .whereRef('uses', '<', 'most_uses')
    .returning(['id', 'team_id', 'kind'])
    .executeTakeFirst();
  return used === undefined ? null : { id: used.id, team: used.team_id, kind: used.kind };
}

function makeCode(length: number): string {
  return Array.from({ length }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}
