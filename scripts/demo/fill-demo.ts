/**
 * Fills an empty database with a team that has played for some weeks. Every record goes the way of a real one: written
 * by a simulated device, checked by the server, kept, projected and summed up; only the clock is set back.
 */
import { randomBytes } from 'node:crypto';

import type { Grounds } from '../../src/server/grounds.ts';
import { hashToken, makeToken } from '../../src/server/guard/tokens.ts';
import { deliver } from '../../src/server/records/deliver.ts';
import { writeNoStatements } from '../../src/server/records/statements-hook.ts';
import { MOST_BATCH_BYTES, MOST_RECORDS } from '../../src/wire/delivery.ts';
import type { StoredRecord } from '../../src/wire/records/read-record.ts';
import type { Attempt } from '../../src/wire/records/records.ts';
import { makeUuid7 } from '../../src/player/log/uuid.ts';
import { drawCast, type Character } from './cast.ts';
import { Chance } from './chance.ts';
import { copyRun, forgeScore } from './forge.ts';
import { Life } from './life.ts';
import { joiningOf, listSessions } from './rhythm.ts';
import { openStage } from './stage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface DemoWishes {
  /** From 1. */
  readonly players: number;
  /** From 14: shorter, and nobody can have stalled. */
  readonly days: number;
  readonly seed: number;
  /** The last moment of the demonstration. */
  readonly now: Date;
  /** Hears how far it is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface FilledDemo {
  readonly team: string;
  readonly deliveries: number;
  readonly records: number;
}

const TEAM_NAME = 'Lantern Street';
/** Ending of the demonstration's addresses: `.example` can belong to nobody (RFC 2606). */
export const DEMO_EMAIL = '@demo.example';

/** Somebody in the team, as the database knows them. */
interface Member {
  readonly id: string;
  readonly person: Character;
  readonly life: Life;
}

export async function fillDemo(grounds: Grounds, wishes: DemoWishes): Promise<FilledDemo> {
  const { players, days, seed, now, onProgress } = wishes;
  const stage = await openStage();
  const today = new Date(now.toISOString().slice(0, 10));
  const firstDay = new Date(today.getTime() - (days - 1) * DAY_MS);
  const chance = new Chance(seed, 'team');
  const team = await makeTeam(grounds, firstDay, chance);
  const members: Member[] = [];
  for (const person of drawCast(players, days, seed)) {
    const joined = joiningOf(person, firstDay);
    const life = new Life(stage, person, joined);
    members.push({ id: await makeMember(grounds, team, person, life, joined, chance), person, life });
  }
  const sessions = members
    .flatMap((member) => listSessions(member.person, firstDay, now).map((begins) => ({ member, begins })))
    .toSorted((a, b) => a.begins.getTime() - b.begins.getTime() || (a.member.id < b.member.id ? -1 : 1));
  const sent = { team, deliveries: 0, records: 0 };
  const send = async ({ id, life }: Member, records: readonly StoredRecord[]): Promise<void> => {
    for (const batch of split(records)) {
      const last = Math.max(...batch.map(({ at }) => at));
      const at = new Date(Math.min(now.getTime(), last + 1000));
      const from = { player: id, device: life.device.id };
      await deliver({ ...grounds, now: () => at }, from, { game: 'demo', records: batch }, writeNoStatements);
      sent.deliveries++;
      sent.records += batch.length;
    }
  };
  for (const [turn, { member, begins }] of sessions.entries()) {
    const daysLeft = Math.floor((today.getTime() + DAY_MS - begins.getTime()) / DAY_MS);
    await send(member, member.life.play(begins, daysLeft));
    onProgress?.((turn + 1) / sessions.length);
  }
  for (const { member, forged } of listForgeries(members, now)) await send(member, [forged]);
  await makeAccounts(grounds, team, firstDay, chance);
  return sent;
}

/** Ids follow from the seed; secrets do not. */
async function makeTeam({ db }: Grounds, at: Date, chance: Chance): Promise<string> {
  const id = makeUuid7(at.getTime(), chance.fillRandom);
  await db.insertInto('team').values({ id, name: TEAM_NAME, retention_days: null, created_at: at }).execute();
  return id;
}

/**
 * The owner, and the manager who is signed in by one press; nobody has a password. They come last: where there is an
 * account, the demonstration is whole.
 */
async function makeAccounts({ db }: Grounds, team: string, at: Date, chance: Chance): Promise<void> {
  const [owner, manager] = [1, 2].map(() => makeUuid7(at.getTime(), chance.fillRandom)) as [string, string];
  const made = { password: null, created_at: at };
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('account')
      .values([
        { id: owner, role: 'owner', name: 'Olga', email: `owner${DEMO_EMAIL}`, ...made },
        { id: manager, role: 'manager', name: 'Max', email: `manager${DEMO_EMAIL}`, ...made },
      ])
      .execute();
    await transaction.insertInto('team_manager').values({ team_id: team, account_id: manager }).execute();
  });
}

/** A member with one device. Nobody has the device's token or the recovery words: they are thrown away. */
async function makeMember(
  { db }: Grounds,
  team: string,
  { name }: Character,
  { device }: Life,
  joined: Date,
  chance: Chance,
): Promise<string> {
  const id = makeUuid7(joined.getTime(), chance.fillRandom);
  const recovery = randomBytes(32);
  const times = { created_at: joined, seen_at: joined };
  await db
    .insertInto('player')
    .values({ id, team_id: team, kind: 'player', name, recovery, ...times })
    .execute();
  await db
    .insertInto('device')
    .values({ player_id: id, id: device.id, token: hashToken(makeToken()), ...times })
    .execute();
  return id;
}

/** One result with an edited score, and one that is a colleague's run. */
function listForgeries(
  members: readonly Member[],
  now: Date,
): readonly { readonly member: Member; readonly forged: StoredRecord }[] {
  const at = now.getTime() - DAY_MS;
  return members.flatMap((member) => {
    const payload = forgeFor(member, members, at);
    return payload === null ? [] : [{ member, forged: member.life.device.write({ type: 'attempt', payload }, at) }];
  });
}

function forgeFor({ person, life }: Member, members: readonly Member[], at: number): Attempt | null {
  const own = life.attempts.at(-1);
  if (person.part === 'forger') return own === undefined ? null : forgeScore(own);
  if (person.part !== 'copier') return null;
  const [other] = members
    .filter((member) => member.life !== life)
    .flatMap((member) => member.life.attempts)
    .toSorted((a, b) => b.endedAt - a.endedAt);
  return other === undefined ? null : copyRun(other, at);
}

/** Batches that a server takes: not too many records, not too many bytes. */
function split(records: readonly StoredRecord[]): readonly (readonly StoredRecord[])[] {
  const batches: StoredRecord[][] = [];
  let bytes = Infinity;
  for (const record of records) {
    const size = Buffer.byteLength(JSON.stringify(record));
    if ((batches.at(-1)?.length ?? 0) >= MOST_RECORDS || bytes + size > MOST_BATCH_BYTES / 2) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(record);
    bytes += size;
  }
  return batches;
}
