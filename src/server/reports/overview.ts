/** The manager's first page: who has started, who needs help, what to do this week. Three queries. */
import { sql, type Kysely } from 'kysely';

import type { Rank } from '../../quiz/index.ts';
import type { Overview } from '../../wire/team.ts';
import type { Library } from '../content/library.ts';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../routing/refusal.ts';
import { isIn } from './conditions.ts';
import type { Sheet } from './csv.ts';
import { DAY_MS, dayOf, listDays } from './days.ts';
import { findGoodMarks } from './marks.ts';
import { isReady, listNeeds, type Course, type PersonFacts } from './needs.ts';
import { briefOf, compareText } from './people.ts';
import {
  MOST_NAMED,
  NOT_UNDERSTOOD,
  STUCK_ANSWERS,
  STUCK_ITEMS,
  WEEK_LEAST_ANSWERS,
  WEEK_LEAST_PEOPLE,
  WEEK_LEAST_SHARE,
  WEEK_LEAST_WRONG,
} from './thresholds.ts';

const DAYS_SHOWN = 28;
const ACTIVE_DAYS = 7;
const MARKED_DAYS = 30;

export async function reportOverview(db: Kysely<Tables>, library: Library, team: string, now: Date): Promise<Overview> {
  const taught = [...new Set(library.acts.flatMap((act) => library.ideasOf[act] ?? []))];
  const course: Course = { acts: library.acts, ideas: taught.length, goodMarks: await findGoodMarks(library.acts) };
  const counts = await readCounts(db, team, now);
  if (counts === undefined) throw new Refusal('notFound');
  const rows = await readFacts(db, team, taught);
  const { stuck, ideas } = await readIdeas(db, team);
  const people = rows.map((row) => toFacts(row, stuck.get(row.id) ?? null));
  const notStarted = people.filter(({ lastAt }) => lastAt === null);
  const ready = people.filter((person) => isReady(person, course, now));
  return {
    team: { id: team, name: counts.name },
    players: people.length,
    notStarted: notStarted.length,
    active7Days: counts.active,
    ready: ready.length,
    names: { ready: nameFirst(ready), notStarted: nameFirst(notStarted) },
    marked: counts.marked,
    needs: listNeeds(people, course, now),
    thisWeek: chooseIdea(ideas, library),
    days: listDays(now, DAYS_SHOWN).map((day) => {
      const found = counts.days.find((each) => each.day === day);
      return { day, runs: found?.runs ?? 0, answers: found?.answers ?? 0 };
    }),
  };
}

function nameFirst(people: readonly PersonFacts[]): Overview['names']['ready'] {
  const ordered = people.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  return ordered.slice(0, MOST_NAMED).map(briefOf);
}

interface CountsRow {
  readonly name: string;
  readonly active: number;
  readonly marked: number;
  readonly days: readonly { readonly day: string; readonly runs: number; readonly answers: number }[];
}

async function readCounts(db: Kysely<Tables>, team: string, now: Date): Promise<CountsRow | undefined> {
  const firstDay = dayOf(new Date(now.getTime() - (DAYS_SHOWN - 1) * DAY_MS));
  const firstActive = dayOf(new Date(now.getTime() - (ACTIVE_DAYS - 1) * DAY_MS));
  const { rows } = await sql<CountsRow>`
    with recent as (
      select d.player_id, d.day, d.runs, d.answers from player_day d join player p on p.id = d.player_id
      where d.team_id = ${team} and p.kind = 'player' and d.day >= ${firstDay}::date and d.day <= ${dayOf(now)}::date
    ), days as (
      select day::text as day, sum(runs)::integer as runs, sum(answers)::integer as answers from recent group by day
    )
    select t.name,
      (select count(distinct player_id) from recent where day >= ${firstActive}::date)::integer as active,
      (select count(*) from record r join player p on p.id = r.player_id
        where p.team_id = t.id and p.kind = 'player' and r.mark is not null
          and r.received_at >= ${new Date(now.getTime() - MARKED_DAYS * DAY_MS)})::integer as marked,
      coalesce((select json_agg(days) from days), '[]'::json) as days
    from team t where t.id = ${team}`.execute(db);
  return rows[0];
}

/** Times in the lists are texts: JSON has no dates. */
interface FactsRow {
  readonly id: string;
  readonly name: string;
  readonly joined_at: Date;
  readonly last_answer: Date | null;
  readonly taught_standing: number | null;
  readonly taught_ideas: number;
  readonly acts: readonly {
    readonly act: string;
    readonly attempts: number;
    readonly best: number;
    readonly at: string;
  }[];
  readonly examinations: readonly { readonly rank: Rank; readonly sure: number; readonly at: string }[];
}

