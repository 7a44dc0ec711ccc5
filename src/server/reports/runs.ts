/** Runs of one person: those that count, as the server played them, and those that do not, as they were delivered. */
import { sql, type Kysely, type RawBuilder } from 'kysely';

import type { Replay } from '../../kernel/replay.ts';
import type { RunBrief, RunReport } from '../../wire/team.ts';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../routing/refusal.ts';

export interface RunRow {
  readonly record: string;
  readonly act: string;
  readonly at: string | Date;
  readonly score: number;
  readonly seconds: number;
  readonly mark: string | null;
}

/** Runs that count. `a` is the alias of `attempt`. */
export const countedRun: RawBuilder<RunRow> = sql<RunRow>`
  a.record_id as record, a.act, a.at, a.score, a.seconds, null::text as mark`;

/**
 * Runs that do not: what the device said, times no later than they came in. `r` is the alias of `record`, whose
 * payload has the form of an attempt, or it would not have been kept.
 */
export const markedRun: RawBuilder<RunRow> = sql<RunRow>`
  r.id as record, r.payload ->> 'act' as act, least(r.written_at, r.received_at) as at,
  (r.payload #>> '{outcome,score}')::double precision as score,
  greatest(0, ((r.payload ->> 'endedAt')::double precision - (r.payload ->> 'startedAt')::double precision) / 1000)
    as seconds,
  r.mark`;

export function toRunBrief({ record, act, at, score, seconds, mark }: RunRow): RunBrief {
  return { record, act, at: new Date(at).toISOString(), score, minutes: seconds / 60, mark };
}

/** @throws Refusal `notFound` when it is no run of a person of this team */
export async function reportRun(db: Kysely<Tables>, team: string, player: string, record: string): Promise<RunReport> {
  const { rows } = await sql<RunRow & { readonly name: string; readonly replay: Replay }>`
    select p.name, r.payload -> 'replay' as replay, run.*
    from record r join player p on p.id = r.player_id
    cross join lateral (
      select ${countedRun} from attempt a where a.player_id = r.player_id and a.record_id = r.id
      union all
      select ${markedRun} where r.mark is not null
    ) as run
    where r.player_id = ${player} and r.id = ${record} and r.type = 'attempt'
      and p.team_id = ${team} and p.kind = 'player'`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Refusal('notFound');
  return { person: { id: player, name: row.name }, run: toRunBrief(row), replay: row.replay };
}
