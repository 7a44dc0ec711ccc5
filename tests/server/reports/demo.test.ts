/** The demonstration: the same from the same seed, all through the server's own checks, and like a team. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { drawCast } from '../../../scripts/demo/cast.ts';
import { DEMO_EMAIL, fillDemo, type DemoWishes, type FilledDemo } from '../../../scripts/demo/fill-demo.ts';
import { DEMO_WISHES, demoEnvironment, makeDemo, prepareDemo } from '../../../scripts/demo/prepare-demo.ts';
import { reportIdeas } from '../../../src/server/reports/ideas.ts';
import { reportMarked } from '../../../src/server/reports/marked.ts';
import { reportOverview } from '../../../src/server/reports/overview.ts';
import { reportBets } from '../../../src/server/reports/bets.ts';
import { NO_FILTERS } from '../../../src/server/reports/filters.ts';
import { reportRun } from '../../../src/server/reports/runs.ts';
import { reportTime } from '../../../src/server/reports/time.ts';
import { parseReplay, verifyReplay } from '../../../src/kernel/replay.ts';
import { loadRules } from '../../../src/server/content/acts.ts';
import { recount } from '../../../src/server/records/recount.ts';
import { makeOwner, makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';

const NOW = new Date('2026-11-19T21:30:00Z');
const SMALL = { players: 5, days: 14, now: NOW };

/** Everything that a demonstration consists of, but for secrets and the server's own order. */
async function dump({ grounds: { db } }: TestGrounds): Promise<unknown> {
  return {
    players: await db.selectFrom('player').select(['id', 'name', 'created_at', 'seen_at']).orderBy('id').execute(),
    records: await db
      .selectFrom('record')
      .select(['player_id', 'id', 'seq', 'type', 'payload_hash', 'written_at', 'received_at', 'mark'])
      .orderBy('player_id')
      .orderBy('seq')
      .execute(),
    attempts: await db.selectFrom('attempt').selectAll().orderBy('player_id').orderBy('record_id').execute(),
    answers: await db.selectFrom('answer').selectAll().orderBy('record_id').orderBy('place').execute(),
    sums: await db.selectFrom('player_item').selectAll().orderBy('player_id').orderBy('item').execute(),
  };
}

async function make(wishes: DemoWishes): Promise<unknown> {
  const open = await openTestGrounds();
  try {
    await fillDemo(open.grounds, wishes);
    return await dump(open);
  } finally {
    await open.close();
  }
}

describe('a seed', () => {
  it('gives the same team, and another one another', { timeout: 240_000 }, async () => {
    const first = await make({ ...SMALL, seed: 4 });
    expect(await make({ ...SMALL, seed: 4 })).toEqual(first);
    expect(await make({ ...SMALL, seed: 5 })).not.toEqual(first);
  });

  it('gives people of different strength and zeal, with names of their own', () => {
    const cast = drawCast(60, 28, 1);
    expect(new Set(cast.map(({ name }) => name)).size).toBe(60);
    const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    expect(spread(cast.map(({ ability }) => ability))).toBeGreaterThan(2);
    expect(spread(cast.map(({ zeal }) => zeal))).toBeGreaterThan(2);
    expect(cast.filter(({ part }) => part !== 'plain')).toHaveLength(9);
  });
});

