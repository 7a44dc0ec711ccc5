/** News for open pages: what comes, what ends it, and how many pages may be open. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { closeLive, countLive, LIVE_SETTINGS, openLive, type LiveSettings } from '../../../src/server/reports/live.ts';
import type { Refusal } from '../../../src/server/routing/refusal.ts';
import type { Call } from '../../../src/server/routing/route.ts';
import type { LiveChange } from '../../../src/wire/team.ts';
import { hashToken } from '../../../src/server/guard/tokens.ts';
import {
  makeManager,
  makeOwner,
  makePlayer,
  makeTeam,
  openTestGrounds,
  type MadeAccount,
  type TestGrounds,
} from '../harness/grounds.ts';

let open: TestGrounds;
let team: string;
let other: string;
beforeAll(async () => {
  open = await openTestGrounds();
  team = await makeTeam(open.grounds);
  other = await makeTeam(open.grounds);
});
afterAll(() => open.close());

const QUICK: LiveSettings = { ...LIVE_SETTINGS, heartbeatMs: 30, gatherMs: 20 };

function change(player: string, what: LiveChange['what'] = 'run', of = team): LiveChange {
  return { team: of, player, what, at: '2026-11-22T12:00:00.000Z' };
}

/** The events of an answer as a browser reads them, one after the other; undefined when it has ended. */
function readEvents(answer: Response): () => Promise<string | undefined> {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return async () => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        return event;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += decoder.decode(value, { stream: true });
    }
  };
}

/** A call as the guard hands it on. */
function callBy(account: MadeAccount, gone = new AbortController()): Call {
  const token = /sid=([^;]+)/.exec(account.headers['Cookie'] ?? '')?.[1] ?? '';
  return {
    grounds: open.grounds,
    caller: { role: 'manager', account: account.id, teams: [team], session: hashToken(token) },
    params: { team },
    query: new URLSearchParams(),
    body: undefined,
    request: new Request('http://localhost:8787/api/teams/x/live', { signal: gone.signal }),
    address: '',
  };
}

describe('over HTTP', () => {
  it('tells that it is ready, and then every change of the team and no other', async () => {
    const manager = await makeManager(open.grounds, { teams: [team] });
    const gone = new AbortController();
    const headers = { ...manager.headers, 'Last-Event-ID': '"; drop table player; --' };
    const answer = await open.house.request(`/api/teams/${team}/live`, { headers, signal: gone.signal });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
    const next = readEvents(answer);
    expect(await next()).toMatch(/^retry: \d{4}\nevent: ready\ndata: \{\}$/);
    await open.grounds.changes.tell(change('someone', 'run', other));
    await open.grounds.changes.tell(change('ann'));
    expect(await next()).toBe(`event: change\ndata: ${JSON.stringify(change('ann'))}`);
    gone.abort();
    await expect.poll(() => countLive(open.grounds)).toBe(0);
  });

  it.each(['nobody', 'player', 'otherManager'] as const)('is not for %s', async (who) => {
    const made = {
      nobody: async () => ({ headers: {} }),
      player: () => makePlayer(open.grounds, { team }),
      otherManager: () => makeManager(open.grounds, { teams: [other] }),
    };
    const { headers } = await made[who]();
    const answer = await open.house.request(`/api/teams/${team}/live`, { headers });
    expect([401, 403, 404]).toContain(answer.status);
    expect(countLive(open.grounds)).toBe(0);
  });
});

