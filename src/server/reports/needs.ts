/** Who needs the manager today, and why: one person, one sentence, most pressing first. Pure. */
import type { Rank } from '../../quiz/index.ts';
import type { Need } from '../../wire/team.ts';
import { daysBetween } from './days.ts';
import type { GoodMarks } from './marks.ts';
import { briefOf, compareText } from './people.ts';
import {
  BORDER_DAYS,
  KNOWN,
  MOST_NEEDS,
  NEVER_STARTED_DAYS,
  NEW_RANK_DAYS,
  RESIT_DAYS,
  STALLED_DAYS,
  STUCK_ATTEMPTS,
  STUCK_WITHIN_DAYS,
  SURE,
} from './thresholds.ts';

/** What is known of one person. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly joinedAt: Date;
  /** Latest result that counts; null before the first. */
  readonly lastAt: Date | null;
  /** Acts played, in any order. */
  readonly acts: readonly {
    readonly act: string;
    readonly attempts: number;
    readonly best: number;
    readonly lastAt: Date;
  }[];
  /** Mean standing in what the acts teach, and how many of those ideas were met. */
  readonly taught: { readonly standing: number; readonly ideas: number } | null;
  /** The idea that the person is stuck on most, chosen by the query. */
  readonly stuckIdea: { readonly idea: string; readonly standing: number; readonly answers: number } | null;
  /** Latest first, at most two. */
  readonly examinations: readonly { readonly rank: Rank; readonly sure: number; readonly at: Date }[];
}

/** What the acts are, as far as needs go. */
export interface Course {
  /** Acts that can be played. */
  readonly acts: readonly string[];
  /** How many ideas they teach together. */
  readonly ideas: number;
  readonly goodMarks: GoodMarks;
}

type Why = Need['why'];

/**
 * Most pressing first. Somebody who tries and fails can be helped today; somebody who is gone must be won back; an idea
 * can wait for the next talk; good news can wait till tomorrow.
 */
const PRESSING: readonly Why[] = [
  'stuckOnAct',
  'neverStarted',
  'stalled',
  'stuckOnIdea',
  'readyForExamination',
  'atBorder',
  'newRank',
];

/**
 * The list of the overview. When there are more than it holds, every kind gives its most pressing one, then its second,
 * and so on: ten who stopped coming do not hide the one who is stuck.
 */
export function listNeeds(people: readonly PersonFacts[], course: Course, now: Date): readonly Need[] {
  const all = people
    .flatMap((person) => {
      const need = findNeed(person, course, now);
      return need === null ? [] : [need];
    })
    .toSorted(compareNeeds);
  const places = new Map<Why, number>();
  const dealt = all.map((need) => {
    const place = places.get(need.why) ?? 0;
    places.set(need.why, place + 1);
    return { need, place };
  });
  return dealt
    .toSorted((a, b) => a.place - b.place || compareNeeds(a.need, b.need))
    .slice(0, MOST_NEEDS)
    .map(({ need }) => need)
    .toSorted(compareNeeds);
}

/** The most pressing need of one person; null when all is well. */
export function findNeed(person: PersonFacts, course: Course, now: Date): Need | null {
  const brief = { person: briefOf(person) };
  if (person.lastAt === null) {
    const days = daysBetween(person.joinedAt, now);
    return days >= NEVER_STARTED_DAYS ? { ...brief, why: 'neverStarted', days } : null;
  }
  const stuck = findStuckAct(person, course, now);
  if (stuck !== null) return { ...brief, why: 'stuckOnAct', act: stuck.act, attempts: stuck.attempts };
  const idle = daysBetween(person.lastAt, now);
  if (idle >= STALLED_DAYS && !isThrough(person, course))
    return { ...brief, why: 'stalled', days: idle, act: lastAct(person) };
  if (person.stuckIdea !== null) return { ...brief, why: 'stuckOnIdea', ...person.stuckIdea };
  if (isReady(person, course, now)) return { ...brief, why: 'readyForExamination' };
  return findRankNews(person, now);
}

/** An act tried again and again that stays below its good mark; of several the one tried most. */
function findStuckAct({ acts }: PersonFacts, { goodMarks }: Course, now: Date): PersonFacts['acts'][number] | null {
  const [worst] = acts
    .filter(
      ({ act, attempts, best, lastAt }) =>
        attempts >= STUCK_ATTEMPTS &&
        best < (goodMarks.get(act) ?? -Infinity) &&
        daysBetween(lastAt, now) < STUCK_WITHIN_DAYS,
    )
    .toSorted((a, b) => b.attempts - a.attempts || compareText(a.act, b.act));
  return worst ?? null;
}

/** Ready to be examined: every act played, all that they teach met and known, stuck on none of it, no examination since. */
export function isReady(person: PersonFacts, course: Course, now: Date): boolean {
  const { taught, examinations, lastAt } = person;
  const [latest] = examinations;
  if (person.stuckIdea !== null) return false;
  if (taught === null || taught.ideas < course.ideas || taught.standing < KNOWN || !hasPlayedAll(person, course))
    return false;
  if (latest === undefined) return true;
  const learntSince = lastAt !== null && lastAt > latest.at;
  return latest.rank !== 'marshal' && learntSince && daysBetween(latest.at, now) >= RESIT_DAYS;
}

/** Every act played and examined: whoever rests now has finished, and has not stalled. */
function isThrough(person: PersonFacts, course: Course): boolean {
  return person.examinations.length > 0 && hasPlayedAll(person, course);
}

function hasPlayedAll({ acts }: PersonFacts, course: Course): boolean {
  return course.acts.every((act) => acts.some((played) => played.act === act));
}

function lastAct({ acts }: PersonFacts): string | null {
  return acts.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime() || compareText(a.act, b.act))[0]?.act ?? null;
}

function findRankNews({ id, name, examinations }: PersonFacts, now: Date): Need | null {
  const [latest, before] = examinations;
  if (latest === undefined) return null;
  const { rank, sure, at } = latest;
  const days = daysBetween(at, now);
  if (sure < SURE) return days < BORDER_DAYS ? { person: { id, name }, why: 'atBorder', rank, sure } : null;
  return days < NEW_RANK_DAYS && before?.rank !== rank ? { person: { id, name }, why: 'newRank', rank, sure } : null;
}

function compareNeeds(a: Need, b: Need): number {
  return (
    PRESSING.indexOf(a.why) - PRESSING.indexOf(b.why) ||
    weightOf(b) - weightOf(a) ||
    compareText(a.person.name, b.person.name) ||
    compareText(a.person.id, b.person.id)
  );
}

/** Within a kind: longer waiting, more tries, a weaker standing or a firmer rank first. */
function weightOf(need: Need): number {
  switch (need.why) {
    case 'neverStarted':
    case 'stalled':
      return need.days;
    case 'stuckOnAct':
      return need.attempts;
    case 'stuckOnIdea':
      return 1 - need.standing;
    case 'readyForExamination':
      return 0;
    case 'atBorder':
    case 'newRank':
      return need.sure;
  }
}
