/**
 * Whatever happened to a team, each report is what one counts by hand from the raw rows: every run, answer, examination
 * and bet. The hand here is plain code over lists, and shares nothing with the queries.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { RANKS } from '../../../src/quiz/index.ts';
import { reportBets } from '../../../src/server/reports/bets.ts';
import { NO_FILTERS, type Filters } from '../../../src/server/reports/filters.ts';
import { reportIdeas } from '../../../src/server/reports/ideas.ts';
import { reportItems } from '../../../src/server/reports/items.ts';
import { reportOverview } from '../../../src/server/reports/overview.ts';
import { reportPerson } from '../../../src/server/reports/person.ts';
import { reportProgress } from '../../../src/server/reports/progress.ts';
import { reportRanks } from '../../../src/server/reports/ranks.ts';
import { reportTime } from '../../../src/server/reports/time.ts';
import { makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';
import { addPerson, type Past } from './history.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const MINUTE_MS = 60_000;
const DAYS = 20;

let open: TestGrounds;
beforeAll(async () => {
  open = await openTestGrounds();
});
afterAll(() => open.close());

/** Something that happens to one of three people, some minutes before now; in any order, as devices deliver. */
type Event = { readonly who: number; readonly minutes: number } & (
  | {
      readonly what: 'run';
      readonly act: number;
      readonly score: number;
      readonly bet: number;
      readonly right: boolean;
    }
  | { readonly what: 'answer'; readonly item: number; readonly score: number; readonly act: number }
  | { readonly what: 'examination'; readonly rank: number; readonly items: readonly (readonly [number, number])[] }
  | { readonly what: 'bet'; readonly act: number; readonly choice: number }
);

const when = { who: fc.nat(2), minutes: fc.integer({ min: 1, max: DAYS * 24 * 60 }) };
const score = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    ...when,
    what: fc.constant('run' as const),
    act: fc.nat(1),
    score: fc.nat(40),
    bet: fc.nat(2),
    right: fc.boolean(),
  }),
  fc.record({ ...when, what: fc.constant('answer' as const), item: fc.nat(5), score, act: fc.nat(2) }),
  fc.record({
    ...when,
    what: fc.constant('examination' as const),
    rank: fc.nat(4),
    items: fc.uniqueArray(fc.tuple(fc.nat(7), score), { selector: ([item]) => item, minLength: 1, maxLength: 4 }),
  }),
  fc.record({ ...when, what: fc.constant('bet' as const), act: fc.nat(1), choice: fc.nat(2) }),
);

interface Answered {
  readonly who: number;
  readonly at: number;
  readonly turn: number;
  readonly way: 'debrief' | 'drill' | 'examination';
  readonly act: string | null;
  readonly item: string;
  readonly score: number;
}

