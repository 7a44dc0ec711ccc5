/** Reports on what people believe and know, with the numbers worked out by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Item } from '../../../src/quiz/index.ts';
import { reportBets } from '../../../src/server/reports/bets.ts';
import { reportIdeas } from '../../../src/server/reports/ideas.ts';
import { reportItems } from '../../../src/server/reports/items.ts';
import { NO_FILTERS } from '../../../src/server/reports/filters.ts';
import { makeTeam, type TestGrounds } from '../harness/grounds.ts';
import { addPerson } from './history.ts';
import { itemsOf, keyOf, wrongOf, within, openSmallTeam } from './small-team.ts';

let open: TestGrounds;
let team: string;
beforeAll(async () => {
  ({ open, team } = await openSmallTeam());
});
afterAll(() => open.close());

describe('bets', () => {
  it('shows what people believed before and after', async () => {
    const { db, library } = open.grounds;
    const { acts } = await reportBets(db, library, team, NO_FILTERS);
    expect(acts[0]).toEqual({
      act: 'duck-pond',
      options: [
        { choice: 'shooter', before: 2, after: 0 },
        { choice: 'scatterer', before: 0, after: 0 },
        { choice: 'scatterAndGlue', before: 0, after: 1 },
        { choice: 'equal', before: 0, after: 0 },
      ],
      people: 2,
      again: 1,
      rightFirst: 0,
      rightLater: 1,
    });
    expect(acts[1]).toMatchObject({ act: 'blind-and-lame', people: 1, again: 0, rightFirst: null, rightLater: null });
  });
});

describe('ideas', () => {
  it('shows standings by group, and leaves out what rests on too few answers', async () => {
    const { db, library } = open.grounds;
    const found = await reportIdeas(db, library, team, NO_FILTERS);
    expect(found.groups).toEqual([1, 2, 3, 4, 5]);
    // Group 2, the duck: Ann's latest answers are 1 and 1, from four answers; Bob's one answer is too few.
    const [duckGroup, pushGroup] = [library.groupOf['duck-and-grain'], library.groupOf['push-pull']] as [
      number,
      number,
    ];
    expect([duckGroup, pushGroup]).toEqual([2, 1]);
    expect(found.people.map(({ cells }) => cells)).toEqual([
      [null, { standing: 1, answers: 4 }, null, null, null],
      [null, null, null, null, null],
      [null, null, null, null, null],
    ]);
    expect(found.team).toEqual([null, { standing: expect.closeTo(2 / 3, 10), answers: 5 }, null, null, null]);
    // Nothing is among the worst while fewer than three people were asked.
    expect(found.worst).toEqual([]);
  });

  it('shows the worst ideas with what people chose first', async () => {
    const { grounds } = open;
    const [duck] = itemsOf(open, 'duck-and-grain') as [Item];
    const crowd = await makeTeam(grounds);
    for (const [i, score] of [0, 0, 1].entries()) {
      const past = await addPerson(grounds, { team: crowd, name: `P${i}`, joined: '2026-11-01T08:00:00Z' });
      const response = score === 1 ? keyOf(duck) : wrongOf(duck);
      await past.answered({ item: duck.id, score, response, at: '2026-11-10T08:00:00Z' });
    }
    const { worst } = await reportIdeas(grounds.db, grounds.library, crowd, NO_FILTERS);
    const expected = {
      idea: 'duck-and-grain',
      standing: expect.closeTo(1 / 3, 10),
      answers: 3,
      people: 3,
      item: { item: duck.id, kind: 'single-choice', answers: 3, options: expect.arrayContaining([]) },
    };
    expect(worst).toEqual([expected]);
    expect(worst[0]?.item?.options.slice(0, 2)).toEqual([
      { option: wrongOf(duck)[0], taken: 2, right: false },
      { option: keyOf(duck)[0], taken: 1, right: true },
    ]);
    expect(worst[0]?.item?.options).toHaveLength(duck.options.length);
    // A part of the time is counted from the answers, and comes to the same.
    const sameWorst = (await reportIdeas(grounds.db, grounds.library, crowd, within('2026-11-09', '2026-11-12'))).worst;
    expect(sameWorst).toEqual(worst);
  });
});

describe('items', () => {
  it('takes first answers only, one for each person', async () => {
    const { db, library } = open.grounds;
    const [duck, duck2] = itemsOf(open, 'duck-and-grain') as [Item, Item];
    const { items } = await reportItems(db, library, team, NO_FILTERS);
    expect(items.find(({ item }) => item === duck.id)).toMatchObject({ answers: 2, facility: 0, discrimination: null });
    // In examinations: Ann's first answer was wrong.
    expect(items.find(({ item }) => item === duck2.id)).toMatchObject({
      answers: 1,
      facility: 0,
      idea: 'duck-and-grain',
    });
    const found = await reportItems(db, library, team, { ...NO_FILTERS, search: 'bob' });
    expect(found.items.map(({ item, answers }) => [item, answers])).toEqual([[duck.id, 1]]);
    const choices = found.items[0]?.choices.options.filter(({ taken }) => taken > 0);
    expect(choices).toEqual([{ option: wrongOf(duck)[0], taken: 1, right: false }]);
  });

  it('discriminates from ten examinations on, by Moodle’s formula', async () => {
    const { grounds } = open;
    const [good, other] = itemsOf(open, 'duck-and-grain') as [Item, Item];
    const [third] = itemsOf(open, 'push-pull') as [Item];
    const hall = await makeTeam(grounds);
    const sit = async (i: number): Promise<void> => {
      const past = await addPerson(grounds, { team: hall, name: `P${i}`, joined: '2026-11-01T08:00:00Z' });
      // Who gets the first right gets one of the two others right, who does not, none: but for one in either half.
      const answers = { [good.id]: i % 2, [other.id]: i === 0 ? 1 : i === 1 ? 0 : i % 2, [third.id]: 0 };
      await past.examined({ rank: 'general', sure: 0.9, at: `2026-11-10T08:0${i}:00Z`, answers });
    };
    for (let i = 0; i < 9; i++) await sit(i);
    const before = await reportItems(grounds.db, grounds.library, hall, NO_FILTERS);
    expect(before.items.map(({ discrimination }) => discrimination)).toEqual([null, null, null]);
    await sit(9);
    const { items } = await reportItems(grounds.db, grounds.library, hall, NO_FILTERS);
    // Ten sittings: x = 1 in five; others = half in five of ten, in four of which x = 1: r = (0.4 − 0.25) / 0.25 = 0.6.
    expect(items.find(({ item }) => item === good.id)?.discrimination).toBeCloseTo(0.6, 10);
    // An item that nobody gets right does not discriminate at all.
    expect(items.find(({ item }) => item === third.id)?.discrimination).toBeNull();
  });
});
