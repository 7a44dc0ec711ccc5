/**
 * A kiosk at an event: what it tells the server of its visitors, how a visitor takes a result home, and what the big
 * screen shows. A visitor is nobody: a made-up name from a list, no address, no free text; a visit is deleted with its
 * event. Visits are no players: no report of a team counts them.
 */
import * as v from 'valibot';
import { MOST_BATCH_BYTES } from './delivery.ts';

const Uuid = v.pipe(v.string(), v.uuid());
const Moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Languages of made-up names; the same codes as the game's. */
export const NAME_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ru'] as const;
export type NameLanguage = (typeof NAME_LANGUAGES)[number];
/** Words in either list of a language, at least; a name is told as two places in the lists, so it cannot be made up. */
export const WORDS_IN_LIST = 200;
const Place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(WORDS_IN_LIST - 1));

export const MadeNameSchema = v.strictObject({ language: v.picklist(NAME_LANGUAGES), first: Place, second: Place });
export type MadeName = v.InferOutput<typeof MadeNameSchema>;

/** Crockford's 32 characters: no I, L, O, U. */
export const CLAIM_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 10 characters of 5 bits: 50 bits, made on the device. Shown as `ABCDE-FGHJK`. */
export const CLAIM_LENGTH = 10;
const ClaimCode = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/));

/** Brings a typed code to its one form: narrowed, upper case, no separators, and I, L, O read as 1, 1, 0. */
export function normaliseClaim(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
}

/** An event ends within so many days, by the server's clock; a later `endsAt` is refused (`badRequest`). */
export const MOST_DAYS_AHEAD = 400;

/**
 * `PUT /api/kiosk/event`, by a kiosk: makes the event or brings it up to date; every kiosk of the event sends the same,
 * before its visits. An event that is over already is taken as well, but nothing is made of it: its visits are `over`.
 */
export const EventSchema = v.strictObject({
  /**
   * Made by the organiser's page. An event of another team under the same id is refused (`notFound`). In small letters,
   * as every server answers it: whoever writes a file by hand may have taken it from somewhere in capitals.
   */
  id: v.pipe(Uuid, v.toLowerCase()),
  /** No control or direction characters: the big screen shows it. */
  name: v.pipe(
    v.string(),
    v.trim(),
    v.normalize('NFC'),
    v.minLength(1),
    v.maxLength(60),
    v.regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]*$/u),
  ),
  /** Milliseconds since 1970, at most `MOST_DAYS_AHEAD` from now. No visit is taken later than a day after it. */
  endsAt: Moment,
  /** Days after `endsAt` on which everything of the event is deleted, claimed or not. */
  keepDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
  /**
   * What the big screen shows itself with: 32 random bytes as base64url; the server keeps only its hash. No two events
   * have the same (`conflict`).
   */
  boardToken: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type KioskEvent = v.InferOutput<typeof EventSchema>;

/** Most visits of one batch, and most records of one visit: the acts of one visit and a short examination. */
export const MOST_VISITS = 10;
export const MOST_VISIT_RECORDS = 8;
/**
 * Most bytes of a batch as JSON, as of any delivery; a longer one is refused as a whole (`tooLarge`). A run of a kiosk's
 * cut takes 2 to 7 kB, so a batch of ten visits is well below; one that is not must be split.
 */
export const MOST_VISITS_BYTES = MOST_BATCH_BYTES;

/** One visitor's stay. Sent again with the same id it changes nothing. */
export const VisitSchema = v.strictObject({
  id: Uuid,
  name: MadeNameSchema,
  /** null when the visitor took nothing home. */
  claim: v.nullable(ClaimCode),
  /** Milliseconds since 1970, by the kiosk's clock. */
  startedAt: Moment,
  endedAt: Moment,
  /** Attempts and examinations as the log stores them (`StoredRecord`); each is judged by itself. */
  records: v.pipe(v.array(v.unknown()), v.maxLength(MOST_VISIT_RECORDS)),
});
export type Visit = v.InferOutput<typeof VisitSchema>;

/**
 * `POST /api/kiosk/visits`. The envelope only: each visit is judged by itself (`VisitSchema`), so that one broken visit
 * cannot hold up the others.
 */
export const VisitsSchema = v.strictObject({
  event: Uuid,
  visits: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST_VISITS)),
});
export interface Visits {
  readonly event: string;
  readonly visits: readonly Visit[];
}

/** What became of one visit. Once given it stays the same; anything but `later` takes it off the kiosk's outbox. */
export interface VisitReceipt {
  readonly id: string;
  /** `over`: the event has ended or was deleted. `refused`: not of its form, or another visit came under this id. */
  readonly status: 'accepted' | 'later' | 'refused' | 'over';
}
export interface VisitsAnswer {
  readonly receipts: readonly VisitReceipt[];
}

/** One line of an event's board: a visit's best counted run of an act, played again by the server. */
export interface BoardEntry {
  readonly visit: string;
  readonly name: MadeName;
  readonly act: string;
  readonly score: number;
  /** 1 is the best; equal scores share a place, and the earlier one stands first. */
  readonly place: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** `GET /api/board`, with `Authorization: Bearer <boardToken>`; and `GET /api/kiosk/board?event=…` by a kiosk. */
export interface Board {
  readonly event: string;
  readonly name: string;
  /** The best `BOARD_LENGTH` of every act, by act; acts in no order. */
  readonly acts: Readonly<Record<string, readonly BoardEntry[]>>;
  /** How many visitors have a counted run of each act; those who were taken from the board are among them. */
  readonly visitors: Readonly<Record<string, number>>;
}
export const BOARD_LENGTH = 20;

/**
 * `POST /api/kiosk/hidden`, by a kiosk: an entry goes from the board (its visitor can still claim it). `notFound` while no
 * kiosk has delivered the visit.
 */
export const HideSchema = v.strictObject({ event: Uuid, visit: Uuid });

/**
 * `POST /api/claims`, by anybody: hands a visit's records out to one phone, which puts them into its own log; from there
 * they go to a team as any other record does. Ids and payloads are those that the kiosk sent; `device` and `seq` are of
 * the visit, so that no two visits meet in one log. What the server found to be false is not handed out. The same claimer
 * may ask again (a lost answer heals); another may not.
 */
export const ClaimSchema = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(64)),
  /** Made by the phone and kept there until the answer came: 32 random bytes as base64url. */
  claimer: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type ClaimAnswer =
  | { readonly status: 'here'; readonly event: string; readonly name: MadeName; readonly records: readonly unknown[] }
  /** No kiosk has delivered it yet: come back in the evening. A code that never existed looks the same. */
  | { readonly status: 'notHere' }
  /** Somebody else has it. */
  | { readonly status: 'taken' };