describe('a connection', () => {
  it('gathers what comes at once, each kind about each person once', async () => {
    const call = callBy(await makeManager(open.grounds, { teams: [team] }));
    const next = readEvents(openLive(call, { ...QUICK, heartbeatMs: 60_000, gatherMs: 150 }));
    await next();
    for (const each of [change('ann'), change('ann'), change('bob'), change('ann', 'bet')])
      await open.grounds.changes.tell(each);
    const told = [await next(), await next(), await next()].map((event) => event?.split('data: ')[1]);
    expect(told).toEqual([change('ann'), change('bob'), change('ann', 'bet')].map((each) => JSON.stringify(each)));
    closeLive(open.grounds);
    expect(await next()).toBeUndefined();
  });

  it('gives signs of life', async () => {
    const next = readEvents(openLive(callBy(await makeManager(open.grounds, { teams: [team] })), QUICK));
    await next();
    expect([await next(), await next()]).toEqual([': still here', ': still here']);
    closeLive(open.grounds);
  });

  it.each([
    [
      'the session ends',
      (account: MadeAccount) => open.grounds.db.deleteFrom('session').where('account_id', '=', account.id),
    ],
    [
      'the team is taken away',
      (account: MadeAccount) => open.grounds.db.deleteFrom('team_manager').where('account_id', '=', account.id),
    ],
    [
      'the account is closed',
      (account: MadeAccount) =>
        open.grounds.db.updateTable('account').set({ disabled_at: new Date() }).where('id', '=', account.id),
    ],
    [
      'the session has expired',
      (account: MadeAccount) =>
        open.grounds.db
          .updateTable('session')
          .set({ expires_at: new Date(0) })
          .where('account_id', '=', account.id),
    ],
    [
      'nobody has done anything for long',
      (account: MadeAccount) =>
        open.grounds.db
          .updateTable('session')
          .set({ seen_at: new Date(0) })
          .where('account_id', '=', account.id),
    ],
  ])('ends when %s', async (_, alter) => {
    const account = await makeManager(open.grounds, { teams: [team] });
    const next = readEvents(openLive(callBy(account), QUICK));
    await next();
    expect(await next()).toBe(': still here');
    await alter(account).execute();
    let event: string | undefined = '';
    while (event !== undefined) event = await next();
    expect(countLive(open.grounds)).toBe(0);
  });

  it('goes on for an owner, who needs no team of their own', async () => {
    const owner = await makeOwner(open.grounds);
    const next = readEvents(openLive(callBy(owner), QUICK));
    await next();
    expect([await next(), await next()]).toEqual([': still here', ': still here']);
    closeLive(open.grounds);
  });

  it('does not prolong the session', async () => {
    const account = await makeManager(open.grounds, { teams: [team] });
    const seen = (): Promise<{ seen_at: Date } | undefined> =>
      open.grounds.db.selectFrom('session').select('seen_at').where('account_id', '=', account.id).executeTakeFirst();
    const before = await seen();
    open.clock.at = new Date(open.clock.at.getTime() + 60 * 60 * 1000);
    const next = readEvents(openLive(callBy(account), QUICK));
    await next();
    await next();
    expect(await seen()).toEqual(before);
    closeLive(open.grounds);
  });

  it('ends when nobody reads any more, and when the browser has gone before it began', async () => {
    const account = await makeManager(open.grounds, { teams: [team] });
    const answer = openLive(callBy(account), { ...QUICK, heartbeatMs: 1 });
    await expect.poll(() => countLive(open.grounds), { timeout: 20_000 }).toBe(0);
    await answer.body?.cancel();
    const gone = new AbortController();
    gone.abort();
    openLive(callBy(account, gone), QUICK);
    expect(countLive(open.grounds)).toBe(0);
  });
});

describe('the house', () => {
  it('keeps so many connections of an account, and lets another in when one has gone', async () => {
    const account = await makeManager(open.grounds, { teams: [team] });
    const pages = [new AbortController(), new AbortController()];
    const few = { ...QUICK, mostOfAccount: 2 };
    for (const page of pages) openLive(callBy(account, page), few);
    const refused = expect.objectContaining({ code: 'tooMany', retryAfter: 6 }) as Refusal;
    expect(() => openLive(callBy(account), few)).toThrow(refused);
    const another = await makeManager(open.grounds, { teams: [team] });
    openLive(callBy(another), few);
    expect(() => openLive(callBy(another), { ...few, mostInAll: 3 })).toThrow(refused);
    pages[0]?.abort();
    openLive(callBy(account), few);
    expect(countLive(open.grounds)).toBe(3);
    closeLive(open.grounds);
    expect(countLive(open.grounds)).toBe(0);
  });
});