async function readFacts(db: Kysely<Tables>, team: string, taught: readonly string[]): Promise<readonly FactsRow[]> {
  const { rows } = await sql<FactsRow>`
    select p.id, p.name, p.created_at as joined_at, answers.last_at as last_answer,
      answers.standing as taught_standing, answers.ideas as taught_ideas,
      coalesce((select json_agg(json_build_object(
          'act', a.act, 'attempts', a.attempts, 'best', a.best_score, 'at', a.last_at) order by a.act)
        from player_act a where a.player_id = p.id), '[]'::json) as acts,
      coalesce((select json_agg(latest) from (
          select e.rank, e.sure_of_rank as sure, e.at from examination e where e.player_id = p.id
          order by e.at desc, e.record_id collate "C" desc limit 2
        ) as latest), '[]'::json) as examinations
    from player p
    cross join lateral (
      select max(i.last_at) as last_at, avg(i.last_score) filter (where ${isIn('i.idea', taught)}) as standing,
        (count(distinct i.idea) filter (where ${isIn('i.idea', taught)}))::integer as ideas
      from player_item i where i.player_id = p.id
    ) as answers
    where p.team_id = ${team} and p.kind = 'player'`.execute(db);
  return rows;
}

interface IdeaRow {
  readonly player: string | null;
  readonly idea: string;
  readonly standing: number;
  readonly answers: number;
  readonly people: number;
  readonly wrong: number;
}

/** The idea that each person is stuck on most, and of every idea how many people were asked and get it wrong. */
async function readIdeas(
  db: Kysely<Tables>,
  team: string,
): Promise<{ readonly stuck: ReadonlyMap<string, PersonFacts['stuckIdea']>; readonly ideas: readonly IdeaRow[] }> {
  const { rows } = await sql<IdeaRow>`
    with standings as (
      select i.player_id, i.idea, avg(i.last_score) as standing, sum(i.answers)::integer as answers, count(*) as items
      from player_item i join player p on p.id = i.player_id
      where i.team_id = ${team} and p.kind = 'player' group by i.player_id, i.idea
    )
    (select distinct on (player_id) player_id as player, idea, standing, answers, 0 as people, 0 as wrong from standings
      where answers >= ${STUCK_ANSWERS} and items >= ${STUCK_ITEMS} and standing < ${NOT_UNDERSTOOD}
      order by player_id, standing, idea)
    union all
    (select null, idea, avg(standing), sum(answers)::integer, count(*)::integer,
      (count(*) filter (where standing < ${NOT_UNDERSTOOD}))::integer
      from standings where answers >= ${WEEK_LEAST_ANSWERS} group by idea)`.execute(db);
  return {
    stuck: new Map(
      rows.flatMap(({ player, idea, standing, answers }) =>
        player === null ? [] : [[player, { idea, standing, answers }] as const],
      ),
    ),
    ideas: rows.filter(({ player }) => player === null),
  };
}

function toFacts(row: FactsRow, stuckIdea: PersonFacts['stuckIdea']): PersonFacts {
  const acts = row.acts.map(({ at, ...act }) => ({ ...act, lastAt: new Date(at) }));
  const times = [...acts.map(({ lastAt }) => lastAt), ...(row.last_answer === null ? [] : [row.last_answer])];
  return {
    id: row.id,
    name: row.name,
    joinedAt: row.joined_at,
    lastAt: times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime()))),
    acts,
    taught: row.taught_standing === null ? null : { standing: row.taught_standing, ideas: row.taught_ideas },
    stuckIdea,
    examinations: row.examinations.map(({ at, ...examination }) => ({ ...examination, at: new Date(at) })),
  };
}

/** The idea that most people get wrong; of equals the one that a larger share does. */
function chooseIdea(ideas: readonly IdeaRow[], { acts, ideasOf }: Library): Overview['thisWeek'] {
  const [worst] = ideas
    .filter(({ people, wrong }) => people >= WEEK_LEAST_PEOPLE && wrong >= WEEK_LEAST_WRONG)
    .filter(({ people, wrong }) => wrong / people >= WEEK_LEAST_SHARE)
    .toSorted((a, b) => b.wrong - a.wrong || b.wrong / b.people - a.wrong / a.people || compareText(a.idea, b.idea));
  if (worst === undefined) return null;
  const { idea, people, wrong } = worst;
  const act = acts.find((each) => ideasOf[each]?.includes(idea)) ?? null;
  return { idea, act, share: wrong / people, people: wrong };
}

/** The list of needs, as a table. */
export function tabulateNeeds({ needs }: Overview): Sheet {
  const details = ['act', 'idea', 'rank', 'days', 'attempts', 'answers', 'standing', 'sure'];
  return {
    columns: ['person', 'name', 'why', ...details],
    rows: needs.map(({ person, why, ...rest }) => {
      const known: Readonly<Record<string, string | number | null>> = rest;
      return [person.id, person.name, why, ...details.map((name) => known[name] ?? null)];
    }),
  };
}
