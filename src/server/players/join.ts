/** Coming into a team: by its code, or as the same player from another device. */
import type { Kysely, Transaction } from 'kysely';

import type { Joined, JoinLook } from '../../wire/joining.ts';
import type { Tables } from '../database/tables.ts';
import { makeUuid } from '../database/uuid.ts';
import type { Grounds } from '../grounds.ts';
import { writeAudit } from '../guard/audit.ts';
import { findOpenCode, markCode, useCode, type OpenCode } from './codes.ts';
import { addDevice } from './devices.ts';
import { takenNames, tellApart } from './names.ts';
import { rememberWords, takePairing } from './pairing.ts';
import { hashRecovery, makeRecovery } from './recovery.ts';

/** What managers can see of a player; said before joining, and kept true by the reports. */
export const SEES: JoinLook['sees'] = ['name', 'acts', 'ranks', 'answers', 'bets', 'times', 'runs'];

/** A joining whose answer was lost is repeated by the device within this time. */
const AGAIN_MS = 10 * 60 * 1000;

/** What a code leads to; null for a wrong one. */
export async function lookAtCode(grounds: Grounds, code: string): Promise<JoinLook | null> {
  const open = await findOpenCode(grounds.db, grounds, code);
  if (open === null) return null;
  const team = await grounds.db
    .selectFrom('team')
    .select(['name', 'retention_days'])
    .where('id', '=', open.team)
    .executeTakeFirst();
  return team === undefined ? null : { team: team.name, retentionDays: team.retention_days, sees: SEES };
}

/** Makes a player by a team's code; null for a wrong code. */
export async function joinByCode(
  grounds: Grounds,
  { code, name, device }: { readonly code: string; readonly name: string; readonly device: string },
): Promise<Joined | null> {
  const done = await grounds.db.transaction().execute(async (db) => {
    const open = await useCode(db, grounds, code);
    if (open === null) return null;
    const taken = await takenNames(db, open.team);
    const again = await findJustJoined(db, grounds, open, device, name);
    if (again !== null) await takeBackUse(db, open.id);
    const player = again?.id ?? makeUuid(grounds.now());
    const kept = again?.name ?? tellApart(name, taken);
    const recovery = open.kind === 'kiosk' ? [] : makeRecovery();
    const hash = recovery.length === 0 ? null : hashRecovery(recovery);
    if (again !== null) await db.updateTable('player').set({ recovery: hash }).where('id', '=', player).execute();
    else {
      const at = grounds.now();
      await db
        .insertInto('player')
        .values({
          id: player,
          team_id: open.team,
          kind: open.kind,
          name: kept,
          recovery: hash,
          created_at: at,
          seen_at: at,
        })
        .execute();
      await writeAudit(db, grounds, { action: 'playerJoined', team: open.team, subject: player });
    }
    const token = await addDevice(db, grounds, player, device);
    return { team: open.team, joined: await describe(db, player, token, recovery) };
  });
  if (done === null) return null;
  const { team, joined } = done;
  await grounds.changes.tell({ team, player: joined.player, what: 'joined', at: grounds.now().toISOString() });
  return joined;
}

/** Makes a device a player's by a pairing code or by recovery words; null for wrong ones. */
export async function joinSecond(
  grounds: Grounds,
  device: string,
  by: { readonly way: 'pairing'; readonly code: string } | { readonly way: 'words'; readonly words: readonly number[] },
): Promise<Joined | null> {
  return grounds.db.transaction().execute(async (db) => {
    let recovery: readonly number[] = [];
    let player: string | null;
    if (by.way === 'pairing') player = await takePairing(db, grounds, markCode(grounds.keys, 'pairing', by.code));
    else {
      const mark = grounds.keys.mark('recovery again', `${device} ${by.words.join(' ')}`);
      player = (await findByWords(db, by.words)) ?? (await takePairing(db, grounds, mark));
      if (player !== null) {
        // Words that were used are void: who looked over a shoulder gets nothing with them.
        recovery = makeRecovery();
        await db
          .updateTable('player')
          .set({ recovery: hashRecovery(recovery) })
          .where('id', '=', player)
          .execute();
        await rememberWords(db, grounds, player, mark);
      }
    }
    if (player === null) return null;
    const token = await addDevice(db, grounds, player, device);
    const joined = await describe(db, player, token, recovery);
    await writeAudit(db, grounds, { action: 'deviceAdded', subject: player });
    return joined;
  });
}

async function findByWords(db: Kysely<Tables>, words: readonly number[]): Promise<string | null> {
  const found = await db
    .selectFrom('player')
    .select('id')
    .where('recovery', '=', hashRecovery(words))
    .forUpdate()
    .executeTakeFirst();
  return found?.id ?? null;
}

async function describe(
  db: Transaction<Tables>,
  player: string,
  token: string,
  recovery: readonly number[],
): Promise<Joined> {
  const { name, team } = await db
    .selectFrom('player')
    .innerJoin('team', 'team.id', 'player.team_id')
    .select(['player.name', 'team.name as team'])
    .where('player.id', '=', player)
    .executeTakeFirstOrThrow();
  return { player, name, team, token, recovery };
}

/** Somebody who joined minutes ago from this one device under this name, and has delivered nothing yet. */
async function findJustJoined(
  db: Kysely<Tables>,
  { now }: Pick<Grounds, 'now'>,
  { team, kind }: OpenCode,
  device: string,
  wished: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const rows = await db
    .selectFrom('player')
    .innerJoin('device', 'device.player_id', 'player.id')
    .select(['player.id', 'player.name'])
    .where('player.team_id', '=', team)
    .where('player.kind', '=', kind)
    .where('device.id', '=', device)
    .where('player.created_at', '>', new Date(now().getTime() - AGAIN_MS))
    .where((at) =>
      at.not(at.exists(at.selectFrom('record').select('record.id').whereRef('record.player_id', '=', 'player.id'))),
    )
    .where((at) =>
      at.not(
        at.exists(
          at
            .selectFrom('device as other')
            .select('other.id')
            .whereRef('other.player_id', '=', 'player.id')
            .where('other.id', '!=', device),
        ),
      ),
    )
    .execute();
  return rows.find(({ name }) => name === wished || name.replace(/ \(\d+\)$/, '') === wished) ?? null;
}

async function takeBackUse(db: Kysely<Tables>, code: string): Promise<void> {
  await db
    .updateTable('join_code')
    .set((at) => ({ uses: at('uses', '-', 1) }))
    .where('id', '=', code)
    .execute();
}
