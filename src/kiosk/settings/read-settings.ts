/** Settings from outside (a link, a file, this device's own database): read strictly, and refused with the place. Pure. */
import * as v from 'valibot';
import { LANGUAGES } from '../../i18n/languages.ts';
import { EventSchema } from '../../wire/kiosk.ts';
import type { KioskSettings } from './kiosk-settings.ts';
import { RANGES, TEXT_SIZES, type Range } from './ranges.ts';

/** Rounds of the slow hash: fewer than this are refused, more than this would hold the pad up for seconds. */
export const LEAST_ROUNDS = 600_000;
const MOST_ROUNDS = 10_000_000;

const whole = ({ from, to }: Range) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const token = (letters: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${letters}}$`), 'is no token'));
const ACT = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{1,60}$/, 'is no name of an act'));
const MOST_ACTS = 40;

function areDifferent(each: readonly unknown[]): boolean {
  return new Set(each.map((one) => JSON.stringify(one))).size === each.length;
}

/** Where a code can lead: this game's own address. Plain http only on the machine itself, to try things out. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && isLocal));
}

export const KioskSettingsSchema = v.strictObject({
  version: v.literal(1),
  event: v.strictObject(v.omit(EventSchema, ['boardToken']).entries),
  boardToken: EventSchema.entries.boardToken,
  acts: v.pipe(
    v.array(v.strictObject({ act: ACT, way: v.nullable(ACT) })),
    v.minLength(1, 'is empty'),
    v.maxLength(MOST_ACTS),
    v.check((each) => areDifferent(each), 'names something twice'),
  ),
  examination: v.boolean(),
  languages: v.pipe(
    v.array(v.picklist(LANGUAGES)),
    v.minLength(1, 'is empty'),
    v.check((each) => areDifferent(each), 'names something twice'),
  ),
  idleSeconds: whole(RANGES.idleSeconds),
  answerSeconds: whole(RANGES.answerSeconds),
  resultSeconds: whole(RANGES.resultSeconds),
  board: v.boolean(),
  volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reach: v.boolean(),
  textSize: v.picklist(TEXT_SIZES),
  address: v.pipe(v.string(), v.check(isAddress, 'is no address of https without a path')),
  pin: v.strictObject({
    salt: token(22),
    hash: token(43),
    rounds: v.pipe(v.number(), v.integer(), v.minValue(LEAST_ROUNDS), v.maxValue(MOST_ROUNDS)),
  }),
});

/** Which acts this version of the game has, each with its ways; an act without ways has an empty list. */
export type HouseActs = ReadonlyMap<string, readonly string[]>;

/**
 * Why settings are refused. `notSettings`: it is something else, or was cut off on the way. `newer`: made by a later
 * version. `wrong`: one thing in it, at `path`, for `reason` (English, for whoever made it by hand). `unknownAct`: this
 * version does not have what is at `path`.
 */
export type SettingsFault = { readonly kind: 'notSettings' | 'newer' } | PlacedFault;
export interface PlacedFault {
  readonly kind: 'wrong' | 'unknownAct';
  readonly path: string;
  readonly reason: string;
}

export type ReadSettings =
  | { readonly ok: true; readonly settings: KioskSettings }
  | { readonly ok: false; readonly fault: SettingsFault };

const refuse = (fault: SettingsFault): ReadSettings => ({ ok: false, fault });

/** Reads settings. `acts` is left out where only the form counts. Never throws. */
export function readSettings(value: unknown, acts?: HouseActs): ReadSettings {
  const version = (value as { readonly version?: unknown } | null | undefined)?.version;
  if (typeof value !== 'object' || typeof version !== 'number') return refuse({ kind: 'notSettings' });
  if (version > 1) return refuse({ kind: 'newer' });
  const read = v.safeParse(KioskSettingsSchema, value);
  if (!read.success) {
    const [issue] = read.issues;
    return refuse({ kind: 'wrong', path: v.getDotPath(issue) ?? '', reason: issue.message });
  }
  const settings: KioskSettings = read.output;
  const strange = acts === undefined ? -1 : settings.acts.findIndex(({ act, way }) => !hasWay(acts, act, way));
  if (strange < 0) return { ok: true, settings };
  const { act, way } = settings.acts[strange] as KioskSettings['acts'][number];
  return refuse({ kind: 'unknownAct', path: `acts.${strange}`, reason: way === null ? act : `${act}, ${way}` });
}

function hasWay(acts: HouseActs, act: string, way: string | null): boolean {
  const ways = acts.get(act);
  return ways !== undefined && (way === null || ways.includes(way));
}
