import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';

import { sendSheet, streamSheet, writeRow, writeSheet, type Cell } from '../../../src/server/reports/csv.ts';

/** Reads a file by the grammar of RFC 4180, as a spreadsheet does. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at++;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (text[at] === '"') at++;
        cell += text[at++];
      }
      at++;
    } else while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++];
    row.push(cell);
    if (text[at] === ',') at++;
    else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error(`a line ends badly at ${at}`);
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('a file for a spreadsheet', () => {
  it('begins with a byte-order mark and ends every line as RFC 4180 says', () => {
    expect(writeSheet({ columns: ['a', 'b'], rows: [['x', 1]] })).toBe('\uFEFFa,b\r\nx,1\r\n');
  });

  it('quotes what would break a line apart', () => {
    expect(writeRow(['one, two', 'a "word"', 'two\nlines', null, true, -2.5])).toBe(
      '"one, two","a ""word""","two\nlines",,true,-2.5\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u00A0=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'makes no formula of %j',
    (text) => {
      expect(readCsv(writeRow([text]))).toEqual([[`'${text}`]]);
    },
  );

  it('leaves numbers and names alone', () => {
    expect(writeRow([-1, 'Anna-Maria', 'a=b', 'Ω'])).toBe('-1,Anna-Maria,a=b,Ω\r\n');
  });

  it('gives every text back, but for the apostrophe', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.integer(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = readCsv(rows.map(writeRow).join(''));
        rows.forEach((row, i) =>
          row.forEach((each, k) => {
            const found = read[i]?.[k] ?? '';
            const text = each === null ? '' : String(each);
            expect([text, `'${text}`]).toContain(found);
            expect(typeof each === 'string' && /^\s*[=+\-@＝＋－＠]/u.test(found)).toBe(false);
          }),
        );
      }),
    );
  });

  it('streams page after page', async () => {
    let taken = 0;
    async function* pages(): AsyncGenerator<readonly (readonly Cell[])[]> {
      for (taken = 1; taken <= 3; taken++) yield [[`row ${taken}`]];
    }
    const answer = sendSheet('runs', streamSheet(['name'], pages()));
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="runs.csv"');
    expect(new Uint8Array(await answer.clone().arrayBuffer()).subarray(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(await answer.text()).toBe('name\r\nrow 1\r\nrow 2\r\nrow 3\r\n');
  });

  it('stops reading when nobody takes the file any more', async () => {
    let ended = false;
    async function* pages(): AsyncGenerator<readonly (readonly Cell[])[]> {
      try {
        for (;;) yield [['row']];
      } finally {
        ended = true;
      }
    }
    const reader = streamSheet(['name'], pages()).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    expect(ended).toBe(true);
  });
});
