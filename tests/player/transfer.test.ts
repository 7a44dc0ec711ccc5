import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPayload } from '../../src/wire/records/canonical.ts';
import type { StoredRecord } from '../../src/wire/records/read-record.ts';
import { readFile, writeFile } from '../../src/player/transfer/file.ts';
import { makeCountingAct } from './counting-act.ts';
import { noticesOf, Profile } from './device.ts';
import { makeAnswer, playAttempt } from './payloads.ts';

/** A profile with two attempts, an answer and a poll, and its file. */
async function fill(): Promise<{ profile: Profile; text: string }> {
  const profile = new Profile();
  const text = await profile.visit(async (player) => {
    await player.append({ type: 'poll', payload: { question: 'role', choice: 'team' } });
    await player.append({ type: 'attempt', payload: playAttempt(1) });
    await player.append({ type: 'answer', payload: makeAnswer('a', 1) });
    await player.append({ type: 'attempt', payload: playAttempt(2) });
    return (await player.exportProgress()).text;
  });
  return { profile, text };
}
/** The file with its records changed and the checksum right again. */
function rewrite(text: string, change: (records: Record<string, unknown>[]) => unknown[]): string {
  const { records } = JSON.parse(text) as { records: Record<string, unknown>[] };
  return writeFile(change(records) as StoredRecord[], 0);
}
/** A record with another payload, and the fingerprint right again. */
function forge(
  record: Record<string, unknown> | undefined,
  change: (payload: never) => unknown,
): Record<string, unknown> {
  const payload = change(structuredClone(record?.['payload']) as never);
  return { ...record, payload, payloadHash: hashPayload(payload) };
}

describe('a progress file', () => {
  it('carries everything to another device, where it is played again, counted and waits to be delivered', async () => {
    const { profile, text } = await fill();
    const here = await profile.visit(async (player) => player.progress.getState());
    const other = new Profile();
    await other.visit(async (player) => {
      expect(await player.importProgress(text)).toEqual({
        added: 4,
        known: 0,
        verified: 2,
        unverified: [],
        rejected: [],
        file: 'whole',
      });
      expect(noticesOf(player)).toEqual([]);
      expect(player.progress.getState()).toEqual(here);
      expect(await player.outbox.pending()).toHaveLength(4);
    });
    await other.visit(async (player) => expect(player.progress.getState()).toEqual(here));
    expect(await other.all('records')).toEqual(await profile.all('records'));
  });

  it('changes nothing the second time, nor where it came from', async () => {
    const { profile, text } = await fill();
    await profile.visit(async (player) => {
      expect(await player.importProgress(text)).toMatchObject({ added: 0, known: 4, rejected: [] });
      expect((await player.exportProgress()).text.replace(/"exportedAt":"[^"]*"/, '')).toBe(
        text.replace(/"exportedAt":"[^"]*"/, ''),
      );
    });
  });

  it('has a name with the day, and one record on each line', async () => {
    const { profile } = await fill();
    const { name, text } = await profile.visit((player) => player.exportProgress());
    expect(name).toBe('marshals-baton-2026-11-21.json');
    expect(text.split('\n').filter((line) => line.startsWith('{"id"') || line.includes('"payloadHash"'))).toHaveLength(
      4,
    );
    expect(readFile(text)).toMatchObject({ state: 'whole', reason: '' });
  });

  it('that comes back to a profile that was wiped keeps the numbers from being used twice', async () => {
    const { profile, text } = await fill();
    const device = (await profile.all('meta')).find(({ key }) => key === 'device');
    const wiped = new Profile();
    await wiped.visit((player) => player.append({ type: 'poll', payload: { question: 'role', choice: 'alone' } }));
    await wiped.raw(['meta', 'records', 'outbox'], (transaction) => {
      transaction.objectStore('records').clear();
      transaction.objectStore('outbox').clear();
      transaction.objectStore('meta').put({ ...device, nextSeq: 2 });
    });
    await wiped.visit(async (player) => {
      await player.importProgress(text);
      const { record } = await player.append({ type: 'poll', payload: { question: 'role', choice: 'steer' } });
      expect(record.seq).toBe(5);
    });
  });
});

