import { describe, expect, it } from 'vitest';

import { openLibrary } from '../../../src/server/content/open-library.ts';
import { isTakenRight, listTaken } from '../../../src/server/records/taken-options.ts';
import { ITEM_KINDS, keyResponse } from '../../../src/quiz/index.ts';
import { wrongResponse } from './device.ts';

const items = [...(await openLibrary()).items.values()];

describe.each(ITEM_KINDS)('what is taken of a %s', (kind) => {
  const own = items.filter((item) => item.kind === kind);

  it('is right when the answer is, and wrong somewhere when it is not', () => {
    expect(own.length).toBeGreaterThan(0);
    for (const item of own) {
      const right = listTaken(item, keyResponse(item));
      expect(right.length, item.id).toBeGreaterThan(0);
      expect(new Set(right).size, item.id).toBe(right.length);
      expect(
        right.filter((taken) => !isTakenRight(item, taken)),
        item.id,
      ).toEqual([]);
      const wrong = listTaken(item, wrongResponse(item));
      expect(
        wrong.some((taken) => !isTakenRight(item, taken)),
        item.id,
      ).toBe(true);
    }
  });

  it('is nothing when the answer does not fit the item', () => {
    for (const item of own) expect(listTaken(item, ['no such thing']), item.id).toEqual([]);
  });
});
