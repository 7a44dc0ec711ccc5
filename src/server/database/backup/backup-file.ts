/**
 * The form of a backup: gzipped lines of JSON. First what it is, then for each table its name and columns and its rows
 * (every value as PostgreSQL's own text, or null), last the number of rows and the SHA-256 of all lines before.
 */
import * as v from 'valibot';

export const FORM = 'marshals-baton-backup';
export const FORM_VERSION = 1;

const HeadSchema = v.strictObject({
  form: v.literal(FORM),
  version: v.literal(FORM_VERSION),
  /** Steps of the shape that the rows are in. */
  steps: v.array(v.string()),
  /** ISO 8601. */
  madeAt: v.string(),
});
/** Names go into SQL, quoted; what was written by hand is refused. */
const NameSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,62}$/));
const TableSchema = v.strictObject({ table: NameSchema, columns: v.pipe(v.array(NameSchema), v.minLength(1)) });
const EndSchema = v.strictObject({ rows: v.number(), sha256: v.string() });

export type Head = v.InferOutput<typeof HeadSchema>;
export type TableHead = v.InferOutput<typeof TableSchema>;
export type Row = readonly (string | null)[];
export type End = v.InferOutput<typeof EndSchema>;

export type Line =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'table'; readonly table: TableHead }
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'end'; readonly end: End };

const SCHEMA = v.union([
  v.pipe(
    HeadSchema,
    v.transform((head): Line => ({ kind: 'head', head })),
  ),
  v.pipe(
    TableSchema,
    v.transform((table): Line => ({ kind: 'table', table })),
  ),
  v.pipe(
    EndSchema,
    v.transform((end): Line => ({ kind: 'end', end })),
  ),
]);

/**
 * One line. The two separators that Unicode has and JSON allows are escaped: readers of lines take them for line ends.
 */
export function writeLine(value: Head | TableHead | Row | End): string {
  const text = JSON.stringify(value).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
  return `${text}\n`;
}

/** @throws SyntaxError when a line is none of a backup's */
export function readLine(text: string): Line {
  const value: unknown = JSON.parse(text);
  // Rows are nearly all lines, so they are looked at first and by hand.
  if (Array.isArray(value)) {
    if (value.every((part) => part === null || typeof part === 'string')) return { kind: 'row', row: value as Row };
    throw new SyntaxError('a row holds something else than texts');
  }
  const read = v.safeParse(SCHEMA, value);
  if (read.success) return read.output;
  throw new SyntaxError('a line is neither head, table, row nor end');
}
