/** The reports over HTTP: as JSON and as files, for whom they are, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { reportRoutes } from '../../../src/server/reports/routes.ts';
import { makeManager, makeTeam, openTestGrounds, type MadeAccount, type TestGrounds } from '../harness/grounds.ts';
import { addPerson, type Past } from './history.ts';

let open: TestGrounds;
let team: string;
let past: Past;
let manager: MadeAccount;
let run: string;

const NAME = '=HYPERLINK("http://x","Ann")';
const REPORTS = ['overview', 'progress', 'ranks', 'ideas', 'bets', 'time', 'items', 'marked'];

beforeAll(async () => {
  open = await openTestGrounds();
  const { grounds } = open;
  team = await makeTeam(grounds);
  manager = await makeManager(grounds, { teams: [team] });
  past = await addPerson(grounds, { team, name: NAME, joined: '2026-11-01T08:00:00Z' });
  const [item] = [...grounds.library.items.keys()] as [string];
  run = await past.ran({ act: 'duck-pond', score: 12, at: '2026-11-10T08:00:00Z', bet: 'shooter', right: false });
  for (let i = 0; i < 5; i++)
    await past.answered({ item, score: 0.5, at: `2026-11-10T08:0${i}:30Z`, response: ['a', 'b'] });
  await past.marked({ mark: 'forged', act: 'duck-pond', score: 99, at: '2026-11-20T10:00:00Z' });
});
afterAll(() => open.close());

const ask = async (path: string, headers = manager.headers): Promise<Response> =>
  open.house.request(`/api/teams/${team}/${path}`, { headers });

/** Lines of a file without the first, which names the columns. */
const linesOf = (text: string): string[] => text.trimEnd().split('\r\n').slice(1);

describe('a report', () => {
  it.each(REPORTS)('%s comes as JSON and as a file', async (name) => {
    const answer = await ask(name);
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect(await answer.json()).toBeTypeOf('object');
    const file = await ask(`${name}?format=csv`);
    expect(file.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present');
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[a-z]+-2026-11-22\.csv"$/);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(linesOf(bytes.toString('utf8')).length).toBeGreaterThan(0);
    expect(bytes.toString('utf8')).not.toMatch(/(^|,|")=HYPER/m);
  });

  it('of one person, and of one run', async () => {
    expect(await (await ask(`people/${past.id}`)).json()).toMatchObject({ person: { name: NAME } });
    expect(linesOf(await (await ask(`people/${past.id}?format=csv`)).text())).toHaveLength(2);
    expect(await (await ask(`people/${past.id}/runs/${run}`)).json()).toMatchObject({
      run: { record: run, score: 12 },
    });
  });

  it.each(['progress', 'attempts', 'answers'])('of %s names its columns in the language asked for', async (name) => {
    const head = async (query: string): Promise<string> =>
      (await (await ask(`${name}?format=csv${query}`)).text()).split('\r\n')[0] ?? '';
    expect(await head('')).toMatch(/^person,name,/);
    expect(await head('&lang=zh-Hant')).toMatch(/^人員（id）,名字,/);
  });

  it('keeps a name from becoming a formula', async () => {
    const [line] = linesOf(await (await ask('ranks?format=csv')).text());
    expect(line?.split(',').slice(1, 3).join(',')).toBe(`"'${NAME.replaceAll('"', '""')}"`);
  });

  it.each(['progress?from=soon', 'progress?format=pdf', 'progress?limit=1', 'attempts?search='.padEnd(200, 'x')])(
    'refuses %s',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([400, 'badRequest']);
    },
  );

  it.each([`people/nobody`, `people/00000000-0000-7000-8000-000000000000`, `people/x/runs/y`])(
    'finds nothing at %s',
    async (path) => expect((await ask(path)).status).toBe(404),
  );
});

describe('the results themselves', () => {
  it('come as files, every run and every answer', async () => {
    const runs = linesOf(await (await ask('attempts')).text());
    expect(runs.map((line) => line.split(',').slice(-8).join(','))).toEqual([
      `${run},duck-pond,1,2026-11-10T08:00:00.000Z,12,60,shooter,false`,
    ]);
    expect(linesOf(await (await ask('answers')).text())).toHaveLength(5);
    expect(linesOf(await (await ask('answers?from=2026-11-11')).text())).toEqual([]);
    expect(linesOf(await (await ask('attempts?act=blind-and-lame')).text())).toEqual([]);
  });
});

describe('the table of routes', () => {
  it('lets managers and owners read, and nobody write', () => {
    for (const { method, allow, path } of reportRoutes) {
      expect([method, [...allow].toSorted()], path).toEqual(['GET', ['manager', 'owner']]);
      expect(path).toMatch(/^\/api\/teams\/:team\//);
    }
  });

  it('shows nothing of another team', async () => {
    const other = await makeManager(open.grounds, { teams: [await makeTeam(open.grounds)] });
    for (const path of [...REPORTS, 'attempts', 'answers', `people/${past.id}`, `people/${past.id}/runs/${run}`])
      expect([403, 404], path).toContain((await ask(path, other.headers)).status);
  });
});
