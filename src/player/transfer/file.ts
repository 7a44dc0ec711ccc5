import * as v from 'valibot';
import { hashPayload } from '../../wire/records/canonical.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';

/** Version of the file's form; the records' own versions are apart from it. */
export const FILE_VERSION = 1;

const Progress = v.object({
  format: v.literal('marshals-baton/progress'),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  records: v.array(v.unknown()),
  checksum: v.string(),
});

/**
 * Writes the log as a file: JSON with one record on each line, so that a file that breaks off can still be read up to
 * the break. The checksum covers the records in their order.
 */
export function writeFile(records: readonly StoredRecord[], exportedAt: number): string {
  const lines = records.map((record) => JSON.stringify(record));
  return [
    `{"format":"marshals-baton/progress","version":${FILE_VERSION},"exportedAt":${JSON.stringify(new Date(exportedAt).toISOString())},`,
    '"records":[',
    lines.join(',\n'),
    `],"checksum":${JSON.stringify(hashPayload(records))}}`,
    '',
  ].join('\n');
}

/** What was found in a file. */
export interface FileContent {
  readonly state: 'whole' | 'truncated' | 'unreadable' | 'future';
  /** Records as they stand there, with their number in the file; none when the file is unreadable or of the future. */
  readonly records: readonly { readonly index: number; readonly raw: unknown }[];
  /** What is wrong with the file, in English; empty when it is whole. */
  readonly reason: string;
}

/** Reads a file; never throws. */
export function readFile(text: string): FileContent {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const records = salvage(text);
    return { state: records.length > 0 ? 'truncated' : 'unreadable', records, reason: String(error) };
  }
  const head = v.safeParse(v.object({ format: v.literal('marshals-baton/progress'), version: v.number() }), value);
  if (head.success && head.output.version > FILE_VERSION)
    return { state: 'future', records: [], reason: `version ${head.output.version} is newer than ${FILE_VERSION}` };
  const whole = v.safeParse(Progress, value);
  if (!whole.success) return { state: 'unreadable', records: [], reason: whole.issues[0].message };
  const { records, checksum } = whole.output;
  const sound = hashPayload(records) === checksum;
  return {
    state: sound ? 'whole' : 'truncated',
    records: records.map((raw, index) => ({ index, raw })),
    reason: sound ? '' : 'the checksum does not fit the records',
  };
}

/** The records that stand on whole lines of a file that breaks off; each proves itself by its own fingerprint. */
function salvage(text: string): { index: number; raw: unknown }[] {
  if (!text.startsWith('{"format":"marshals-baton/progress"')) return [];
  const found: { index: number; raw: unknown }[] = [];
  text
    .split('\n')
    .slice(2)
    .forEach((line, index) => {
      try {
        found.push({ index, raw: JSON.parse(line.replace(/,$/, '')) as unknown });
      } catch {
        // The line at the break; the file as a whole is kept aside.
      }
    });
  return found;
}
