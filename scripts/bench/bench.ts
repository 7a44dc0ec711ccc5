/**
 * `npm run bench [-- --json] [--only rules,exam,pages,stage,start,board] [--write]`: measures the built game and says whether it keeps
 * its promises. `--write` puts the figures into `docs/performance.md`. The exit code is 1 when a budget is broken.
 */
import { openTests } from '../../tests/browser/driver/visit.ts';
import { readOptions, refuseOption } from '../options/read-options.ts';
import { benchBoard } from './bench-board.ts';
import { benchExam } from './bench-exam.ts';
import { benchPages } from './bench-pages.ts';
import { benchRules } from './bench-rules.ts';
import { benchStage } from './bench-stage.ts';
import { benchStart } from './bench-start.ts';
import type { Figure } from './figure.ts';
import { writePerformance } from './write-performance.ts';

const PARTS = ['rules', 'exam', 'pages', 'stage', 'start', 'board'] as const;

const { values } = readOptions({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: PARTS.join(',') },
    write: { type: 'boolean', default: false },
  },
});
const wanted = values.only.split(',');
const unknown = wanted.filter((part) => !(PARTS as readonly string[]).includes(part));
if (unknown.length > 0) refuseOption(`--only ${unknown.join(',')}: there are only ${PARTS.join(', ')}`);

const figures: Figure[] = [];
if (wanted.includes('rules')) figures.push(...benchRules());
if (wanted.includes('exam')) figures.push(...benchExam());
if (wanted.includes('start')) figures.push(...(await benchStart()));
if (wanted.includes('board')) figures.push(...(await benchBoard()));
if (wanted.includes('pages') || wanted.includes('stage')) {
  const tests = await openTests();
  try {
    if (wanted.includes('pages')) figures.push(...(await benchPages(tests)));
    if (wanted.includes('stage')) figures.push(...(await benchStage(tests)));
  } finally {
    await tests.close();
  }
}

if (values.json) console.log(JSON.stringify(figures, null, 2));
else for (const figure of figures) console.log(writeLine(figure));
if (values.write) await writePerformance(figures);
process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;

function writeLine({ name, value, unit, budget, ok }: Figure): string {
  return `${ok ? 'ok ' : 'NOT'} ${name}: ${value} ${unit} (budget ${budget})`;
}
