import { findReplayFault } from '../../wire/records/record-run.ts';
import type { Log } from '../log/log.ts';
import { readRecord, type StoredRecord } from '../../wire/records/read-record.ts';
import type { LogRecord } from '../../wire/records/records.ts';
import type { NoticeKind } from '../notices/notice.ts';
import type { NoticeBoard } from '../player.ts';
import type { Surroundings } from '../surroundings.ts';
import { readFile } from './file.ts';
import type { ImportFault, ImportReport } from './report.ts';

const FILE_NOTICES: Readonly<Record<Exclude<ImportReport['file'], 'whole'>, NoticeKind>> = {
  truncated: 'importTruncated',
  unreadable: 'importUnreadable',
  future: 'importFuture',
};

/**
 * Merges a file into the log. Every record is read and, if it is an attempt whose rules are here, played again; what
 * does not hold is kept aside and told, the rest is taken. Importing the same file twice changes nothing.
 */
export async function importFile(
  text: string,
  log: Log,
  notices: NoticeBoard,
  findAct: Surroundings['findAct'],
): Promise<ImportReport> {
  const file = readFile(text);
  if (file.state !== 'whole') await log.keepAside('import', file.reason, text);
  const rows = await importRows(file.records, log, findAct);
  // Told last: whoever reads a notice and closes the page at once has what could be taken.
  if (file.state !== 'whole') notices.raise(FILE_NOTICES[file.state], file.reason);
  tellRejected(rows, notices);
  return { ...rows, file: file.state };
}

/** What came of records, wherever they came from. */
export type RowsReport = Omit<ImportReport, 'file'>;

/** Takes records in as `importFile` does those of a file; `index` names each in what is told. */
export async function importRows(
  rows: readonly { readonly index: number; readonly raw: unknown }[],
  log: Log,
  findAct: Surroundings['findAct'],
): Promise<RowsReport> {
  const good: StoredRecord[] = [];
  const rejected: ImportFault[] = [];
  const unverified: ImportFault[] = [];
  let verified = 0;
  const reject = async (path: string, reason: string, raw: unknown): Promise<void> => {
    rejected.push({ path, reason });
    await log.keepAside('import', `${path}: ${reason}`, raw);
  };
  const places = new Map<string, number>();
  for (const { index, raw } of rows) {
    const path = `records[${index}]`;
    const read = readRecord(raw);
    if (!read.ok) {
      await reject([path, read.path].filter((part) => part !== '').join('.'), read.reason, raw);
      continue;
    }
    const check = await checkReplay(read.record, findAct);
    if (check.state === 'false') {
      await reject(`${path}.payload.${check.path}`, check.reason, raw);
      continue;
    }
    if (check.state === 'true') verified++;
    if (check.state === 'unknown') unverified.push({ path, reason: check.reason });
    places.set(read.stored.id, index);
    good.push(read.stored);
  }
  const merged = await log.merge(good);
  for (const row of merged.conflicts)
    await reject(`records[${places.get(row.id) ?? '?'}].id`, 'another record with this id is here already', row);
  return { added: merged.added.length, known: merged.known, verified, unverified, rejected };
}

/** Says what was not taken. */
export function tellRejected({ rejected }: RowsReport, notices: NoticeBoard): void {
  if (rejected.length === 0) return;
  notices.raise('importRejected', rejected.map(({ path, reason }) => `${path}: ${reason}`).join('\n'), {
    rejected: rejected.length,
  });
}

type ReplayCheck =
  | { readonly state: 'none' | 'true' }
  | { readonly state: 'unknown'; readonly reason: string }
  | { readonly state: 'false'; readonly path: string; readonly reason: string };

async function checkReplay(record: LogRecord, findAct: Surroundings['findAct']): Promise<ReplayCheck> {
  if (record.type !== 'attempt') return { state: 'none' };
  const { replay, outcome, act: name } = record.payload;
  if (replay.act !== name) return { state: 'false', path: 'replay.act', reason: `is ${replay.act}, not ${name}` };
  const act = await findAct(name).catch(() => null);
  if (act === null) return { state: 'unknown', reason: `the act ${name} is not here` };
  if (act.version !== replay.rules)
    return { state: 'unknown', reason: `made with rules ${replay.rules}, these are ${act.version}` };
  const fault = findReplayFault(act, replay, outcome);
  return fault === null ? { state: 'true' } : { state: 'false', ...fault };
}
