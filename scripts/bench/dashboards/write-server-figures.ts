import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

import type { Figure } from '../figure.ts';
import type { Amounts } from './fill-teams.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'docs', 'server.md');
const BEGIN = '<!-- reports: written by scripts/bench/bench-dashboards.ts -->';
const END = '<!-- /reports -->';

/** Puts the figures between their marks in `docs/server.md`. Throws if the page has no such marks. */
export async function writeServerFigures(figures: readonly Figure[], amounts: Amounts): Promise<void> {
  const page = await readFile(FILE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error(`docs/server.md has no ${BEGIN}`);
  const count = (each: number): string => (amounts.teams * amounts.players * each).toLocaleString('en');
  const rows = figures.map(({ name, value }) => `| ${name.replace(/^report: |, p95$/g, '')} | ${value} ms |`);
  const text = [
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} and PostgreSQL 18 on the same ${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown processor'}:`,
    `${amounts.teams} teams of ${amounts.players}, ${count(amounts.attempts)} attempts, ${count(amounts.answers + amounts.examinations * amounts.questions)} answers,`,
    `${count(amounts.examinations)} examinations. Time from request to the last byte, the check of the session included.`,
    `The machine's load average was ${(loadavg()[0] ?? 0).toFixed(1)}: above ${cpus().length}, others were working on it too.`,
    '',
    '| report | p95 |',
    '|---|---:|',
    ...rows,
  ].join('\n');
  await writeFile(FILE, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}