describe('a file that is not whole', () => {
  it('is taken up to the break, and kept aside', async () => {
    const { text } = await fill();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length - 4 }), async (length) => {
        const cut = text.slice(0, length);
        const whole = cut
          .split('\n')
          .slice(2)
          .filter((line) => {
            try {
              return JSON.parse(line.replace(/,$/, '')) !== null;
            } catch {
              return false;
            }
          }).length;
        await new Profile().visit(async (player) => {
          const report = await player.importProgress(cut);
          expect(report).toMatchObject({ added: whole, rejected: [], file: whole > 0 ? 'truncated' : 'unreadable' });
          expect(noticesOf(player)).toEqual([whole > 0 ? 'importTruncated' : 'importUnreadable']);
          expect((await player.readAside())[0]).toMatchObject({ from: 'import', raw: cut });
          expect(Object.keys(player.progress.getState().acts)).toHaveLength(whole >= 2 ? 1 : 0);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is told when what is whole of it lies on the medium, not before', async () => {
    const { text } = await fill();
    const profile = new Profile();
    await profile.visit(async (player) => {
      const atNotice: Promise<readonly unknown[]>[] = [];
      const stop = player.notices.store.subscribe(() => void atNotice.push(profile.all('records')));
      const { added } = await player.importProgress(text.slice(0, -20));
      stop();
      expect(added).toBeGreaterThan(0);
      expect((await Promise.all(atNotice)).map(({ length }) => length)).toEqual([added]);
    });
  });

  it.each([
    ['', 'unreadable', 'importUnreadable'],
    ['{"records":[]}', 'unreadable', 'importUnreadable'],
    ['{"format":"marshals-baton/settings","version":1}', 'unreadable', 'importUnreadable'],
    ['{"format":"marshals-baton/progress","version":1}', 'unreadable', 'importUnreadable'],
    ['{"format":"marshals-baton/progress","version":2,"scrolls":[]}', 'future', 'importFuture'],
  ] as const)('is told apart and kept aside: %s', async (text, file, notice) => {
    await new Profile().visit(async (player) => {
      expect(await player.importProgress(text)).toMatchObject({ added: 0, file });
      expect(noticesOf(player)).toEqual([notice]);
      expect(await player.readAside()).toMatchObject([{ from: 'import', raw: text }]);
    });
  });

  it('whose checksum is wrong is taken record by record', async () => {
    const { text } = await fill();
    const tampered = text.replace('"choice":"team"', '"choice":"solo"');
    await new Profile().visit(async (player) => {
      expect(await player.importProgress(tampered)).toMatchObject({
        added: 3,
        file: 'truncated',
        rejected: [{ path: 'records[0].payloadHash', reason: 'does not fit the payload' }],
      });
      expect(noticesOf(player)).toEqual(['importTruncated', 'importRejected']);
    });
  });

  it('is anything at all, and never breaks the game', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.jsonValue()).map((records) => writeFile(records as StoredRecord[], 0)),
        ),
        async (text) => {
          await new Profile().visit(async (player) => {
            expect(await player.importProgress(text)).toMatchObject({ added: 0 });
            expect(await player.outbox.pending()).toEqual([]);
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('records of a file that do not hold', () => {
  type Payload = {
    score: number;
    series: number[];
    replay: { seed: number; intents: unknown[]; hashes: string[]; ticks: number; rules: number; act: string };
    outcome: { score: number; series: number[] };
    act: string;
  };
  const attempt = (change: (payload: Payload) => void) => (records: Record<string, unknown>[]) =>
    records.with(
      1,
      forge(records[1], (payload: Payload) => {
        change(payload);
        return payload;
      }),
    );

  it.each([
    [
      'a better score',
      attempt((payload) => (payload.outcome.score += 1)),
      'records[1].payload.outcome',
      'played again',
    ],
    [
      'another seed',
      attempt((payload) => (payload.replay.seed += 1)),
      'records[1].payload.replay.hashes',
      'parts from it',
    ],
    [
      'one intent less',
      attempt((payload) => payload.replay.intents.splice(1, 1)),
      'records[1].payload.replay.hashes',
      'parts from it',
    ],
    [
      'a tick less',
      attempt((payload) => (payload.replay.ticks -= 1)),
      'records[1].payload.replay.hashes',
      'parts from it',
    ],
    [
      'an intent of another game',
      attempt((payload) => (payload.replay.intents[0] = [10, { fly: true }])),
      'records[1].payload.replay.intents.0.1 (add)',
      'is no number',
    ],
    [
      'the replay of another act',
      attempt((payload) => (payload.replay.act = 'other')),
      'records[1].payload.replay.act',
      'is other',
    ],
    [
      'a field missing',
      (records: Record<string, unknown>[]) =>
        records.with(
          2,
          forge(records[2], (payload: { item?: string }) => {
            delete payload.item;
            return payload;
          }),
        ),
      'records[2].payload.item',
      '',
    ],
    [
      'a newer schema',
      (records: Record<string, unknown>[]) => records.with(0, { ...records[0], schema: 4 }),
      'records[0].schema',
      'version 4 is newer',
    ],
    ['nothing at all', (records: unknown[]) => records.with(3, null), 'records[3]', ''],
  ])('are named by path and reason, and the others are taken: %s', async (_name, change, path, reason) => {
    const { text } = await fill();
    await new Profile().visit(async (player) => {
      const report = await player.importProgress(rewrite(text, change));
      expect(report).toMatchObject({ added: 3, file: 'whole' });
      expect(report.rejected.map((fault) => fault.path)).toEqual([path]);
      expect(report.rejected[0]?.reason).toContain(reason);
      expect(noticesOf(player)).toEqual(['importRejected']);
      expect(await player.readAside()).toMatchObject([{ from: 'import' }]);
    });
  });

  it('do not replace what is here: the same id with another payload', async () => {
    const { profile, text } = await fill();
    const forged = rewrite(text, (records) =>
      records.with(
        2,
        forge(records[2], (payload: { score: number }) => ({ ...payload, score: 0 })),
      ),
    );
    await profile.visit(async (player) => {
      const before = player.progress.getState();
      expect(await player.importProgress(forged)).toMatchObject({
        added: 0,
        known: 3,
        rejected: [{ path: 'records[2].id', reason: 'another record with this id is here already' }],
      });
      expect(player.progress.getState()).toEqual(before);
    });
  });

  it('are kept unverified when their rules are not here', async () => {
    const { text } = await fill();
    const newer = new Profile();
    newer.acts.set('counting', makeCountingAct(2));
    await newer.visit(async (player) => {
      const report = await player.importProgress(text);
      expect(report).toMatchObject({ added: 4, verified: 0 });
      expect(report.unverified).toEqual([
        { path: 'records[1]', reason: 'made with rules 1, these are 2' },
        { path: 'records[3]', reason: 'made with rules 1, these are 2' },
      ]);
    });
    const without = new Profile();
    without.acts.clear();
    await without.visit(async (player) => {
      const other = rewrite(
        text,
        attempt((payload) => (payload.replay.act = 'other')),
      );
      expect((await player.importProgress(other)).rejected).toMatchObject([{ path: 'records[1].payload.replay.act' }]);
      const report = await player.importProgress(text);
      expect(report.unverified.map(({ reason }) => reason)).toEqual([
        'the act counting is not here',
        'the act counting is not here',
      ]);
      expect(player.progress.getState().acts['counting']?.attempts).toBe(2);
    });
  });
});
