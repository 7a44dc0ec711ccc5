/**
 * The database as Kysely knows it. `migrations/` makes it; a test compares the two. Times are `timestamptz`; `bigint`
 * and `numeric` come back as text on both databases, so counts are cast to `integer` in queries.
 */
import type { ColumnType, Generated } from 'kysely';

import type { MadeName } from '../../wire/kiosk.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';

type Time = ColumnType<Date, Date, Date>;
type MadeTime = ColumnType<Date, Date | undefined, Date>;
/** Read as what it was written as; written as JSON text, because drivers disagree on arrays. */
type Json<T> = ColumnType<T, string, string>;

/** An owner or a manager. Players have no account. */
export interface AccountTable {
  readonly id: string;
  readonly role: 'owner' | 'manager';
  readonly name: string;
  /** Lower case; unique. */
  readonly email: string;
  /** `scrypt$N$r$p$salt$hash`; null for those who only come by passkey or OpenID Connect. */
  readonly password: string | null;
  readonly created_at: MadeTime;
  readonly disabled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
export interface PasskeyTable {
  /** The credential's id, base64url. */
  readonly id: string;
  readonly account_id: string;
  readonly public_key: Buffer;
  readonly counter: string;
  readonly transports: Json<readonly string[]>;
  readonly name: string;
  readonly created_at: MadeTime;
}
/** A company's sign-in that leads to an account. */
export interface IdentityTable {
  readonly issuer: string;
  readonly subject: string;
  readonly account_id: string;
}
/** A signed-in browser. Only the token's SHA-256 is kept. */
export interface SessionTable {
  readonly token: Buffer;
  readonly account_id: string;
  readonly way: 'password' | 'passkey' | 'oidc' | 'demo';
  readonly created_at: Time;
  readonly seen_at: Time;
  readonly expires_at: Time;
}
/** A ceremony under way (passkey challenge, OpenID Connect state), a few minutes long, used once. */
export interface CeremonyTable {
  readonly token: Buffer;
  readonly what: 'passkeyMake' | 'passkeyUse' | 'oidc';
  readonly data: Json<Readonly<Record<string, unknown>>>;
  readonly expires_at: Time;
}
/** One-time links: set-up, invitations. */
export interface LinkTable {
  readonly id: string;
  readonly token: Buffer;
  readonly what: 'setup' | 'invitation';
  readonly role: 'owner' | 'manager';
  readonly teams: Json<readonly string[]>;
  readonly made_by: string | null;
  readonly created_at: Time;
  readonly expires_at: Time;
  readonly used_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  readonly revoked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
export interface TeamTable {
  readonly id: string;
  readonly name: string;
  /** Days after the last sign of life when a player is erased; null for never. */
  readonly retention_days: number | null;
  readonly created_at: MadeTime;
}
/** Which managers see which teams. Owners see all. */
export interface TeamManagerTable {
  readonly team_id: string;
  readonly account_id: string;
}
export interface JoinCodeTable {
  readonly id: string;
  readonly team_id: string;
  readonly kind: 'player' | 'kiosk';
  /** HMAC of the code with the server's key: found at once, and useless without the key. */
  readonly code: Buffer;
  /** The code sealed with the server's key, so that the manager can show it again. */
  readonly sealed: Buffer;
  readonly most_uses: number;
  readonly uses: ColumnType<number, number | undefined, number>;
  readonly created_at: Time;
  readonly expires_at: Time;
  readonly revoked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
export interface PlayerTable {
  readonly id: string;
  readonly team_id: string;
  readonly kind: 'player' | 'kiosk';
  readonly name: string;
  /** SHA-256 of the recovery words' bytes; null for a kiosk. */
  readonly recovery: Buffer | null;
  readonly created_at: Time;
  /** Last delivery or visit. */
  readonly seen_at: Time;
}
export interface DeviceTable {
  readonly player_id: string;
  /** The device's own id, as its records carry it. */
  readonly id: string;
  /** SHA-256 of the token. */
  readonly token: Buffer;
  readonly created_at: Time;
  readonly seen_at: Time;
}
/** A code for a second device, ten minutes, once. */
export interface PairingTable {
  readonly code: Buffer;
  readonly player_id: string;
  readonly expires_at: Time;
}
/** What is left of an erased player: enough that an offline device cannot bring it back. */
export interface TombstoneTable {
  /** HMAC of a device's id, or SHA-256 of its token. */
  readonly mark: Buffer;
  readonly erased_at: Time;
}

/** One record as it was delivered, whatever became of it. Written once. */
export interface RecordTable {
  readonly player_id: string;
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly type: 'attempt' | 'answer' | 'examination' | 'poll' | 'bet';
  readonly schema: number;
  readonly payload: Json<unknown>;
  readonly payload_hash: string;
  /** By the device's clock: shown, never trusted. */
  readonly written_at: Time;
  readonly received_at: Time;
  /** The server's own order. */
  readonly place: Generated<string>;
  /** Why it does not count; null when it does. */
  readonly mark: string | null;
}

/** What a run came to when the server played it. Only records that count are here. */
export interface AttemptTable {
  readonly player_id: string;
  readonly record_id: string;
  readonly team_id: string;
  readonly act: string;
  readonly rules: number;
  readonly score: number;
  readonly series: Json<readonly number[]>;
  /** Fingerprint of act, seed, parameters and intents: a run counts once for a player. */
  readonly run_hash: string;
  /** Length of the run in seconds, by its ticks. */
  readonly seconds: number;
  readonly bet: string | null;
  readonly bet_right: boolean | null;
  readonly at: Time;
}
/** One answer as the server scored it: of a debrief, a drill or an examination. */
export interface AnswerTable {
  readonly player_id: string;
  readonly record_id: string;
  /** Place in the examination, from 1; 0 for others. */
  readonly place: number;
  readonly team_id: string;
  readonly way: 'debrief' | 'drill' | 'examination';
  readonly act: string | null;
  readonly item: string;
  readonly idea: string;
  readonly score: number;
  readonly response: Json<readonly string[]>;
  readonly round: number;
  readonly took_ms: number;
  readonly at: Time;
}
export interface ExaminationTable {
  readonly player_id: string;
  readonly record_id: string;
  readonly team_id: string;
  readonly rank: string;
  readonly tier: string;
  readonly sure_of_rank: number;
  readonly sure_of_tier: number;
  readonly estimate: number;
  readonly sd: number;
  readonly ranks: Json<readonly { readonly rank: string; readonly probability: number }[]>;
  readonly groups: Json<readonly { readonly group: number; readonly verdict: string }[]>;
  readonly at: Time;
}
export interface BetTable {
  readonly player_id: string;
  readonly record_id: string;
  readonly team_id: string;
  readonly act: string;
  readonly choice: string;
  readonly at: Time;
}

/** Kept as results arrive, so that a page need not read a million attempts. */
export interface PlayerActTable {
  readonly player_id: string;
  readonly act: string;
  readonly team_id: string;
  readonly attempts: number;
  readonly first_score: number;
  readonly best_score: number;
  readonly last_score: number;
  readonly seconds: number;
  readonly first_at: Time;
  readonly last_at: Time;
}
/** Latest score per item: what a person's standing in an idea is the mean of. */
export interface PlayerItemTable {
  readonly player_id: string;
  readonly item: string;
  readonly idea: string;
  readonly team_id: string;
  readonly answers: number;
  readonly first_score: number;
  readonly last_score: number;
  readonly last_at: Time;
}
/** How often each option of an item was taken, first answers only. */
export interface ItemOptionTable {
  readonly team_id: string;
  readonly item: string;
  readonly option: string;
  readonly taken: number;
}
/** One person's day. */
export interface PlayerDayTable {
  readonly player_id: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly team_id: string;
  readonly runs: number;
  readonly answers: number;
  readonly seconds: number;
}

/** What a team's kiosks stand at; all of it goes at `delete_at`. */
export interface EventTable {
  /** Made by the organiser's page. */
  readonly id: string;
  readonly team_id: string;
  readonly name: string;
  readonly ends_at: Time;
  readonly keep_days: number;
  readonly delete_at: Time;
  /** SHA-256 of what the big screen shows itself with. */
  readonly board_token: Buffer;
  readonly created_at: Time;
}
/** One visitor's stay at a kiosk. A visitor is no player: no report, export or statement reads this. */
export interface VisitTable {
  /** Made by the kiosk. */
  readonly id: string;
  readonly event_id: string;
  /** The kiosk that delivered it. */
  readonly kiosk_id: string;
  readonly name: Json<MadeName>;
  /** HMAC of the visit as it is kept: the same came before, or another under its id. */
  readonly fingerprint: Buffer;
  /** Runs and examinations as the kiosk wrote them, to be handed out; without those that were found to be false. */
  readonly records: Json<readonly StoredRecord[]>;
  /** By the kiosk's clock: never trusted. */
  readonly started_at: Time;
  readonly ended_at: Time;
  readonly received_at: Time;
  /** HMAC of the code by which a visitor takes it home, with the server's key; null without one. */
  readonly claim: Buffer | null;
  /** SHA-256 of the claimer's own secret. */
  readonly claimed_by: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  readonly claimed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** When staff took it from the board. */
  readonly hidden_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
/** A run of a visit, as the server found it. */
export interface VisitRunTable {
  readonly visit_id: string;
  readonly record_id: string;
  readonly event_id: string;
  readonly act: string;
  readonly at: Time;
  /** null when it does not count. */
  readonly score: number | null;
  /** Names the run, as in `attempt`: it counts for one visit only. */
  readonly run_hash: string | null;
  /** Why it does not count; null when it does. */
  readonly mark: string | null;
  /** The visit's best counted run of the act: it stands on the board. */
  readonly best: boolean;
}

/** Statements on their way to a learning record store. */
export interface StatementTable {
  /** The statement's own id: stable, so that sending twice does no harm. */
  readonly id: string;
  readonly player_id: string;
  readonly statement: Json<unknown>;
  readonly created_at: Time;
  readonly tries: ColumnType<number, number | undefined, number>;
  readonly next_at: Time;
  readonly sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  readonly fault: ColumnType<string | null, string | null | undefined, string | null>;
}
/** Who did what to whom; never the content. */
export interface AuditTable {
  readonly id: Generated<string>;
  readonly at: Time;
  readonly account_id: string | null;
  readonly action: string;
  readonly team_id: string | null;
  readonly subject: string | null;
}
/** Counters of a window of time, shared by all instances. */
export interface RateTable {
  readonly key: string;
  readonly window_start: Time;
  readonly count: number;
}

export interface Tables {
  readonly account: AccountTable;
  readonly passkey: PasskeyTable;
  readonly identity: IdentityTable;
  readonly session: SessionTable;
  readonly ceremony: CeremonyTable;
  readonly link: LinkTable;
  readonly team: TeamTable;
  readonly team_manager: TeamManagerTable;
  readonly join_code: JoinCodeTable;
  readonly player: PlayerTable;
  readonly device: DeviceTable;
  readonly pairing: PairingTable;
  readonly tombstone: TombstoneTable;
  readonly record: RecordTable;
  readonly attempt: AttemptTable;
  readonly answer: AnswerTable;
  readonly examination: ExaminationTable;
  readonly bet: BetTable;
  readonly player_act: PlayerActTable;
  readonly player_item: PlayerItemTable;
  readonly item_option: ItemOptionTable;
  readonly player_day: PlayerDayTable;
  readonly event: EventTable;
  readonly visit: VisitTable;
  readonly visit_run: VisitRunTable;
  readonly statement: StatementTable;
  readonly audit: AuditTable;
  readonly rate: RateTable;
}
