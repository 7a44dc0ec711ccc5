import { describe, expect, it } from 'vitest';
import english from '../../src/i18n/texts/en.json' with { type: 'json' };
import { makeNoticeBoard } from '../../src/player/notices/board.ts';
import { NOTICE_KINDS } from '../../src/player/notices/notice.ts';

describe('notices', () => {
  it('each have a title and a text in English, and there are no others', () => {
    const texts = english.notices as Readonly<Record<string, Readonly<Record<string, string>>>>;
    expect(Object.keys(texts).toSorted()).toEqual([...NOTICE_KINDS].toSorted());
    for (const kind of NOTICE_KINDS) {
      expect(texts[kind]?.['title']).toMatch(/\w/);
      expect(texts[kind]?.['text'] ?? texts[kind]?.['text_other']).toMatch(/\w/);
    }
  });

  it('of one kind are one notice that counts', () => {
    const board = makeNoticeBoard();
    for (let n = 0; n < 30; n++) board.raise('recordCorrupt', `record ${n}`);
    board.raise('storageFull', 'full', { act: 'counting' });
    const [first, second] = board.store.getState();
    expect(first?.values.count).toBe(30);
    expect(first?.detail).toHaveLength(20);
    expect(second).toMatchObject({
      kind: 'storageFull',
      titleKey: 'notices.storageFull.title',
      values: { act: 'counting' },
    });
    board.dismiss(first?.id ?? 0);
    expect(board.store.getState()).toEqual([second]);
    board.withdraw('recordCorrupt');
    board.withdraw('storageFull');
    expect(board.store.getState()).toEqual([]);
    board.raise('recordCorrupt', 'again');
    expect(board.store.getState()[0]?.values.count).toBe(1);
  });
});
