/** Fetching what was earned at a kiosk. */
import { describe, expect, it } from 'vitest';
import { hashPayload } from '../../src/wire/records/canonical.ts';
import type { ClaimAnswer } from '../../src/wire/kiosk.ts';
import { noticesOf, Profile } from './device.ts';
import { playAttempt } from './payloads.ts';

const CODE = 'ABCDEFGHJK';

function makeStored(number: number, payload: unknown): Record<string, unknown> {
  const kept: unknown = JSON.parse(JSON.stringify(payload));
  return {
    id: `0190a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
    device: '0190a000-0000-7000-8000-0000000000dd',
    seq: number,
    type: 'attempt',
    schema: 1,
    payload: kept,
    payloadHash: hashPayload(kept),
    at: 1000 + number,
  };
}

const HERE: ClaimAnswer = {
  status: 'here',
  event: 'The fair',
  name: { language: 'en', first: 1, second: 2 },
  records: [makeStored(1, playAttempt(1)), makeStored(2, playAttempt(2))],
};

/** A server that gives one visit to the first who asks for it. */
class ClaimServer {
  readonly claimers: string[] = [];
  answer: ClaimAnswer = HERE;
  /** Answers that are lost on their way. */
  lost = 0;
  authorization: (string | null)[] = [];
  readonly fetch = (path: string, init: RequestInit): Promise<Response> => {
    if (path !== '/api/claims') throw new Error(`nobody asks for ${path}`);
    const { claimer } = JSON.parse(init.body as string) as { claimer: string };
    this.authorization.push(new Headers(init.headers).get('authorization'));
    this.claimers.push(claimer);
    const mine = this.claimers[0] === claimer;
    if (this.lost-- > 0) return Promise.reject(new TypeError('failed to fetch'));
    const json = mine || this.answer.status !== 'here' ? this.answer : { status: 'taken' };
    return Promise.resolve(new Response(JSON.stringify(json), { headers: { 'content-type': 'application/json' } }));
  };
}

describe('a claim', () => {
  it('puts the records into the log and into the outbox, each once, however often it is asked', async () => {
    const [profile, server] = [new Profile(), new ClaimServer()];
    await profile.visit(
      async (player) => {
        const records = HERE.records.map((each) => ({ id: (each as { id: string }).id }));
        for (let times = 0; times < 2; times++)
          expect(await player.claim(CODE)).toMatchObject({
            ok: true,
            value: { status: 'here', event: 'The fair', name: { first: 1 }, records },
          });
        expect(player.progress.getState().acts['counting']?.attempts).toBe(2);
        expect((await player.outbox.pending()).map(({ id }) => id)).toHaveLength(2);
      },
      { fetch: server.fetch },
    );
    expect(new Set(server.claimers).size).toBe(1);
    expect(server.claimers[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(server.authorization).toEqual([null, null]);
  });

  it('is asked for as the same again when the answer was lost, also after the page was closed', async () => {
    const [profile, server] = [new Profile(), new ClaimServer()];
    server.lost = 1;
    const first = await profile.visit((player) => player.claim(CODE), { fetch: server.fetch });
    expect(first).toEqual({ ok: false, why: 'offline' });
    expect(await profile.visit((player) => player.openClaim())).toBe(CODE);
    const second = await profile.visit((player) => player.claim(CODE), { fetch: server.fetch });
    expect(second).toMatchObject({ ok: true, value: { status: 'here' } });
    expect(await profile.visit((player) => player.openClaim())).toBeNull();
  });

  it('is remembered while its kiosk has not told, and forgotten when somebody else has it', async () => {
    const [profile, server] = [new Profile(), new ClaimServer()];
    server.answer = { status: 'notHere' };
    await profile.visit(
      async (player) => {
        expect(await player.claim(CODE)).toEqual({ ok: true, value: { status: 'notHere' } });
        expect(await player.openClaim()).toBe(CODE);
        server.answer = { status: 'taken' };
        expect(await player.claim(CODE)).toEqual({ ok: true, value: { status: 'taken' } });
        expect(await player.openClaim()).toBeNull();
      },
      { fetch: server.fetch },
    );
  });

  it('takes no run that comes to another end when it is played again, and says so', async () => {
    const [profile, server] = [new Profile(), new ClaimServer()];
    const attempt = playAttempt(3);
    const forged = makeStored(3, { ...attempt, outcome: { ...attempt.outcome, score: attempt.outcome.score + 1 } });
    server.answer = { ...HERE, records: [forged, HERE.records[0]] };
    await profile.visit(
      async (player) => {
        const done = await player.claim(CODE);
        expect(done).toMatchObject({ ok: true, value: { records: [{ id: (HERE.records[0] as { id: string }).id }] } });
        expect(noticesOf(player)).toContain('importRejected');
        expect(await player.readAside()).toHaveLength(1);
      },
      { fetch: server.fetch },
    );
  });

  it('works as long as the page lives where nothing can be stored, and asks again afterwards', async () => {
    const [profile, server] = [new Profile(), new ClaimServer()];
    const bare = { fetch: server.fetch, indexedDB: undefined, textStorage: undefined };
    const player = profile.open(bare);
    await player.ready;
    expect(await player.claim(CODE)).toMatchObject({ ok: true, value: { status: 'here' } });
    expect(await player.claim(CODE)).toMatchObject({ ok: true, value: { status: 'here' } });
    expect(await player.openClaim()).toBe(CODE);
    await player.close();
  });

  it.each([{ status: 'elsewhere' }, { status: 'here', event: 'x', name: 'y', records: [] }, 'nothing', null])(
    'takes %j for no answer of the server',
    async (json) => {
      const answer = (): Promise<Response> =>
        Promise.resolve(new Response(JSON.stringify(json), { headers: { 'content-type': 'application/json' } }));
      const done = await new Profile().visit((player) => player.claim(CODE), { fetch: answer });
      expect(done).toEqual({ ok: false, why: 'offline' });
    },
  );
});
