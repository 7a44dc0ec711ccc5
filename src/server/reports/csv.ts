/**
 * Tables as files that a spreadsheet opens: RFC 4180, UTF-8 with a byte-order mark (without it, spreadsheets on Windows
 * read names in other letters as rubbish).
 */

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

/** A table: the first row names the columns. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const BOM = '\uFEFF';
/**
 * What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"), the full-width forms and leading blanks
 * among them: a player chooses the name that stands here.
 */
const FORMULA = /^[\s\u00A0\u200B\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** What cannot stand bare in a field. */
const NEEDS_QUOTES = /[",\r\n]/;

/** One row, with its end of line. */
export function writeRow(cells: Row): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

/** The whole file. */
export function writeSheet({ columns, rows }: Sheet): string {
  return BOM + writeRow(columns) + rows.map(writeRow).join('');
}

/** Numbers stand as they are (a negative number is no formula); texts that would be one get an apostrophe. */
function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The answer that makes a browser keep the file. `name`: lower-case letters, digits and hyphens, without an ending. */
export function sendSheet(name: string, body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** A long file, row after row as the pages of rows come; nothing is read ahead of who takes it. */
export function streamSheet(
  columns: readonly string[],
  pages: AsyncIterable<readonly Row[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pages[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(BOM + writeRow(columns)));
    },
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value.map(writeRow).join('')));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
