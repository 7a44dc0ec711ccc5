/** Reports on people, with the numbers worked out by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { reportMarked } from '../../../src/server/reports/marked.ts';
import { reportPerson } from '../../../src/server/reports/person.ts';
import { reportProgress } from '../../../src/server/reports/progress.ts';
import { reportRanks } from '../../../src/server/reports/ranks.ts';
import { reportRun } from '../../../src/server/reports/runs.ts';
import { reportTime } from '../../../src/server/reports/time.ts';
import { NO_FILTERS } from '../../../src/server/reports/filters.ts';
import { makeTeam, type TestGrounds } from '../harness/grounds.ts';
import type { Past } from './history.ts';
import { LAST_WEEK, NOW, within, openSmallTeam } from './small-team.ts';

let open: TestGrounds;
let team: string;
let run: string;
let forged: string;
let ann: Past;
let bob: Past;
let kiosk: Past;
beforeAll(async () => {
  ({ open, team, run, forged, ann, bob, kiosk } = await openSmallTeam());
});
afterAll(() => open.close());

describe('progress', () => {
  it('shows who did what, in the order of names', async () => {
    const { db, library } = open.grounds;
    const { acts, people } = await reportProgress(db, library, team, NO_FILTERS);
    expect(acts).toEqual(library.acts);
    expect(people.map(({ name }) => name)).toEqual(['Ann', 'bob', 'Cem']);
    // Of the four ideas of the pond, Ann has settled the two that she was asked, Bob none.
    expect(people.map(({ cells }) => cells[0])).toEqual([
      { act: 'duck-pond', attempts: 3, first: 10, best: 30, last: 20, debrief: 0.5 },
      { act: 'duck-pond', attempts: 1, first: 12, best: 12, last: 12, debrief: 0 },
      { act: 'duck-pond', attempts: 0, first: null, best: null, last: null, debrief: null },
    ]);
    expect(people.map(({ lastAt }) => lastAt)).toEqual(['2026-11-21T09:00:00.000Z', '2026-11-03T18:02:00.000Z', null]);
    expect(people[0]?.joinedAt).toBe('2026-11-01T08:00:00.000Z');
  });

  it('shows a part of the time from the runs themselves', async () => {
    const { db, library } = open.grounds;
    const { people } = await reportProgress(db, library, team, LAST_WEEK);
    expect(people.map(({ cells }) => cells[0])).toEqual([
      { act: 'duck-pond', attempts: 2, first: 30, best: 30, last: 20, debrief: null },
      { act: 'duck-pond', attempts: 0, first: null, best: null, last: null, debrief: null },
      { act: 'duck-pond', attempts: 0, first: null, best: null, last: null, debrief: null },
    ]);
  });

  it('shows one act, and those whose name has the search in it', async () => {
    const { db, library } = open.grounds;
    const found = await reportProgress(db, library, team, { ...NO_FILTERS, act: 'blind-and-lame', search: 'bo' });
    expect(found.acts).toEqual(['blind-and-lame']);
    expect(found.people.map(({ name, cells }) => [name, cells.length])).toEqual([['bob', 1]]);
    expect((await reportProgress(db, library, team, { ...NO_FILTERS, search: 'nobody' })).people).toEqual([]);
  });
});

describe('ranks', () => {
  it('shows the latest, and the one before', async () => {
    const { people } = await reportRanks(open.grounds.db, team, NO_FILTERS);
    expect(people.map(({ name, examinations, before }) => [name, examinations, before])).toEqual([
      ['Ann', 2, 'senior-soldier'],
      ['bob', 0, null],
      ['Cem', 0, null],
    ]);
    expect(people[0]?.latest).toEqual({
      at: '2026-11-21T09:00:00.000Z',
      rank: 'general',
      tier: 'general',
      sureOfRank: 0.9,
      sureOfTier: 0.9,
      ranks: [{ rank: 'general', probability: 0.9 }],
    });
    expect(people[1]?.latest).toBeNull();
  });
});

describe('time', () => {
  it('counts minutes by weeks from Monday, days, and who came back', async () => {
    const { people, returned } = await reportTime(open.grounds.db, team, NO_FILTERS, NOW);
    // Ann: 120 + 30 + 20 + 10 s and 10 s of the examination in the week of the 9th; 180 + 60 + 10 s in that of the 16th.
    const weeks = [0, 0, 0, 0, 0, 0, 190 / 60, 250 / 60].map((value) => expect.closeTo(value, 10));
    expect(people[0]).toMatchObject({ name: 'Ann', minutes: expect.closeTo(440 / 60, 10), days: 4, weeks });
    expect(people[1]).toMatchObject({ name: 'bob', minutes: 2, days: 1, weeks: [0, 0, 0, 0, 0, 2, 0, 0] });
    expect(people[2]).toMatchObject({ name: 'Cem', minutes: 0, days: 0, lastAt: null });
    // Ann came back, Bob did not, Cem has not begun.
    expect(returned).toBe(0.5);
  });

  it('counts an act by its runs', async () => {
    const { people, returned } = await reportTime(open.grounds.db, team, { ...NO_FILTERS, act: 'duck-pond' }, NOW);
    expect(people[0]).toMatchObject({ minutes: 6, days: 2, weeks: [0, 0, 0, 0, 0, 0, 2, 4] });
    expect(returned).toBe(0.5);
    const none = await reportTime(open.grounds.db, team, { ...NO_FILTERS, act: 'blind-and-lame' }, NOW);
    expect(none.returned).toBeNull();
  });
});

describe('one person', () => {
  it('has runs, examinations, ideas and bets', async () => {
    const { db, library } = open.grounds;
    const found = await reportPerson(db, library, team, ann.id, NO_FILTERS);
    expect(found.person).toEqual({
      id: ann.id,
      name: 'Ann',
      joinedAt: '2026-11-01T08:00:00.000Z',
      lastAt: '2026-11-21T09:00:00.000Z',
      devices: 1,
    });
    expect(found.runs.map(({ record, score, minutes, mark }) => [record === forged, score, minutes, mark])).toEqual([
      [true, 99, 2, 'forged'],
      [false, 20, 1, null],
      [false, 30, 3, null],
      [false, 10, 2, null],
    ]);
    expect(found.examinations.map(({ rank, strong, weak }) => [rank, strong, weak])).toEqual([
      ['general', [1], [2]],
      ['senior-soldier', [], []],
    ]);
    expect(found.ideas).toEqual([
      { idea: 'duck-and-grain', group: 2, standing: 1, answers: 4 },
      { idea: 'push-pull', group: 1, standing: 1, answers: 1 },
    ]);
    expect(found.bets.map(({ choice, right }) => [choice, right])).toEqual([
      ['scatterAndGlue', true],
      ['shooter', false],
    ]);
    expect(found.minutes).toBeCloseTo(440 / 60, 10);
    expect(found.progress[0]?.best).toBe(30);
  });

  it('tells nothing of a bet that no run has settled', async () => {
    const { db, library } = open.grounds;
    const { bets } = await reportPerson(db, library, team, bob.id, NO_FILTERS);
    expect(bets.map(({ act, right }) => [act, right])).toEqual([
      ['blind-and-lame', null],
      ['duck-pond', false],
    ]);
  });

  it('can be filtered', async () => {
    const { db, library } = open.grounds;
    const found = await reportPerson(db, library, team, ann.id, LAST_WEEK);
    expect([found.runs.length, found.bets.length, found.examinations.length]).toEqual([3, 1, 1]);
    const none = await reportPerson(db, library, team, ann.id, { ...NO_FILTERS, act: 'blind-and-lame' });
    expect([none.runs.length, none.bets.length, none.ideas.length]).toEqual([0, 0, 0]);
  });

  it('is found in their own team only, and a kiosk is nobody', async () => {
    const { db, library } = open.grounds;
    const other = await makeTeam(open.grounds);
    const refused = expect.objectContaining({ code: 'notFound' }) as Error;
    await expect(reportPerson(db, library, other, ann.id, NO_FILTERS)).rejects.toEqual(refused);
    await expect(reportPerson(db, library, team, kiosk.id, NO_FILTERS)).rejects.toEqual(refused);
    await expect(reportRun(db, other, ann.id, run)).rejects.toEqual(refused);
    await expect(reportRun(db, team, bob.id, run)).rejects.toEqual(refused);
  });

  it('gives the replay of a run, and of one that does not count', async () => {
    const { db } = open.grounds;
    expect(await reportRun(db, team, ann.id, run)).toEqual({
      person: { id: ann.id, name: 'Ann' },
      run: { record: run, act: 'duck-pond', at: '2026-11-13T18:03:00.000Z', score: 10, minutes: 2, mark: null },
      replay: { act: 'duck-pond', rules: 1 },
    });
    expect((await reportRun(db, team, ann.id, forged)).run).toMatchObject({ score: 99, mark: 'forged' });
  });
});

describe('what does not count', () => {
  it('is listed, of this team’s people', async () => {
    const { db } = open.grounds;
    const { results } = await reportMarked(db, team, NO_FILTERS);
    expect(results).toEqual([
      {
        person: { id: ann.id, name: 'Ann' },
        record: forged,
        type: 'attempt',
        act: 'duck-pond',
        at: '2026-11-21T10:00:00.000Z',
        mark: 'forged',
        claimed: 99,
      },
    ]);
    expect((await reportMarked(db, team, within('2026-11-01', '2026-11-21'))).results).toEqual([]);
    expect((await reportMarked(db, team, { ...NO_FILTERS, act: 'blind-and-lame' })).results).toEqual([]);
  });
});