describe('the team of `npm start -- --demo`', () => {
  let open: TestGrounds;
  let filled: FilledDemo;
  const heard: number[] = [];
  beforeAll(async () => {
    open = await openTestGrounds({ now: () => NOW });
    const made = await prepareDemo(open.grounds, { ...DEMO_WISHES, onProgress: (share) => void heard.push(share) });
    if (made === null) throw new Error('nothing was made');
    filled = made;
  }, 240_000);
  afterAll(() => open.close());

  it('has every kind of need, and an idea of the week', async () => {
    const { db, library } = open.grounds;
    const { needs, thisWeek, notStarted, ready, players } = await reportOverview(db, library, filled.team, NOW);
    expect(new Set(needs.map(({ why }) => why))).toEqual(
      new Set(['neverStarted', 'stalled', 'stuckOnAct', 'stuckOnIdea', 'readyForExamination', 'atBorder', 'newRank']),
    );
    expect(needs.length).toBeLessThanOrEqual(12);
    expect(players).toBe(30);
    expect(notStarted).toBe(1);
    expect(ready).toBeLessThan(players / 2);
    expect(thisWeek?.act).not.toBeNull();
    expect(thisWeek?.share).toBeGreaterThan(0.25);
  });

  it('has ranks of every tier, most in the middle', async () => {
    const rows = await open.grounds.db.selectFrom('examination').select('tier').execute();
    const count = (tier: string): number => rows.filter((row) => row.tier === tier).length;
    expect(rows.length).toBeGreaterThan(15);
    expect(Math.min(count('soldier'), count('marshal'))).toBeGreaterThan(0);
    expect(count('general')).toBeGreaterThan(rows.length / 3);
  });

  it('has two results that do not count: one edited, one copied', async () => {
    const { results } = await reportMarked(open.grounds.db, filled.team, NO_FILTERS);
    expect(results.map(({ mark }) => mark).toSorted()).toEqual(['copied', 'forged']);
  });

  it('has acts that change what people believe', async () => {
    const { acts } = await reportBets(open.grounds.db, open.grounds.library, filled.team, NO_FILTERS);
    for (const { people, again, rightFirst, rightLater } of acts) {
      expect(people).toBeGreaterThan(10);
      expect(again).toBeGreaterThan(3);
      expect(rightLater ?? 0).toBeGreaterThan(rightFirst ?? 1);
    }
  });

  it('has worst ideas with answers, and groups that differ', async () => {
    const { worst, people } = await reportIdeas(open.grounds.db, open.grounds.library, filled.team, NO_FILTERS);
    expect(worst).toHaveLength(5);
    expect(worst.filter(({ item }) => item !== null).length).toBeGreaterThan(2);
    const cells = people.flatMap((person) => person.cells).filter((cell) => cell !== null);
    expect(cells.length).toBeGreaterThan(50);
  });

  it('plays more on weekdays, and most of them come back', async () => {
    const days = await open.grounds.db.selectFrom('player_day').select('day').execute();
    const isWeekend = ({ day }: { readonly day: unknown }): boolean =>
      [0, 6].includes(new Date(String(day)).getUTCDay());
    const weekend = days.filter(isWeekend).length / 8;
    expect(weekend).toBeLessThan((days.length - days.filter(isWeekend).length) / 20);
    const { returned } = await reportTime(open.grounds.db, filled.team, NO_FILTERS, NOW);
    expect(returned).toBeGreaterThan(0.6);
  });

  it('ends today, and lies nowhere in the future', async () => {
    const rows = await open.grounds.db.selectFrom('record').select(['written_at', 'received_at']).execute();
    const latest = Math.max(...rows.flatMap((row) => [row.written_at.getTime(), row.received_at.getTime()]));
    expect(latest).toBeLessThanOrEqual(NOW.getTime());
    expect(NOW.getTime() - latest).toBeLessThan(36 * 60 * 60 * 1000);
    expect(heard.at(-1)).toBe(1);
  });

  it('has real runs: a replay comes again to the score that is shown', async () => {
    const { db } = open.grounds;
    const runs = await db.selectFrom('attempt').select(['player_id', 'record_id', 'act', 'score']).limit(5).execute();
    for (const { player_id, record_id, act: id, score } of runs) {
      const { replay } = await reportRun(db, filled.team, player_id, record_id);
      const { act } = await loadRules(id);
      expect(verifyReplay(act, parseReplay(replay, act))).toMatchObject({ ok: true, outcome: { score } });
    }
  });

  it('has sums that are those of its results', async () => {
    const { db, library } = open.grounds;
    const sums = async (): Promise<unknown> => [
      await db.selectFrom('player_act').selectAll().orderBy('player_id').orderBy('act').execute(),
      await db.selectFrom('item_option').selectAll().orderBy('item').orderBy('option').execute(),
    ];
    const before = await sums();
    await recount(db, library);
    expect(await sums()).toEqual(before);
  });

  it('is not made again while it is fresh; and is, when it has grown old', async () => {
    expect(await prepareDemo(open.grounds)).toBeNull();
    const later = new Date(NOW.getTime() + 4 * 24 * 60 * 60 * 1000);
    const made = await prepareDemo({ ...open.grounds, now: () => later }, { ...SMALL, seed: 1 });
    expect(made?.team).not.toBe(filled.team);
    expect(await open.grounds.db.selectFrom('team').select('id').execute()).toEqual([{ id: made?.team }]);
    const accounts = await open.grounds.db.selectFrom('account').select('email').execute();
    expect(accounts.every(({ email }) => email.endsWith(DEMO_EMAIL))).toBe(true);
  });
});

describe('somebody’s own data', () => {
  it('is never replaced', async () => {
    const open = await openTestGrounds();
    try {
      await makeTeam(open.grounds);
      await makeOwner(open.grounds);
      await expect(prepareDemo(open.grounds)).rejects.toThrow(/teams of your own/);
      await expect(makeDemo(open.grounds, DEMO_WISHES)).rejects.toThrow(/teams of your own/);
      expect(await open.grounds.db.selectFrom('team').select('id').execute()).toHaveLength(1);
    } finally {
      await open.close();
    }
  });

  it('is out of reach: the demonstration has a folder of its own, and no server’s database', () => {
    const environment = demoEnvironment({ DATABASE_URL: 'postgres://somewhere/real', DATA_DIR: '/real', PORT: '1' });
    expect(environment).toEqual({ DATABASE_URL: undefined, DATA_DIR: '.data-demo', PORT: '1' });
  });
});
