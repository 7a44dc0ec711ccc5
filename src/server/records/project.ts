/** A record that counts, as the rows that reports read. */
import type { Insertable } from 'kysely';

import type { AnswerTable, AttemptTable, BetTable, ExaminationTable } from '../database/tables.ts';
import type { CountedRecord } from './statements-hook.ts';

/** Rows of one or more records, by table. */
export interface Projections {
  readonly attempt: readonly Insertable<AttemptTable>[];
  readonly answer: readonly Insertable<AnswerTable>[];
  readonly examination: readonly Insertable<ExaminationTable>[];
  readonly bet: readonly Insertable<BetTable>[];
}

export interface Owner {
  readonly player: string;
  readonly team: string;
}

/** The rows of some records; a poll has none. */
export function projectRecords(owner: Owner, counted: readonly CountedRecord[]): Projections {
  const rows = { attempt: [], answer: [], examination: [], bet: [] } as {
    -readonly [Table in keyof Projections]: Projections[Table][number][];
  };
  for (const each of counted) {
    const { record, finding, at } = each;
    const row = { player_id: owner.player, record_id: record.id, team_id: owner.team, at };
    if (record.type === 'attempt' && finding.type === 'attempt') {
      const { act, replay, bet } = record.payload;
      const { outcome, runHash, seconds, betRight } = finding.run;
      rows.attempt.push({
        ...row,
        act,
        rules: replay.rules,
        score: outcome.score,
        series: JSON.stringify(outcome.series),
        run_hash: runHash,
        seconds,
        bet: bet?.choice ?? null,
        bet_right: betRight,
      });
    }
    if (record.type === 'answer' && finding.type === 'answer') {
      const { way, act, item, idea, response, round, tookMs } = record.payload;
      const { score } = finding;
      const given = { item, idea, score, response: JSON.stringify(response), took_ms: tookMs };
      rows.answer.push({ ...row, ...given, place: 0, way, act, round });
    }
    if (record.type === 'examination' && finding.type === 'examination') {
      const { scores, result } = finding.examination;
      record.payload.answers.forEach(({ item, idea, response, tookMs }, i) => {
        const given = { item, idea, score: scores[i] ?? 0, response: JSON.stringify(response), took_ms: tookMs };
        rows.answer.push({ ...row, ...given, place: i + 1, way: 'examination', act: null, round: 1 });
      });
      rows.examination.push({
        ...row,
        rank: result.rank,
        tier: result.tier,
        sure_of_rank: result.sureOfRank,
        sure_of_tier: result.sureOfTier,
        estimate: result.estimate,
        sd: result.sd,
        ranks: JSON.stringify(result.ranks),
        groups: JSON.stringify(result.groups.map(({ group, verdict }) => ({ group, verdict }))),
      });
    }
    if (record.type === 'bet') rows.bet.push({ ...row, act: record.payload.act, choice: record.payload.choice });
  }
  return rows;
}
