import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Digest } from '../../src/kernel/hash.ts';
import { startRun } from '../../src/kernel/run.ts';
import { Session } from '../../src/kernel/session.ts';
import { openPlayer } from '../../src/player/index.ts';
import { makeCountingAct, type Add, type Counting } from './counting-act.ts';
import { noticesOf, Profile, until } from './device.ts';
import { playAttempt } from './payloads.ts';

const act = makeCountingAct();
const begin = (seed: number, end = 400): Session<Counting, Add> => new Session(startRun(act, { end }, seed));
const about = { bet: { question: 'bet', choice: 'equal', right: null }, startedAt: 1003 };

function play(session: Session<Counting, Add>, ticks: number): void {
  for (let tick = 0; tick < ticks; tick++) {
    if (tick % 7 === 0) session.ask({ add: 1 + (tick % 3) });
    session.tick();
  }
}
function fingerprint(state: Counting): string {
  const digest = new Digest();
  act.digest(state, digest);
  return digest.hex();
}

describe('an unfinished run', () => {
  it('is brought back to the same tick and state, and goes on as it would have', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 390 }), async (seed, ticks) => {
        const profile = new Profile();
        const session = begin(seed);
        play(session, ticks);
        await profile.visit(async (player) => {
          const stop = player.drafts.keep(session, { ...about, notes: () => ({ slowest: 0.5 }) });
          await stop();
          expect(await player.drafts.list()).toEqual(['counting']);
        });
        await profile.visit(async (player) => {
          const resumed = await player.drafts.load(act);
          expect(resumed).toMatchObject({ ...about, notes: { slowest: 0.5 } });
          const back = resumed?.session as Session<Counting, Add>;
          expect(fingerprint(back.run.state)).toBe(fingerprint(session.run.state));
          play(back, 400);
          play(session, 400);
          expect(fingerprint(back.run.state)).toBe(fingerprint(session.run.state));
          expect(back.run.hashes).toEqual(session.run.hashes);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('is kept every few seconds, when the page is hidden, and when it stops; not when nothing moved', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const profile = new Profile();
      await profile.visit(async (player) => {
        const tickKept = async (): Promise<number | undefined> =>
          ((await profile.all('drafts'))[0]?.['replay'] as { ticks: number } | undefined)?.ticks;
        const keptAt = async (ticks: number | undefined): Promise<void> =>
          vi.waitFor(async () => expect(await tickKept()).toBe(ticks));
        const session = begin(5);
        const stop = player.drafts.keep(session, about);
        await new Promise((resolve) => setTimeout(resolve, 5));
        play(session, 10);
        expect(await tickKept()).toBeUndefined();
        vi.advanceTimersByTime(3000);
        await keptAt(10);
        play(session, 3);
        profile.page.dispatchEvent(new Event('pagehide'));
        await keptAt(13);
        play(session, 4);
        profile.page.dispatchEvent(new Event('visibilitychange'));
        await keptAt(17);
        const [before] = await profile.all('drafts');
        vi.advanceTimersByTime(30_000);
        await new Promise((resolve) => setTimeout(resolve, 5));
        expect((await profile.all('drafts'))[0]).toEqual(before);
        play(session, 1);
        await stop();
        await keptAt(18);
        play(session, 9);
        vi.advanceTimersByTime(30_000);
        profile.page.dispatchEvent(new Event('pagehide'));
        await new Promise((resolve) => setTimeout(resolve, 5));
        expect(await tickKept()).toBe(18);
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it('is gone once the run is an attempt, also when it stops being kept afterwards', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      const session = begin(3, 250);
      play(session, 200);
      const stop = player.drafts.keep(session, about);
      await new Promise((resolve) => setTimeout(resolve, 5));
      profile.page.dispatchEvent(new Event('pagehide'));
      await vi.waitFor(async () => expect(await profile.all('drafts')).toHaveLength(1));
      play(session, 60);
      expect(session.isOver).toBe(true);
      await player.append({ type: 'attempt', payload: playAttempt(3, { startedAt: about.startedAt }) });
      await stop();
      expect(await player.drafts.list()).toEqual([]);
      expect(await player.drafts.load(act)).toBeNull();
    });
  });

  it('that is given up is gone for good, though it was still being kept', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      const session = begin(3);
      play(session, 50);
      const stop = player.drafts.keep(session, about);
      await new Promise((resolve) => setTimeout(resolve, 5));
      profile.page.dispatchEvent(new Event('pagehide'));
      play(session, 5);
      await player.drafts.drop('counting');
      await stop();
      profile.page.dispatchEvent(new Event('pagehide'));
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await player.drafts.list()).toEqual([]);
    });
  });

  it('of other rules is dropped with a notice', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      const session = begin(3);
      play(session, 50);
      await player.drafts.keep(session, about)();
      expect(await player.drafts.load(makeCountingAct(2))).toBeNull();
      expect(noticesOf(player)).toEqual(['draftStale']);
      expect(player.notices.store.getState()[0]?.values).toMatchObject({ act: 'counting' });
      expect(await player.drafts.list()).toEqual([]);
    });
  });

  it.each([
    ['nothing but its act', () => ({ act: 'counting' })],
    ['a replay cut short', (draft: object) => ({ ...draft, replay: { act: 'counting', rules: 1 } })],
    [
      'an intent that is none',
      (draft: { replay: object }) => ({ ...draft, replay: { ...draft.replay, intents: [[0, { add: 'x' }]] } }),
    ],
    [
      'other fingerprints',
      (draft: { replay: object }) => ({ ...draft, replay: { ...draft.replay, hashes: ['0123456789abcdef'] } }),
    ],
    [
      'more ticks than the run has',
      (draft: { replay: object }) => ({ ...draft, replay: { ...draft.replay, parameters: { end: 20 } } }),
    ],
  ])('that does not hold together is kept aside with a notice: %s', async (_name, spoil) => {
    const profile = new Profile();
    const session = begin(3);
    play(session, 150);
    await profile.visit((player) => player.drafts.keep(session as Session, about)());
    const [draft] = await profile.all('drafts');
    const spoiled = spoil(draft as never);
    await profile.raw(['drafts'], (transaction) => transaction.objectStore('drafts').put(spoiled));
    await profile.visit(async (player) => {
      expect(await player.drafts.load(act)).toBeNull();
      expect(noticesOf(player)).toEqual(['draftCorrupt']);
      expect(await player.readAside()).toMatchObject([{ from: 'draft', raw: spoiled }]);
      expect(await player.drafts.load(act)).toBeNull();
      expect(player.notices.store.getState()[0]?.values.count).toBe(1);
    });
  });

  it('is kept in memory when there is no disk, for the way back within the page', async () => {
    const player = openPlayer({ ...new Profile().surroundings(), indexedDB: undefined });
    const session = begin(3);
    play(session, 50);
    await player.drafts.keep(session, about)();
    expect((await player.drafts.load(act))?.session.run.state.tick).toBe(50);
    await player.drafts.drop('counting');
    expect(await player.drafts.load(act)).toBeNull();
    await player.close();
  });

  it('belongs to one tab at a time; the other is told, and may keep it once the first has stopped', async () => {
    const profile = new Profile();
    const [one, two] = [profile.open(), profile.open()];
    await Promise.all([one.ready, two.ready]);
    const [mine, theirs] = [begin(1), begin(2)];
    play(mine, 30);
    play(theirs, 60);
    const stopOne = one.drafts.keep(mine, about);
    await until(() => true);
    const stopTwo = two.drafts.keep(theirs, about);
    await until(() => noticesOf(two).includes('draftElsewhere'));
    await stopTwo();
    expect(await two.drafts.list()).toEqual([]);
    await stopOne();
    expect((await two.drafts.load(act))?.session.run.state.tick).toBe(30);
    await two.drafts.keep(theirs, about)();
    expect((await one.drafts.load(act))?.session.run.state.tick).toBe(60);
    expect(noticesOf(one)).toEqual([]);
    await Promise.all([one.close(), two.close()]);
  });

  it('can be kept again at once by the page that just let it go', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      for (let seed = 0; seed < 3; seed++) {
        const session = begin(seed);
        play(session, 10 + seed);
        const stop = player.drafts.keep(session, about);
        void stop();
        const again = begin(seed);
        play(again, 20 + seed);
        await player.drafts.keep(again, about)();
      }
      expect(noticesOf(player)).toEqual([]);
      expect((await player.drafts.load(act))?.session.run.state.tick).toBe(22);
    });
  });
});
