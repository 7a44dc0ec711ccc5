/** The first page, and how often the database is asked, with the numbers worked out by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Item } from '../../../src/quiz/index.ts';
import { reportBets } from '../../../src/server/reports/bets.ts';
import { reportIdeas } from '../../../src/server/reports/ideas.ts';
import { reportItems } from '../../../src/server/reports/items.ts';
import { reportMarked } from '../../../src/server/reports/marked.ts';
import { reportOverview } from '../../../src/server/reports/overview.ts';
import { reportPerson } from '../../../src/server/reports/person.ts';
import { reportProgress } from '../../../src/server/reports/progress.ts';
import { reportRanks } from '../../../src/server/reports/ranks.ts';
import { reportRun } from '../../../src/server/reports/runs.ts';
import { reportTime } from '../../../src/server/reports/time.ts';
import { NO_FILTERS } from '../../../src/server/reports/filters.ts';
import { makeTeam, type TestGrounds } from '../harness/grounds.ts';
import { countQueries } from './count-queries.ts';
import { addPerson, type Past } from './history.ts';
import { itemsOf, LAST_WEEK, NOW, openSmallTeam } from './small-team.ts';

let open: TestGrounds;
let team: string;
let run: string;
let ann: Past;
let bob: Past;
let cem: Past;
beforeAll(async () => {
  ({ open, team, run, ann, bob, cem } = await openSmallTeam());
});
afterAll(() => open.close());

describe('overview', () => {
  it('says who needs the manager, and counts the days', async () => {
    const { db, library } = open.grounds;
    const found = await reportOverview(db, library, team, NOW);
    expect(found).toMatchObject({
      team: { id: team, name: 'Lanterns' },
      players: 3,
      notStarted: 1,
      active7Days: 1,
      ready: 0,
      names: { ready: [], notStarted: [{ id: cem.id, name: 'Cem' }] },
      marked: 1,
      thisWeek: null,
    });
    expect(found.needs).toEqual([
      { person: { id: cem.id, name: 'Cem' }, why: 'neverStarted', days: 4 },
      { person: { id: bob.id, name: 'bob' }, why: 'stalled', days: 18, act: 'duck-pond' },
      { person: { id: ann.id, name: 'Ann' }, why: 'newRank', rank: 'general', sure: 0.9 },
    ]);
    expect(found.days).toHaveLength(28);
    expect(found.days.filter(({ runs, answers }) => runs + answers > 0)).toEqual([
      { day: '2026-11-03', runs: 1, answers: 1 },
      { day: '2026-11-13', runs: 1, answers: 3 },
      { day: '2026-11-14', runs: 0, answers: 1 },
      { day: '2026-11-20', runs: 2, answers: 0 },
      { day: '2026-11-21', runs: 0, answers: 1 },
    ]);
  });

  it('names the idea that most people get wrong, with the act that teaches it', async () => {
    const { grounds } = open;
    const [duck, duck2] = itemsOf(open, 'duck-and-grain') as [Item, Item];
    const weak = await makeTeam(grounds);
    for (const [i, score] of [0, 0, 1].entries()) {
      const past = await addPerson(grounds, { team: weak, name: `P${i}`, joined: '2026-11-21T08:00:00Z' });
      for (const item of [duck, duck2]) await past.answered({ item: item.id, score, at: '2026-11-21T10:00:00Z' });
    }
    const { thisWeek } = await reportOverview(grounds.db, grounds.library, weak, NOW);
    expect(thisWeek).toEqual({
      idea: 'duck-and-grain',
      act: 'duck-pond',
      share: expect.closeTo(2 / 3, 10),
      people: 2,
    });
  });

  it('sees who is stuck on an idea: six answers, two items, and less than half', async () => {
    const { grounds } = open;
    const [duck, duck2] = itemsOf(open, 'duck-and-grain') as [Item, Item];
    const weak = await makeTeam(grounds);
    const past = await addPerson(grounds, { team: weak, name: 'Eve', joined: '2026-11-10T08:00:00Z' });
    const needs = async (): Promise<unknown> => (await reportOverview(grounds.db, grounds.library, weak, NOW)).needs;
    for (let i = 0; i < 5; i++) await past.answered({ item: duck.id, score: 0.4, at: `2026-11-21T10:0${i}:00Z` });
    expect(await needs()).toEqual([]);
    await past.answered({ item: duck2.id, score: 0.5, at: '2026-11-21T10:06:00Z' });
    expect(await needs()).toEqual([
      { person: { id: past.id, name: 'Eve' }, why: 'stuckOnIdea', idea: 'duck-and-grain', standing: 0.45, answers: 6 },
    ]);
    await past.answered({ item: duck2.id, score: 0.6, at: '2026-11-21T10:07:00Z' });
    expect(await needs()).toEqual([]);
  });

  it('sees who is stuck on an act by the act’s own bots', async () => {
    const { grounds } = open;
    const slow = await makeTeam(grounds);
    const past = await addPerson(grounds, { team: slow, name: 'Eve', joined: '2026-11-10T08:00:00Z' });
    for (const day of [18, 19, 20]) await past.ran({ act: 'duck-pond', score: 14, at: `2026-11-${day}T10:00:00Z` });
    const { needs } = await reportOverview(grounds.db, grounds.library, slow, NOW);
    expect(needs).toEqual([expect.objectContaining({ why: 'stuckOnAct', act: 'duck-pond', attempts: 3 })]);
  });

  it('is not there without a team', async () => {
    const { db, library } = open.grounds;
    const gone = '00000000-0000-7000-8000-000000000000';
    await expect(reportOverview(db, library, gone, NOW)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('the database', () => {
  it('is asked at most three times for a report', async () => {
    const { library } = open.grounds;
    const filtered = { ...LAST_WEEK, search: 'ann', act: 'duck-pond' };
    for (const filters of [NO_FILTERS, filtered]) {
      const reports = {
        overview: (db) => reportOverview(db, library, team, NOW),
        progress: (db) => reportProgress(db, library, team, filters),
        ranks: (db) => reportRanks(db, team, filters),
        ideas: (db) => reportIdeas(db, library, team, filters),
        bets: (db) => reportBets(db, library, team, filters),
        time: (db) => reportTime(db, team, filters, NOW),
        items: (db) => reportItems(db, library, team, filters),
        marked: (db) => reportMarked(db, team, filters),
        person: (db) => reportPerson(db, library, team, ann.id, filters),
        run: (db) => reportRun(db, team, ann.id, run),
      } satisfies Record<string, (db: TestGrounds['grounds']['db']) => Promise<unknown>>;
      for (const [name, report] of Object.entries(reports)) {
        const { db, count } = countQueries(open.grounds.db);
        await report(db);
        expect(count(), name).toBeGreaterThan(0);
        expect(count(), name).toBeLessThanOrEqual(3);
      }
    }
  });
});
