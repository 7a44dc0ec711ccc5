/** Item statistics from files that players exported. */
import { readFileSync } from 'node:fs';
import type { LogRecord } from '../../src/wire/records/records.ts';
import { readRecord } from '../../src/wire/records/read-record.ts';
import { readFile } from '../../src/player/transfer/file.ts';
import { RANKS, type Item } from '../../src/quiz/index.ts';
import { reportItems, type ItemReport, type Sitting } from '../../src/quiz/statistics/report.ts';

/** The records of several files, each once. Throws an `Error` that names a file which is no export. */
function readExports(files: readonly string[]): readonly LogRecord[] {
  const records = new Map<string, LogRecord>();
  for (const file of files) {
    const content = readFile(readFileSync(file, 'utf8'));
    if (content.records.length === 0 && content.state !== 'whole')
      throw new Error(`${file}: is no file that the game has saved (${content.reason})`);
    for (const { raw } of content.records) {
      const read = readRecord(raw);
      if (read.ok) records.set(read.record.id, read.record);
    }
  }
  return [...records.values()].sort((a, b) => a.at - b.at);
}

/** A day in milliseconds: a person's answers of one day, way and act are one sitting. */
const DAY = 86_400_000;

/** Every examination is a sitting; the first answers of debriefs and drills make one for each day. */
export function gatherSittings(records: readonly LogRecord[]): readonly Sitting[] {
  const sittings: Sitting[] = [];
  const days = new Map<string, Map<string, Sitting['answers'][number]>>();
  for (const record of records) {
    if (record.type === 'examination')
      sittings.push({ rank: record.payload.result.rank, answers: record.payload.answers });
    if (record.type !== 'answer' || record.payload.round !== 1) continue;
    const { way, act, item, response, score } = record.payload;
    const name = [record.device, way, act, Math.floor(record.at / DAY)].join(' ');
    const day = days.get(name) ?? new Map<string, Sitting['answers'][number]>();
    days.set(name, day);
    if (!day.has(item)) day.set(item, { item, response, score });
  }
  for (const day of days.values()) sittings.push({ rank: null, answers: [...day.values()] });
  return sittings;
}

/** Reports on the items of the bank that were answered in the files. */
export function reportExports(bank: readonly Item[], files: readonly string[]): readonly ItemReport[] {
  return reportItems(bank, gatherSittings(readExports(files)));
}

const show = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits));

/** The report as a table, worst discrimination first, and below it the options by rank. */
export function writeReport(reports: readonly ItemReport[]): string {
  const head = 'item                             asked  exposure  facility  discr.  effic.  weight  harder by     a';
  const rows = [...reports]
    .sort((a, b) => (a.statistics.discrimination ?? 101) - (b.statistics.discrimination ?? 101))
    .map(({ item, statistics, calibration }) =>
      [
        item.id.padEnd(32),
        String(statistics.asked).padStart(5),
        `${show(100 * statistics.exposure, 1)} %`.padStart(9),
        `${show(100 * statistics.facility, 1)} %`.padStart(9),
        show(statistics.discrimination, 1).padStart(7),
        show(statistics.efficiency, 1).padStart(7),
        show(statistics.effectiveWeight, 1).padStart(7),
        `${show(calibration.shift, 2)} ±${show(calibration.shiftError, 2)}`.padStart(12),
        show(calibration.parameters.discrimination, 2).padStart(5),
      ].join(' '),
    );
  const choices = reports
    .filter((report) => report.choices.length > 0)
    .map(
      ({ item, choices: options }) =>
        `${item.id}\n${options.map(({ option, byRank }) => `  ${option.padEnd(20)} ${byRank.map((count) => String(count).padStart(5)).join('')}`).join('\n')}`,
    );
  const ranks = `Options taken, by rank (${RANKS.join(', ')}):`;
  return [head, ...rows, ...(choices.length > 0 ? ['', ranks, ...choices] : [])].join('\n');
}
