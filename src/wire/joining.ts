/**
 * How a player joins a team, without e-mail or password: a code from the manager and a name. The device gets a token
 * of its own; a second device gets one by QR or by recovery words.
 */
import * as v from 'valibot';

/** No 0/O/1/I/L/U, and no vowels, so that a code never spells a word. */
export const CODE_LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

/**
 * Brings a typed code to its one form: full-width letters (Chinese keyboards) narrowed, upper case, no separators.
 * Letters of other alphabets stay, so that whoever types on a Russian keyboard is told what is wrong.
 */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A name as a player types it: 1 to 40 characters, no control or direction characters. */
export const NameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.normalize('NFC'),
  v.minLength(1, 'is empty'),
  v.maxLength(40, 'is too long'),
  v.regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cn}]*$/u, 'has characters that cannot be shown'),
);

const Uuid = v.pipe(v.string(), v.uuid());

/** `POST /api/join/look` {code}: before anything is kept, what the code leads to and what will be seen. */
export const LookSchema = v.strictObject({ code: v.pipe(v.string(), v.maxLength(64)) });
export interface JoinLook {
  readonly team: string;
  /** Days after which results of a player who does not come back are deleted; null when they stay. */
  readonly retentionDays: number | null;
  /** What a manager of the team can see; each has a text `join.sees.<what>`. */
  readonly sees: readonly ('name' | 'acts' | 'ranks' | 'answers' | 'bets' | 'times' | 'runs')[];
}

/** `POST /api/join` → `Joined`, 201. */
export const JoinSchema = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(64)),
  name: NameSchema,
  /** The device's own id, as its records carry it. */
  device: Uuid,
});
export interface Joined {
  readonly player: string;
  /** As it is kept: when somebody of the team has the wished name already, with a number, `Li Wei (2)`. */
  readonly name: string;
  readonly team: string;
  /** Given once; the device keeps it and sends it as `Authorization: Bearer`. 32 random bytes, base64url. */
  readonly token: string;
  /** Indexes (0 to 255) into the word lists of the languages: the recovery words, shown once. Empty for a kiosk. */
  readonly recovery: readonly number[];
}

/** `GET /api/me`: who this device plays as. */
export interface Me {
  readonly player: string;
  readonly name: string;
  readonly team: string;
  readonly devices: readonly { readonly id: string; readonly own: boolean; readonly seenAt: string }[];
  readonly retentionDays: number | null;
  readonly sees: JoinLook['sees'];
}

/** `PATCH /api/me`, and `PATCH /api/teams/:team/players/:player` for a manager. `nameTaken` when the team has it. */
export const RenameSchema = v.strictObject({ name: NameSchema });
/** `POST /api/me/recovery` → new recovery words; the old ones are void. */
export interface Recovery {
  readonly recovery: readonly number[];
}

/** `POST /api/me/pairings` → a code for a second device, good for ten minutes and once. */
export interface Pairing {
  /** Ten letters as `ABCDE-FGHJK` (a team's code has eight), shown as QR in a fragment (`/join#pair=…`) and as text. */
  readonly code: string;
  readonly expiresAt: string;
}
/** `POST /api/join/second`: by pairing code or by recovery words. → `Joined` (with new recovery words only for words). */
export const SecondSchema = v.strictObject({
  device: Uuid,
  by: v.variant('way', [
    v.strictObject({ way: v.literal('pairing'), code: v.pipe(v.string(), v.maxLength(64)) }),
    v.strictObject({
      way: v.literal('words'),
      words: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))), v.length(14)),
    }),
  ]),
});
