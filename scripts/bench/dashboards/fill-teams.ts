/**
 * Fills a PostgreSQL database with teams that have played for half a year, straight into the tables: how a report reads
 * them is measured, not how they came there. Sums are made by the server's own statements.
 */
import { sql, type Kysely } from 'kysely';

import type { Library } from '../../../src/server/content/library.ts';
import type { Tables } from '../../../src/server/database/tables.ts';
import { countOptions } from '../../../src/server/records/options.ts';
import { sumEverything } from '../../../src/server/records/sums.ts';

/** How much there is. Attempts and the like are for each player. */
export interface Amounts {
  readonly teams: number;
  readonly players: number;
  readonly attempts: number;
  readonly answers: number;
  readonly bets: number;
  readonly examinations: number;
  readonly questions: number;
}

/** A number from 0 to 1 that follows from two others; not random, but it looks so and is the same every time. */
const UNIT = (a: string, b: string): string => `((hashint8extended(${a}, ${b}) & 1048575) / 1048576.0)`;
/** Within the last 180 days. */
const WHEN = `timestamptz '2026-11-22 12:00Z' - make_interval(secs => ${UNIT('n', '7')} * 15552000)`;

export async function fillTeams(db: Kysely<Tables>, library: Library, amounts: Amounts): Promise<void> {
  const { teams, players, attempts, answers, bets, examinations, questions } = amounts;
  const run = async (text: string): Promise<void> => void (await sql.raw(text).execute(db));
  await run('set jit = off');
  await makeContent(db, library);
  await run(`create unlogged table people as
    select n as id_n, md5('player ' || n)::uuid as id, md5('team ' || ((n - 1) / ${players} + 1))::uuid as team_id
    from generate_series(1, ${teams * players}) as n`);
  await run(`insert into team (id, name, created_at)
    select md5('team ' || n)::uuid, 'Team ' || n, '2026-05-01' from generate_series(1, ${teams}) as n`);
  await run(`insert into player (id, team_id, kind, name, created_at, seen_at)
    select id, team_id, 'player', 'Player ' || id_n, '2026-05-20', '2026-11-22' from people`);
  await run(`insert into device (player_id, id, token, created_at, seen_at)
    select id, 'device', decode(md5(id::text), 'hex'), '2026-05-20', '2026-11-22' from people`);
  await run(`insert into attempt
      (player_id, record_id, team_id, act, rules, score, series, run_hash, seconds, bet, bet_right, at)
    select p.id, 'run-' || k, p.team_id, act.name, 1, ${UNIT('n', '1')} * 60, '[1,2,3,4,5]', md5(n::text),
      60 + ${UNIT('n', '2')} * 120, act.bet, ${UNIT('n', '3')} < 0.5, ${WHEN}
    from people p cross join generate_series(1, ${attempts}) as k
    cross join lateral (select p.id_n * 1000::bigint + k as n) as numbered
    join act on act.place = (n % (select count(*) from act))`);
  await run(`insert into record
      (player_id, id, device, seq, type, schema, payload, payload_hash, written_at, received_at, mark)
    select player_id, record_id, 'device', substr(record_id, 5)::integer, 'attempt', 1,
      jsonb_build_object('act', act, 'outcome', jsonb_build_object('score', score, 'series', series), 'startedAt', 0,
        'endedAt', 90000, 'replay', jsonb_build_object('act', act, 'rules', 1, 'intents', '[]'::jsonb)),
      '0', at, at, case when hashtext(run_hash) % 400 = 0 then 'forged' end
    from attempt`);
  await run(`delete from attempt a using record r
    where r.player_id = a.player_id and r.id = a.record_id and r.mark is not null`);
  await run(`insert into answer
      (player_id, record_id, place, team_id, way, act, item, idea, score, response, round, took_ms, at)
    select p.id, 'answer-' || k, 0, p.team_id, case when act.place = 0 then 'drill' else 'debrief' end,
      case when act.place = 0 then null else act.name end, item.id, item.idea,
      (array[0, 0.5, 1, 1])[1 + (hashint8(n) & 3)], item.response, 1, 20000, ${WHEN}
    from people p cross join generate_series(1, ${answers}) as k
    cross join lateral (select p.id_n * 1000::bigint + k as n) as numbered
    join act on act.place = (n % (select count(*) from act))
    join item on item.place = (hashint8(n) & 2147483647) % (select count(*) from item)`);
  await run(`insert into examination
      (player_id, record_id, team_id, rank, tier, sure_of_rank, sure_of_tier, estimate, sd, ranks, groups, at)
    select p.id, 'examination-' || k, p.team_id, 'general', 'general', 0.5 + ${UNIT('n', '5')} / 2, 0.9, 0, 0.4,
      '[{"rank":"general","probability":0.7}]', '[{"group":1,"verdict":"strong"}]', ${WHEN}
    from people p cross join generate_series(1, ${examinations}) as k
    cross join lateral (select p.id_n * 1000::bigint + k as n) as numbered`);
  await run(`insert into answer
      (player_id, record_id, place, team_id, way, act, item, idea, score, response, round, took_ms, at)
    select e.player_id, e.record_id, k, e.team_id, 'examination', null, item.id, item.idea,
      (array[0, 0.5, 1, 1])[1 + (hashint8(n) & 3)], item.response, 1, 20000, e.at
    from examination e cross join generate_series(1, ${questions}) as k
    cross join lateral (select hashtext(e.player_id::text || e.record_id) * 64::bigint + k as n) as numbered
    join item on item.place = (k * 7 + (hashtext(e.record_id || e.player_id) & 65535)) % (select count(*) from item)`);
  await run(`insert into bet (player_id, record_id, team_id, act, choice, at)
    select p.id, 'bet-' || k, p.team_id, act.name, act.bet, ${WHEN}
    from people p cross join generate_series(1, ${bets}) as k
    cross join lateral (select p.id_n * 1000::bigint + k as n) as numbered
    join act on act.place = (n % (select count(*) from act))`);
  await sumEverything(db);
  await countOptions(db, library);
  await run('vacuum analyze');
}

/** Acts and items as tables to draw from; an answer is the first of those that the item lists. */
async function makeContent(db: Kysely<Tables>, library: Library): Promise<void> {
  const acts = library.acts.map((name, place) => ({ place, name, bet: library.betsOf[name]?.[0] ?? '' }));
  const items = [...library.items.values()].map(({ id, idea, options }, place) => ({
    place,
    id,
    idea,
    response: options.slice(0, 1),
  }));
  await sql`create unlogged table act as
    select * from jsonb_to_recordset(${JSON.stringify(acts)}::jsonb) as row(place integer, name text, bet text)`.execute(
    db,
  );
  await sql`create unlogged table item as
    select * from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as row(place integer, id text, idea text, response jsonb)`.execute(db);
}