it('is a recount of what happened', { timeout: 240_000 }, async () => {
  const { grounds } = open;
  const { db, library } = grounds;
  const items = [...library.items.values()].slice(0, 40).filter((_, i) => i % 5 === 0);
  const itemAt = (place: number): (typeof items)[number] => items[place % items.length] as (typeof items)[number];
  const actAt = (place: number): string => library.acts[place] as string;
  const choiceAt = (act: string, place: number): string => library.betsOf[act]?.[place] as string;

  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(event, { maxLength: 30, selector: ({ who, minutes }) => `${who} ${minutes}` }),
      fc.boolean(),
      async (events, windowed) => {
        const team = await makeTeam(grounds);
        const joined = '2026-10-20T08:00:00Z';
        const people: Past[] = [];
        for (const name of ['A', 'B', 'C']) people.push(await addPerson(grounds, { team, name, joined }));
        for (const each of events) {
          const past = people[each.who] as Past;
          const at = new Date(NOW.getTime() - each.minutes * MINUTE_MS).toISOString();
          if (each.what === 'run') {
            const act = actAt(each.act);
            await past.ran({
              act,
              score: each.score,
              at,
              seconds: 60,
              bet: choiceAt(act, each.bet),
              right: each.right,
            });
          } else if (each.what === 'bet') {
            const act = actAt(each.act);
            await past.bet({ act, choice: choiceAt(act, each.choice), at });
          } else if (each.what === 'answer') {
            const act = each.act === 2 ? null : actAt(each.act);
            await past.answered({ item: itemAt(each.item).id, score: each.score, at, act, seconds: 30 });
          } else {
            const answers = Object.fromEntries(each.items.map(([item, points]) => [itemAt(item).id, points]));
            await past.examined({ rank: RANKS[each.rank] ?? 'general', sure: 0.7, at, answers });
          }
        }

        // The hand: everything in order of time; of the same minute, in the order in which it came.
        const from = NOW.getTime() - 7 * 24 * 60 * MINUTE_MS;
        const filters: Filters = windowed ? { ...NO_FILTERS, from: new Date(from) } : NO_FILTERS;
        const told = events
          .map((each, turn) => ({ ...each, turn, at: NOW.getTime() - each.minutes * MINUTE_MS }))
          .toSorted((a, b) => a.at - b.at || a.turn - b.turn);
        const seen = told.filter(({ at }) => !windowed || at >= from);
        const answersOf = (list: typeof told): Answered[] =>
          list.flatMap((each): Answered[] => {
            const { who, at, turn } = each;
            if (each.what === 'answer') {
              const act = each.act === 2 ? null : actAt(each.act);
              const way = act === null ? 'drill' : 'debrief';
              return [{ who, at, turn, way, act, item: itemAt(each.item).id, score: each.score }];
            }
            if (each.what !== 'examination') return [];
            return each.items.map(([item, points]) => ({
              who,
              at,
              turn,
              way: 'examination',
              act: null,
              item: itemAt(item).id,
              score: points,
            }));
          });
        const answers = answersOf(seen);
        const runsOf = (who: number, act: string): number[] =>
          seen.flatMap((each) =>
            each.what === 'run' && each.who === who && actAt(each.act) === act ? [each.score] : [],
          );
        const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
        /** Latest score of each item among these answers. */
        const latest = (list: readonly Answered[]): Map<string, number> =>
          new Map(list.map(({ item, score }) => [item, score]));
        const first = (list: readonly Answered[]): Map<string, number> => latest(list.toReversed());

        const progress = await reportProgress(db, library, team, filters);
        progress.people.forEach(({ cells }, who) =>
          cells.forEach(({ act, ...cell }) => {
            const scores = runsOf(who, act);
            const debrief = answers.filter((each) => each.who === who && each.act === act);
            const known = latest(debrief);
            const ideas = new Map<string, boolean>();
            for (const [item, points] of known) {
              const idea = library.items.get(item)?.idea ?? '';
              ideas.set(idea, (ideas.get(idea) ?? true) && points >= 0.75);
            }
            const settled = [...ideas.values()].filter(Boolean).length;
            expect(cell).toEqual({
              attempts: scores.length,
              first: scores[0] ?? null,
              best: scores.length === 0 ? null : Math.max(...scores),
              last: scores.at(-1) ?? null,
              debrief: debrief.length === 0 ? null : Math.min(1, settled / (library.ideasOf[act]?.length ?? 1)),
            });
          }),
        );

        const ranks = await reportRanks(db, team, filters);
        ranks.people.forEach(({ examinations, latest: newest, before }, who) => {
          const own = seen.flatMap((each) =>
            each.what === 'examination' && each.who === who ? [RANKS[each.rank]] : [],
          );
          expect([examinations, newest?.rank, before]).toEqual([own.length, own.at(-1), own.at(-2) ?? null]);
        });

        const time = await reportTime(db, team, filters, NOW);
        time.people.forEach(({ minutes, days }, who) => {
          const runs = seen.filter((each) => each.what === 'run' && each.who === who);
          const own = answers.filter((each) => each.who === who);
          const seconds = own.map(({ way }) => (way === 'examination' ? 10 : 30));
          const dates = [...runs, ...own].map(({ at }) => new Date(at).toISOString().slice(0, 10));
          // The days kept are whole ones: a window that begins at noon takes the whole day.
          if (windowed) return;
          expect(minutes).toBeCloseTo(runs.length + seconds.reduce((a, b) => a + b, 0) / 60, 8);
          expect(days).toBe(new Set(dates).size);
        });

        const ideas = await reportIdeas(db, library, team, filters);
        ideas.people.forEach(({ cells }, who) =>
          cells.forEach((cell, i) => {
            const own = answers.filter(
              (each) =>
                each.who === who && library.groupOf[library.items.get(each.item)?.idea ?? ''] === ideas.groups[i],
            );
            const standing = closeTo(own.length < 3 ? null : meanOf([...latest(own).values()]));
            expect(cell).toEqual(standing === null ? null : { standing, answers: own.length });
          }),
        );

        const figures = await reportItems(db, library, team, filters);
        const asked = [...new Set(answers.map(({ item }) => item))].toSorted();
        expect(figures.items.map(({ item }) => item).toSorted()).toEqual(asked);
        for (const { item, answers: count, facility } of figures.items) {
          const firsts = [0, 1, 2].flatMap((who) => {
            const points = first(answers.filter((each) => each.who === who)).get(item);
            return points === undefined ? [] : [points];
          });
          expect([count, facility]).toEqual([firsts.length, expect.closeTo(meanOf(firsts), 10)]);
        }

        const bets = await reportBets(db, library, team, filters);
        for (const { act, options, people: betters, again, rightFirst, rightLater } of bets.acts) {
          const before = [0, 1, 2].map((who) => choiceOf(who, act, 'before'));
          const after = [0, 1, 2].map((who) => choiceOf(who, act, 'after'));
          for (const option of options)
            expect([option.before, option.after]).toEqual(
              [before, after].map((choices) => choices.filter((choice) => choice === option.choice).length),
            );
          expect([betters, again]).toEqual([before, after].map((choices) => choices.filter(Boolean).length));
          const settled = [0, 1, 2].map((who) =>
            seen.flatMap((each) =>
              each.what === 'run' && each.who === who && actAt(each.act) === act ? [each.right] : [],
            ),
          );
          const shareOf = (rights: readonly boolean[]): number | null =>
            rights.length === 0 ? null : rights.filter(Boolean).length / rights.length;
          expect(rightFirst).toEqual(closeTo(shareOf(settled.flatMap((rights) => rights.slice(0, 1)))));
          expect(rightLater).toEqual(closeTo(shareOf(settled.flatMap((rights) => rights.slice(1)))));
        }

        /** What somebody bet first before (or after) the first run of the act that they ever finished. */
        function choiceOf(who: number, act: string, phase: 'before' | 'after'): string | undefined {
          const firstRun = told.find((each) => each.what === 'run' && each.who === who && actAt(each.act) === act);
          const own = seen.flatMap((each) =>
            each.what === 'bet' && each.who === who && actAt(each.act) === act ? [each] : [],
          );
          const isAfter = ({ at }: { at: number }): boolean => firstRun !== undefined && at > firstRun.at;
          const found = own.find((each) => isAfter(each) === (phase === 'after'));
          return found === undefined ? undefined : choiceAt(act, found.choice);
        }

        const overview = await reportOverview(db, library, team, NOW);
        const everything = [...told.filter(({ what }) => what === 'run'), ...answersOf(told)];
        expect(overview.notStarted).toBe(3 - new Set(everything.map(({ who }) => who)).size);
        for (const { day, runs, answers: count } of overview.days) {
          const on = ({ at }: { readonly at: number }): boolean => new Date(at).toISOString().startsWith(day);
          expect([runs, count]).toEqual([
            told.filter((each) => each.what === 'run' && on(each)).length,
            answersOf(told).filter(on).length,
          ]);
        }

        for (const [who, past] of people.entries()) {
          const person = await reportPerson(db, library, team, past.id, filters);
          const own = told.filter((each) => each.who === who && (!windowed || each.at >= from));
          expect(person.runs).toHaveLength(own.filter(({ what }) => what === 'run').length);
          expect(person.examinations).toHaveLength(own.filter(({ what }) => what === 'examination').length);
          expect(person.bets).toHaveLength(own.filter(({ what }) => what === 'bet').length);
          expect(person.progress).toEqual(progress.people[who]?.cells);
        }
      },
    ),
    { numRuns: 25 },
  );
});

/** To be compared with a sum of fractions. */
function closeTo(value: number | null): unknown {
  const near: unknown = expect.closeTo(value ?? 0, 10);
  return value === null ? null : near;
}
