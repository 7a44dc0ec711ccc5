/** One person's page: runs to be watched, examinations, ideas, bets, time. */
import { sql, type Kysely } from 'kysely';

import type { Rank } from '../../quiz/index.ts';
import type { PersonReport } from '../../wire/team.ts';
import type { Library } from '../content/library.ts';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../routing/refusal.ts';
import { ofAct, within, withinDays } from './conditions.ts';
import type { Sheet } from './csv.ts';
import type { Filters } from './filters.ts';
import { readCells } from './progress.ts';
import { countedRun, markedRun, toRunBrief, type RunRow } from './runs.ts';
import { ideasAsked, itemScores } from './standings.ts';

/** The newest so many of each list: a page, not an archive (the files have all of them). */
const MOST_RUNS = 300;
const MOST_BETS = 300;
const MOST_EXAMINATIONS = 100;

/** @throws Refusal `notFound` when nobody of this team has that id */
export async function reportPerson(
  db: Kysely<Tables>,
  library: Library,
  team: string,
  player: string,
  filters: Filters,
): Promise<PersonReport> {
  const row = await readPerson(db, library, team, player, filters);
  if (row === undefined) throw new Refusal('notFound');
  const cellsOf = await readCells(db, library, { team, players: [player] }, filters);
  return {
    person: {
      id: player,
      name: row.name,
      joinedAt: row.joined_at.toISOString(),
      lastAt: row.last_at?.toISOString() ?? null,
      devices: row.devices,
    },
    progress: cellsOf(player),
    runs: row.runs.map(toRunBrief),
    examinations: row.examinations.map(({ record_id, at, rank, sure_of_rank, ranks, groups }) => ({
      record: record_id,
      at: new Date(at).toISOString(),
      rank,
      sureOfRank: sure_of_rank,
      ranks,
      strong: groups.filter(({ verdict }) => verdict === 'strong').map(({ group }) => group),
      weak: groups.filter(({ verdict }) => verdict === 'weak').map(({ group }) => group),
    })),
    ideas: row.ideas.map((each) => ({ ...each, group: library.groupOf[each.idea] ?? 0 })),
    bets: row.bets.map((bet) => ({ ...bet, at: new Date(bet.at).toISOString() })),
    minutes: row.seconds / 60,
  };
}

interface PersonRow {
  readonly name: string;
  readonly joined_at: Date;
  readonly last_at: Date | null;
  readonly devices: number;
  readonly seconds: number;
  // Times in the lists are texts: JSON has no dates.
  readonly runs: readonly RunRow[];
  readonly examinations: readonly {
    readonly record_id: string;
    readonly at: string;
    readonly rank: Rank;
    readonly sure_of_rank: number;
    readonly ranks: readonly { readonly rank: Rank; readonly probability: number }[];
    readonly groups: readonly { readonly group: number; readonly verdict: string }[];
  }[];
  readonly ideas: readonly { readonly idea: string; readonly standing: number; readonly answers: number }[];
  readonly bets: readonly {
    readonly act: string;
    readonly choice: string;
    readonly right: boolean | null;
    readonly at: string;
  }[];
}

async function readPerson(
  db: Kysely<Tables>,
  library: Library,
  team: string,
  player: string,
  filters: Filters,
): Promise<PersonRow | undefined> {
  const whose = { team, players: [player] };
  const { rows } = await sql<PersonRow>`
    with runs as (
      select ${countedRun} from attempt a
      where a.player_id = ${player} and ${ofAct('a.act', filters)} and ${within('a.at', filters)}
      union all
      select ${markedRun} from record r
      where r.player_id = ${player} and r.type = 'attempt' and r.mark is not null
        and ${filters.act === null ? sql`true` : sql`r.payload ->> 'act' = ${filters.act}`}
        and ${within('r.received_at', filters)}
      order by at desc, record desc limit ${MOST_RUNS}
    ), examinations as (
      select e.record_id, e.at, e.rank, e.sure_of_rank, e.ranks, e.groups from examination e
      where e.player_id = ${player} and ${within('e.at', filters)}
      order by e.at desc, e.record_id collate "C" desc limit ${MOST_EXAMINATIONS}
    ), ideas as (
      select idea, avg(last_score) as standing, sum(answers)::integer as answers
      from (${itemScores(whose, ideasAsked(library, filters), filters)}) as scores
      group by idea order by standing, idea
    ), bets as (
      select b.act, b.choice, b.at, case when next.bet = b.choice then next.bet_right end as right from bet b
      left join lateral (
        select a.bet, a.bet_right from attempt a
        where a.player_id = b.player_id and a.act = b.act and a.at >= b.at order by a.at, a.record_id collate "C" limit 1
      ) as next on true
      where b.player_id = ${player} and ${ofAct('b.act', filters)} and ${within('b.at', filters)}
      order by b.at desc, b.record_id collate "C" desc limit ${MOST_BETS}
    )
    select p.name, p.created_at as joined_at,
      greatest(
        (select max(a.last_at) from player_act a where a.player_id = p.id),
        (select max(i.last_at) from player_item i where i.player_id = p.id)
      ) as last_at,
      (select count(*) from device d where d.player_id = p.id)::integer as devices,
      coalesce((select sum(d.seconds) from player_day d
        where d.player_id = p.id and ${withinDays('d.day', filters)}), 0) as seconds,
      coalesce((select json_agg(runs) from runs), '[]'::json) as runs,
      coalesce((select json_agg(examinations) from examinations), '[]'::json) as examinations,
      coalesce((select json_agg(ideas) from ideas), '[]'::json) as ideas,
      coalesce((select json_agg(bets) from bets), '[]'::json) as bets
    from player p where p.id = ${player} and p.team_id = ${team} and p.kind = 'player'`.execute(db);
  return rows[0];
}

/** The runs: what a page of one person has as a table. */
export function tabulatePerson({ person, runs }: PersonReport): Sheet {
  return {
    columns: ['person', 'name', 'record', 'act', 'at', 'score', 'minutes', 'mark'],
    rows: runs.map(({ record, act, at, score, minutes, mark }) => [
      person.id,
      person.name,
      record,
      act,
      at,
      score,
      minutes,
      mark,
    ]),
  };
}
