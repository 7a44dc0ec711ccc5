/** Where everybody stands after the latest examination, how sure that is, and where they stood before. */
import { sql, type Kysely } from 'kysely';

import type { Rank, Tier } from '../../quiz/index.ts';
import type { RanksReport } from '../../wire/team.ts';
import type { Tables } from '../database/tables.ts';
import { ofPeople, within } from './conditions.ts';
import type { Sheet } from './csv.ts';
import type { Filters } from './filters.ts';
import { findPeople } from './people.ts';

interface ExaminationRow {
  readonly player: string;
  readonly at: Date;
  readonly rank: Rank;
  readonly tier: Tier;
  readonly sure_of_rank: number;
  readonly sure_of_tier: number;
  readonly ranks: readonly { readonly rank: Rank; readonly probability: number }[];
  /** 1 for the latest, 2 for the one before. */
  readonly turn: number;
  /** All examinations of the person. */
  readonly count: number;
}

export async function reportRanks(db: Kysely<Tables>, team: string, filters: Filters): Promise<RanksReport> {
  const { people, whose } = await findPeople(db, team, filters);
  const { rows } = await sql<ExaminationRow>`
    select * from (
      select e.player_id as player, e.at, e.rank, e.tier, e.sure_of_rank, e.sure_of_tier, e.ranks,
        (row_number() over (partition by e.player_id order by e.at desc, e.record_id collate "C" desc))::integer as turn,
        (count(*) over (partition by e.player_id))::integer as count
      from examination e
      where ${ofPeople('e', whose)} and ${within('e.at', filters)}
    ) as numbered where turn <= 2`.execute(db);
  const find = (player: string, turn: number): ExaminationRow | undefined =>
    rows.find((row) => row.player === player && row.turn === turn);
  return {
    people: people.map((person) => {
      const latest = find(person.id, 1);
      return {
        id: person.id,
        name: person.name,
        examinations: latest?.count ?? 0,
        latest:
          latest === undefined
            ? null
            : {
                at: latest.at.toISOString(),
                rank: latest.rank,
                tier: latest.tier,
                sureOfRank: latest.sure_of_rank,
                sureOfTier: latest.sure_of_tier,
                ranks: latest.ranks,
              },
        before: find(person.id, 2)?.rank ?? null,
      };
    }),
  };
}

export function tabulateRanks({ people }: RanksReport): Sheet {
  return {
    columns: ['person', 'name', 'examinations', 'at', 'rank', 'sure_of_rank', 'tier', 'sure_of_tier', 'rank_before'],
    rows: people.map(({ id, name, examinations, latest, before }) => [
      id,
      name,
      examinations,
      latest?.at ?? null,
      latest?.rank ?? null,
      latest?.sureOfRank ?? null,
      latest?.tier ?? null,
      latest?.sureOfTier ?? null,
      before,
    ]),
  };
}
