/** A set-up while it is being written: what stands in the fields, and what is wrong with it. Pure. */
import { readTyped } from '../../app/joining/typed-code.ts';
import { judgePin, type KeptPin } from '../pin/hash-pin.ts';
import type { OpenSettings } from '../settings/begin-settings.ts';
import type { KioskAct, KioskSettings } from '../settings/kiosk-settings.ts';
import { RANGES, type Range } from '../settings/ranges.ts';
import { isAddress } from '../settings/read-settings.ts';

export const STEPS = ['event', 'play', 'visitors', 'board', 'pin'] as const;
export type Step = (typeof STEPS)[number];

export interface Draft {
  /** What is settled but for the days, which are typed as a date. Numbers may be NaN while they are typed. */
  readonly settings: OpenSettings;
  /** Last day of the event as `YYYY-MM-DD`, by this device's calendar; empty while none is chosen. */
  readonly endDay: string;
  /** The PIN as it was set before; null when one has to be chosen. */
  readonly keptPin: KeptPin | null;
  /** The event as it was set before, with its board; null when there was none. */
  readonly keptEvent: Pick<KioskSettings, 'event' | 'boardToken'> | null;
  readonly pin: string;
  readonly pinAgain: string;
  /** A team's code as it was typed; empty for none. */
  readonly code: string;
}

/** Fields in which something can be wrong, in the order in which they stand. */
export const FIELDS = [
  'name',
  'endDay',
  'keepDays',
  'languages',
  'address',
  'acts',
  'idleSeconds',
  'answerSeconds',
  'resultSeconds',
  'code',
  'pin',
  'pinAgain',
] as const;
export type Field = (typeof FIELDS)[number];

/** Each has a text `wrong.<fault>`. */
export type FieldFault =
  | 'nameEmpty'
  | 'nameLong'
  | 'dayMissing'
  | 'dayOver'
  | 'dayFar'
  | 'outOfRange'
  | 'languagesEmpty'
  | 'addressForm'
  | 'actsEmpty'
  | 'codeForm'
  | 'pinShort'
  | 'pinDigits'
  | 'pinPlain'
  | 'pinDiffers';

export type Faults = Readonly<Partial<Record<Field, FieldFault>>>;

const LONGEST_NAME = 60;
const DAY_MS = 86_400_000;

/** The last millisecond of a day, by this device's calendar; NaN for what is no day. */
export function endOfDay(day: string): number {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return Number.NaN;
  const end = new Date(year, month - 1, date, 23, 59, 59, 999);
  return end.getMonth() === month - 1 && end.getDate() === date ? end.getTime() : Number.NaN;
}

/** The day on which a moment lies, by this device's calendar. */
export function dayOf(at: number): string {
  const day = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Begins with settings that are there already, or with the usual ones (then without a PIN). */
export function beginDraft(from: OpenSettings | KioskSettings): Draft {
  const { pin, ...settings } = { pin: null, ...from };
  const { event, boardToken } = settings;
  return {
    settings,
    endDay: dayOf(event.endsAt),
    keptPin: pin,
    keptEvent: pin === null ? null : { event, boardToken },
    pin: '',
    pinAgain: '',
    code: '',
  };
}

function isIn(value: number, { from, to }: Range): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

/** The name as it is kept: what nobody sees (a soft hyphen, a joiner that was pasted along) is no part of it. */
function cleanName(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .normalize('NFC')
    .trim();
}

function judgeName(name: string): FieldFault | null {
  const { length } = cleanName(name);
  if (length === 0) return 'nameEmpty';
  return length > LONGEST_NAME ? 'nameLong' : null;
}

function judgeDay(day: string, now: number): FieldFault | null {
  const end = endOfDay(day);
  if (Number.isNaN(end)) return 'dayMissing';
  if (end < now) return 'dayOver';
  return end > now + RANGES.daysAhead.to * DAY_MS ? 'dayFar' : null;
}

function judgeCode(typed: string): FieldFault | null {
  return typed.trim() === '' || readTyped(typed).isWhole ? null : 'codeForm';
}

function judgeNewPin({ pin, keptPin }: Draft): FieldFault | null {
  if (pin === '' && keptPin !== null) return null;
  const fault = judgePin(pin);
  return fault === null ? null : ({ short: 'pinShort', digits: 'pinDigits', plain: 'pinPlain' } as const)[fault];
}

const RULES: Readonly<Record<Step, (draft: Draft, now: number) => Partial<Record<Field, FieldFault | null>>>> = {
  event: ({ settings, endDay }, now) => ({
    name: judgeName(settings.event.name),
    endDay: judgeDay(endDay, now),
    keepDays: isIn(settings.event.keepDays, RANGES.keepDays) ? null : 'outOfRange',
    languages: settings.languages.length === 0 ? 'languagesEmpty' : null,
    address: isAddress(settings.address) ? null : 'addressForm',
  }),
  play: ({ settings }) => ({ acts: settings.acts.length === 0 ? 'actsEmpty' : null }),
  visitors: ({ settings }) => ({
    idleSeconds: isIn(settings.idleSeconds, RANGES.idleSeconds) ? null : 'outOfRange',
    answerSeconds: isIn(settings.answerSeconds, RANGES.answerSeconds) ? null : 'outOfRange',
    resultSeconds: isIn(settings.resultSeconds, RANGES.resultSeconds) ? null : 'outOfRange',
  }),
  board: ({ code }) => ({ code: judgeCode(code) }),
  pin: (draft) => ({ pin: judgeNewPin(draft), pinAgain: draft.pin === draft.pinAgain ? null : 'pinDiffers' }),
};

/** What is wrong on a step; empty when nothing is. `now`: milliseconds since 1970. */
export function judgeStep(draft: Draft, step: Step, now: number): Faults {
  const found = Object.entries(RULES[step](draft, now)).filter(([, fault]) => fault !== null);
  return Object.fromEntries(found);
}

/** The first step on which something is wrong; null when all is well. */
export function firstWrongStep(draft: Draft, now: number): Step | null {
  return STEPS.find((step) => Object.keys(judgeStep(draft, step, now)).length > 0) ?? null;
}

/** The draft as settings, with a PIN. Only for a draft in which nothing is wrong. */
export function settleDraft({ settings, endDay }: Draft, pin: KeptPin): KioskSettings {
  const event = { ...settings.event, name: cleanName(settings.event.name), endsAt: endOfDay(endDay) };
  return { ...settings, event, pin };
}

const isSame = (one: KioskAct, other: KioskAct): boolean => one.act === other.act && one.way === other.way;

/** Takes an act in a way in or out; what is in keeps the order in which the house lists them. */
export function toggleAct(chosen: readonly KioskAct[], wanted: KioskAct, house: readonly KioskAct[]): KioskAct[] {
  const isIn = chosen.some((each) => isSame(each, wanted));
  return house.filter((each) => (isSame(each, wanted) ? !isIn : chosen.some((one) => isSame(one, each))));
}

/** Puts the thing at `from` one place up (-1) or down (1); at the end it stays. */
export function move<Thing>(things: readonly Thing[], from: number, by: -1 | 1): Thing[] {
  const moved = [...things];
  const [one, other] = [moved[from], moved[from + by]];
  if (one === undefined || other === undefined) return moved;
  moved[from] = other;
  moved[from + by] = one;
  return moved;
}
