import { describe, expect, it } from 'vitest';
import type { UnfinishedExamination } from '../../src/player/index.ts';
import { EXAMINATION_KEY } from '../../src/player/drafts/examination-draft.ts';
import { noticesOf, Profile } from './device.ts';
import { makeExamination, makeExaminationAnswer } from './payloads.ts';

const begun: UnfinishedExamination = { bank: 'a bank', seed: 7, startedAt: 1000, answers: [] };
const answered = (count: number): UnfinishedExamination => ({
  ...begun,
  answers: Array.from({ length: count }, (_unused, n) => makeExaminationAnswer(`item-${n}`, n % 2)),
});

describe('an examination under way', () => {
  it('comes back after every answer exactly as it was', async () => {
    const profile = new Profile();
    for (let count = 0; count <= 5; count++) {
      await profile.visit(async (player) => {
        const before = await player.examination.load();
        expect(before).toEqual(count === 0 ? null : answered(count - 1));
        expect(await player.examination.keep(answered(count))).toBe('disk');
      });
    }
  });

  it('is on the medium when keeping it resolves, without the page being closed', async () => {
    const profile = new Profile();
    const player = profile.open();
    await player.examination.keep(answered(3));
    // As after a power cut: the first tab is never closed.
    await profile.visit(async (after) => expect(await after.examination.load()).toEqual(answered(3)));
    await player.close();
  });

  it('goes with the record that it becomes, in the same transaction', async () => {
    const profile = new Profile();
    await profile.visit(async (player) => {
      await player.examination.keep(answered(2));
      const payload = makeExamination(answered(2).answers, { startedAt: begun.startedAt });
      await player.append({ type: 'examination', payload });
      expect(await player.examination.load()).toBeNull();
      expect(player.progress.getState().examinations).toHaveLength(1);
    });
    expect(await profile.all('drafts')).toEqual([]);
    expect(await profile.all('records')).toHaveLength(1);
  });

  it('is left alone by the record of another one', async () => {
    await new Profile().visit(async (player) => {
      await player.examination.keep(answered(2));
      const payload = makeExamination(answered(1).answers, { startedAt: begun.startedAt + 1 });
      await player.append({ type: 'examination', payload });
      expect(await player.examination.load()).toEqual(answered(2));
    });
  });

  it('is no unfinished run of an act', async () => {
    await new Profile().visit(async (player) => {
      await player.examination.keep(answered(1));
      expect(await player.drafts.list()).toEqual([]);
    });
  });

  it.each([
    ['damaged', { format: 1, act: EXAMINATION_KEY, bank: 7 }, 'examinationCorrupt'],
    ['of another form', { format: 2, act: EXAMINATION_KEY, bank: 'b' }, 'examinationStale'],
  ])('that is %s gives a notice, is kept aside, and a new one can begin', async (_what, stored, notice) => {
    const profile = new Profile();
    await profile.visit(async (player) => player.examination.load());
    await profile.raw(['drafts'], (transaction) => transaction.objectStore('drafts').put(stored));
    await profile.visit(async (player) => {
      expect(await player.examination.load()).toBeNull();
      expect(noticesOf(player)).toEqual([notice]);
      expect(await player.readAside()).toMatchObject([{ from: 'draft', raw: stored }]);
      await player.examination.keep(answered(1));
      expect(await player.examination.load()).toEqual(answered(1));
    });
  });

  it('of a changed bank is put aside whole, with a notice', async () => {
    await new Profile().visit(async (player) => {
      await player.examination.keep(answered(4));
      await player.examination.putAside('examinationStale', 'the bank has changed');
      expect(noticesOf(player)).toEqual(['examinationStale']);
      expect(await player.readAside()).toMatchObject([{ from: 'draft', raw: answered(4) }]);
      expect(await player.examination.load()).toBeNull();
    });
  });

  it('is sat at by one tab at a time', async () => {
    const profile = new Profile();
    const first = profile.open();
    const second = profile.open();
    expect(await first.examination.sit()).toBe(true);
    expect(await second.examination.sit()).toBe(false);
    expect(noticesOf(second)).toEqual(['examinationElsewhere']);
    first.examination.rise();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await second.examination.sit()).toBe(true);
    await first.close();
    await second.close();
  });

  it('is kept in memory where there is no disk', async () => {
    await new Profile().visit(
      async (player) => {
        expect(await player.examination.keep(answered(2))).toBe('memory');
        expect(await player.examination.load()).toEqual(answered(2));
        await player.examination.drop();
        expect(await player.examination.load()).toBeNull();
      },
      { indexedDB: undefined },
    );
  });
});
