/**
 * `npm run exam:simulate -- [--examinees N] [--json] [--strict]`: simulated examinees of known ability sit the real
 * examination with the real bank. Prints how well it does, how the rivals do on the same examinees and answers, what
 * happens when the answers don't obey the model, and which goals are reached. N is 2,000 unless given; the scenes that
 * are no goal of their own take a quarter of it. With `--strict` the exit code is 1 when a goal is missed.
 */
import { readOptions, refuseOption } from '../options/read-options.ts';
import type { Measures } from './measure.ts';
import { sitScenes } from './pool.ts';
import { loadRealBank } from './real-bank.ts';
import { isReached, listGoals, makeReport, type Report } from './report.ts';
import { SCENE_NAMES, type Scene } from './scenes.ts';
import { timeSelection } from './time-selection.ts';

const { values: options } = readOptions({
  options: {
    examinees: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});
const examinees = Number(options.examinees);
if (!Number.isInteger(examinees) || examinees < 100) refuseOption('--examinees must be 100 or more');

const WHOLE: ReadonlySet<Scene> = new Set(['model', 'wrongParameters', 'guessers']);
const counts = SCENE_NAMES.map((scene) => ({ scene, count: WHOLE.has(scene) ? examinees : Math.ceil(examinees / 4) }));
const milliseconds = timeSelection();
const report = makeReport(await sitScenes(counts), loadRealBank().entries.length, milliseconds);
if (options.json) console.log(JSON.stringify(report, rounded, 2));
else print(report);
if (options.strict && !listGoals(report).every(isReached)) process.exitCode = 1;

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value;
}

function print(of: Report): void {
  const { guessers, unknownGroup } = of;
  console.log(`${of.examinees} examinees, a bank of ${of.bankItems} items\n`);
  const rows: readonly (readonly [string, Measures])[] = [
    ['adaptive', of],
    ['20 random items', of.fixed20],
    ['40 random items', of.fixed40],
    ['all items', of.allItems],
    ['parameters wrong by 30 %', of.wrongParameters],
    ['all 30 % flatter', of.flatter],
    ['all half as steep', of.halfFlat],
    ['all 30 % steeper', of.steeper],
    ['all harder by 0.3', of.harder],
    ['beside 10 % guessers', guessers],
    ['hurried', of.hurried],
    ['one group unknown', unknownGroup],
    ['ability N(0.5, 1)', of.abler],
    ['ability N(0, 1.5)', of.wider],
  ];
  const heads = ['tier', 'rank', 'items', 'p95', 'off by 2', 'ece', 'rank ece', 'bias', 'rmse', 'in 90 %'];
  console.log(['right'.padEnd(26), ...heads.map((head) => head.padStart(8))].join(' '));
  for (const [name, row] of rows) console.log([name.padEnd(26), ...cells(row)].join(' '));
  console.log(`\nright of soldiers, generals, marshals: ${of.byTier.map(percent).join(', ')}`);
  console.log(`exposure: at most ${percent(of.maxExposure)}; ${percent(of.bankUsed)} of the bank was used`);
  console.log(`guessers end as soldier, general, marshal: ${guessers.guessersTiers.map(percent).join(', ')}`);
  console.log(
    `groups called strong or weak without cause: ${percent(of.groupsFalselyCalled)}; unknown groups found: ${percent(unknownGroup.found)}\n`,
  );
  for (const goal of listGoals(of)) {
    const bound = goal.most === undefined ? `at least ${goal.least}` : `at most ${goal.most}`;
    console.log(`${isReached(goal) ? 'reached ' : 'MISSED  '} ${goal.name}: ${goal.value.toFixed(4)} (${bound})`);
  }
}

function cells(row: Measures): readonly string[] {
  return [
    percent(row.tierAccuracy),
    percent(row.rankAccuracy),
    row.meanItems.toFixed(2),
    String(row.p95Items),
    percent(row.offByTwo),
    percent(row.ece),
    percent(row.rankEce),
    row.bias.toFixed(3),
    row.rmse.toFixed(3),
    percent(row.coverage),
  ].map((cell) => cell.padStart(8));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
