/** Whether the act changed what people believe: what they bet before they had played it, and what they bet afterwards. */
import { sql, type Kysely } from 'kysely';

import type { BetsReport } from '../../wire/team.ts';
import type { Library } from '../content/library.ts';
import type { Tables } from '../database/tables.ts';
import { ofAct, ofPeople, within, type Whose } from './conditions.ts';
import type { Sheet } from './csv.ts';
import type { Filters } from './filters.ts';
import { sum } from './lists.ts';
import { findPeople } from './people.ts';

export async function reportBets(
  db: Kysely<Tables>,
  library: Library,
  team: string,
  filters: Filters,
): Promise<BetsReport> {
  const { whose } = await findPeople(db, team, filters);
  const bets = await countBets(db, whose, filters);
  const settled = await countSettledBets(db, whose, filters);
  const acts = library.acts.filter((act) => filters.act === null || act === filters.act);
  return {
    acts: acts.map((act) => {
      const own = bets.filter((row) => row.act === act);
      const shares = settled.find((row) => row.act === act);
      const listed = library.betsOf[act] ?? [];
      const choices = [...new Set([...listed, ...own.map(({ choice }) => choice)])];
      const count = (choice: string, when: BetRow['phase']): number =>
        own.find((row) => row.choice === choice && row.phase === when)?.people ?? 0;
      const options = choices.map((choice) => ({
        choice,
        before: count(choice, 'before'),
        after: count(choice, 'after'),
      }));
      return {
        act,
        options,
        people: sum(options.map(({ before }) => before)),
        again: sum(options.map(({ after }) => after)),
        rightFirst: shares?.right_first ?? null,
        rightLater: shares?.right_later ?? null,
      };
    }),
  };
}

interface BetRow {
  readonly act: string;
  readonly choice: string;
  readonly phase: 'before' | 'after';
  readonly people: number;
}

/** Each person's first bet before the first finished run of the act, and the first one after it. */
async function countBets(db: Kysely<Tables>, whose: Whose, filters: Filters): Promise<readonly BetRow[]> {
  const { rows } = await sql<BetRow>`
    with phased as (
      select b.player_id, b.act, b.choice, b.at, b.record_id,
        case when r.first_at is null or b.at <= r.first_at then 'before' else 'after' end as phase
      from bet b left join player_act r on r.player_id = b.player_id and r.act = b.act
      where ${ofPeople('b', whose)} and ${ofAct('b.act', filters)} and ${within('b.at', filters)}
    ), first_of_phase as (
      select distinct on (player_id, act, phase) act, choice, phase from phased
      order by player_id, act, phase, at, record_id collate "C"
    )
    select act, choice, phase, count(*)::integer as people from first_of_phase group by act, choice, phase`.execute(db);
  return rows;
}

interface SettledRow {
  readonly act: string;
  readonly right_first: number | null;
  readonly right_later: number | null;
}

/**
 * Bets that a run has settled: each person's first, and the others. The first is found by its time alone, which spares
 * sorting ten thousand runs: nobody finishes two runs of an act in the same millisecond.
 */
async function countSettledBets(db: Kysely<Tables>, whose: Whose, filters: Filters): Promise<readonly SettledRow[]> {
  const { rows } = await sql<SettledRow>`
    with settled as (
      select a.player_id, a.act, a.at, a.bet_right::integer as bet_right from attempt a
      where ${ofPeople('a', whose)} and a.bet_right is not null
        and ${ofAct('a.act', filters)} and ${within('a.at', filters)}
    ), firsts as (
      select player_id, act, min(at) as at from settled group by player_id, act
    )
    select settled.act,
      (avg(bet_right) filter (where settled.at = firsts.at))::double precision as right_first,
      (avg(bet_right) filter (where settled.at > firsts.at))::double precision as right_later
    from settled join firsts on firsts.player_id = settled.player_id and firsts.act = settled.act
    group by settled.act`.execute(db);
  return rows;
}

export function tabulateBets({ acts }: BetsReport): Sheet {
  return {
    columns: ['act', 'choice', 'before', 'after', 'people', 'again', 'right_first', 'right_later'],
    rows: acts.flatMap(({ act, options, people, again, rightFirst, rightLater }) =>
      options.map(({ choice, before, after }) => [act, choice, before, after, people, again, rightFirst, rightLater]),
    ),
  };
}
