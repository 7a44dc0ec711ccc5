/** A small past, of which every figure can be worked out by hand. The clock stands at Sunday 2026-11-22, noon. */
import type { Item } from '../../../src/quiz/index.ts';
import { NO_FILTERS, type Filters } from '../../../src/server/reports/filters.ts';
import { makeTeam, openTestGrounds, type TestGrounds } from '../harness/grounds.ts';
import { addPerson, type Past } from './history.ts';

export interface SmallTeam {
  readonly open: TestGrounds;
  readonly team: string;
  readonly ann: Past;
  readonly bob: Past;
  /** Joined, and has not begun. */
  readonly cem: Past;
  readonly kiosk: Past;
  /** Ann's first run, and the one that does not count. */
  readonly run: string;
  readonly forged: string;
}

/** Items of an idea that are of one kind, in the bank's order. */
export function itemsOf(
  { grounds }: Pick<TestGrounds, 'grounds'>,
  idea: string,
  kind: Item['kind'] = 'single-choice',
): readonly Item[] {
  return [...grounds.library.items.values()].filter((item) => item.idea === idea && item.kind === kind);
}

export function keyOf(item: Item): readonly string[] {
  return item.kind === 'single-choice' ? [item.key] : [];
}

export function wrongOf(item: Item): readonly string[] {
  return item.kind === 'single-choice' ? item.options.filter((option) => option !== item.key).slice(0, 1) : [];
}

export async function openSmallTeam(): Promise<SmallTeam> {
  const open = await openTestGrounds();
  const { grounds } = open;
  const team = await makeTeam(grounds, { name: 'Lanterns' });
  const other = await makeTeam(grounds, { name: 'Others' });
  const ann = await addPerson(grounds, { team, name: 'Ann', joined: '2026-11-01T08:00:00Z' });
  const bob = await addPerson(grounds, { team, name: 'bob', joined: '2026-11-02T08:00:00Z' });
  const cem = await addPerson(grounds, { team, name: 'Cem', joined: '2026-11-18T08:00:00Z' });
  const kiosk = await addPerson(grounds, { team, name: 'Hall', joined: '2026-11-01T08:00:00Z', kind: 'kiosk' });
  const stranger = await addPerson(grounds, { team: other, name: 'Dan', joined: '2026-11-01T08:00:00Z' });
  const [duck, duck2] = itemsOf(open, 'duck-and-grain') as [Item, Item];
  const [push] = itemsOf(open, 'push-pull') as [Item];

  // Ann: two days of the pond, in two weeks; a bet that changes, a debrief with a second round, an examination.
  await ann.bet({ act: 'duck-pond', choice: 'shooter', at: '2026-11-13T18:00:00Z' });
  const run = await ann.ran({
    act: 'duck-pond',
    score: 10,
    at: '2026-11-13T18:03:00Z',
    seconds: 120,
    bet: 'shooter',
    right: false,
  });
  await ann.answered({ item: duck.id, score: 0, response: wrongOf(duck), at: '2026-11-13T18:04:00Z', seconds: 30 });
  await ann.answered({ item: push.id, score: 1, response: keyOf(push), at: '2026-11-13T18:05:00Z', seconds: 20 });
  await ann.answered({ item: duck.id, score: 1, response: keyOf(duck), at: '2026-11-13T18:06:00Z', seconds: 10 });
  await ann.bet({ act: 'duck-pond', choice: 'scatterAndGlue', at: '2026-11-20T18:00:00Z' });
  await ann.ran({
    act: 'duck-pond',
    score: 30,
    at: '2026-11-20T18:03:00Z',
    seconds: 180,
    bet: 'scatterAndGlue',
    right: true,
  });
  await ann.ran({
    act: 'duck-pond',
    score: 20,
    at: '2026-11-20T18:30:00Z',
    seconds: 60,
    bet: 'scatterAndGlue',
    right: true,
  });
  const groups = [
    { group: 1, verdict: 'strong' },
    { group: 2, verdict: 'weak' },
    { group: 3, verdict: 'open' },
  ] as const;
  await ann.examined({ rank: 'senior-soldier', sure: 0.8, at: '2026-11-14T09:00:00Z', answers: { [duck2.id]: 0 } });
  await ann.examined({ rank: 'general', sure: 0.9, at: '2026-11-21T09:00:00Z', answers: { [duck2.id]: 1 }, groups });
  const forged = await ann.marked({ mark: 'forged', act: 'duck-pond', score: 99, at: '2026-11-21T10:00:00Z' });

  // Bob: one evening long ago, and a bet on another act that he never played.
  await bob.bet({ act: 'duck-pond', choice: 'shooter', at: '2026-11-03T17:58:00Z' });
  await bob.ran({ act: 'duck-pond', score: 12, at: '2026-11-03T18:00:00Z', seconds: 60, bet: 'shooter', right: false });
  await bob.answered({ item: duck.id, score: 0, response: wrongOf(duck), at: '2026-11-03T18:02:00Z', seconds: 60 });
  await bob.bet({ act: 'blind-and-lame', choice: 'equal', at: '2026-11-03T18:05:00Z' });

  // What must not be seen: a kiosk's results, another team's.
  for (const past of [kiosk, stranger]) {
    await past.ran({ act: 'duck-pond', score: 50, at: '2026-11-20T10:00:00Z', bet: 'shooter', right: true });
    await past.bet({ act: 'duck-pond', choice: 'shooter', at: '2026-11-20T09:00:00Z' });
    await past.examined({ rank: 'marshal', sure: 1, at: '2026-11-20T11:00:00Z', answers: { [duck2.id]: 1 } });
    await past.marked({ mark: 'copied', act: 'duck-pond', score: 1, at: '2026-11-20T12:00:00Z' });
  }
  await stranger.answered({ item: duck.id, score: 1, response: keyOf(duck), at: '2026-11-20T10:01:00Z' });
  return { open, team, ann, bob, cem, kiosk, run, forged };
}

export const within = (from: string, until: string): Filters => ({
  ...NO_FILTERS,
  from: new Date(from),
  until: new Date(until),
});
export const LAST_WEEK = within('2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z');
export const NOW = new Date('2026-11-22T12:00:00Z');
