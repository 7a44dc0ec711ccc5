import { readRecord } from '../../wire/records/read-record.ts';
import type { Visit } from '../../wire/kiosk.ts';
import type { RunsRow } from './database.ts';

/** The best run of each act of a visit, for the board; of equal ones the earlier. What cannot be read is passed over. */
export function runsOf({ records }: Visit): RunsRow['runs'] {
  const best = new Map<string, RunsRow['runs'][number]>();
  for (const raw of records) {
    const read = readRecord(raw);
    if (!read.ok || read.record.type !== 'attempt') continue;
    const { act, outcome } = read.record.payload;
    const before = best.get(act);
    if (before === undefined || outcome.score > before.score)
      best.set(act, { act, score: outcome.score, at: read.record.at });
  }
  return [...best.values()];
}
