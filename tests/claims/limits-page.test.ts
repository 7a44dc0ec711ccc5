import { describe, expect, it } from 'vitest';
import {
  beginPage,
  checkBlocks,
  describeLimits,
  readBlock,
  replaceBlock,
  type Limits,
} from '../../scripts/bots/limits.ts';
import { loadClaims } from '../../scripts/bots/content.ts';

const BLOCKS = ['figures', 'kiosk', 'limits', 'sweep-far'];
const [claim] = await loadClaims('duck-pond');
const id = claim?.id ?? '';

describe("an act's page", () => {
  it('is begun with room for every table, and takes them', () => {
    let page = beginPage('a-new-act', BLOCKS);
    checkBlocks('docs/acts/a-new-act.md', page, BLOCKS);
    for (const block of BLOCKS) page = replaceBlock(page, block, `the ${block}`);
    for (const block of BLOCKS) expect(readBlock(page, block)).toBe(`the ${block}`);
  });

  it('that has no room for a table is refused with what to write into it', () => {
    const page = beginPage('a-new-act', ['figures', 'kiosk']);
    expect(() => checkBlocks('docs/acts/a-new-act.md', page, BLOCKS)).toThrow(
      'docs/acts/a-new-act.md has no room for the table “limits”. Write there:\n' +
        '<!-- limits: written by scripts/claims-table.ts -->\n\n<!-- /limits -->',
    );
  });

  it('says the same of a ratio to nothing as the data, which keep no infinity', () => {
    const slider = { parameter: 'leak', from: 0, to: 1, step: 1 };
    const rows = [0, 1].map((value) => ({
      parameter: 'leak',
      value,
      holds: { [id]: true },
      estimates: { [id]: value === 0 ? Infinity : 2 },
    }));
    const limits: Limits = { rules: 1, parameters: { leak: 1 }, seeds: 10, rows };
    const kept = JSON.parse(JSON.stringify(limits)) as Limits;
    const claims = claim === undefined ? [] : [claim];
    expect(describeLimits(limits, claims, [slider])).toContain('| 0 | – |');
    expect(describeLimits(kept, claims, [slider])).toBe(describeLimits(limits, claims, [slider]));
  });
});
