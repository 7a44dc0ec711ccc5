/** Makes this device a kiosk of a team, by a code that the team's manager made for kiosks. */
import * as v from 'valibot';
import { readTyped } from '../../app/joining/typed-code.ts';
import type { Joined } from '../../wire/joining.ts';
import { REFUSAL_CODES, type RefusalAnswer, type RefusalCode } from '../../wire/refusal.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';

/** `playersCode`: it is a code for players; nothing of the joining is left. `offline`: no answer came. */
export type WhyNotJoined = RefusalCode | 'offline' | 'playersCode';

export type TeamJoined =
  | { readonly ok: true; readonly membership: NonNullable<KioskHere['membership']> }
  | { readonly ok: false; readonly why: WhyNotJoined };

/** Longest name of a player, which a kiosk is to the server. */
const LONGEST_NAME = 40;

/** What counts of the answer. */
const JoinedSchema: v.GenericSchema<unknown, Pick<Joined, 'team' | 'token' | 'recovery'>> = v.object({
  team: v.string(),
  token: v.string(),
  recovery: v.array(v.number()),
});

/** `name`: what the team's manager reads; the server tells kiosks of one name apart. Never rejects. */
export async function joinTeam(code: string, name: string): Promise<TeamJoined> {
  // A cut must not go through the middle of a character.
  const shown = [...name.trim()].slice(0, LONGEST_NAME).join('').slice(0, LONGEST_NAME).trim();
  const answer = await fetch('/api/join', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ code: readTyped(code).code, name: shown, device: crypto.randomUUID() }),
  }).catch(() => null);
  if (answer === null) return { ok: false, why: 'offline' };
  if (!answer.ok) return { ok: false, why: await readWhy(answer) };
  const joined = v.safeParse(JoinedSchema, await answer.json().catch(() => null));
  // A hotel's page, or another stranger's, in the server's place.
  if (!joined.success) return { ok: false, why: 'offline' };
  const { team, token, recovery } = joined.output;
  if (recovery.length === 0) return { ok: true, membership: { team, token } };
  // Only people get words to come back with. A kiosk among the team's people would stand in every report.
  await fetch('/api/me', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } }).catch(() => null);
  return { ok: false, why: 'playersCode' };
}

async function readWhy(answer: Response): Promise<RefusalCode> {
  const told = (await answer.json().catch(() => ({}))) as Partial<RefusalAnswer>;
  return REFUSAL_CODES.find((each) => each === told.error) ?? 'stumbled';
}
