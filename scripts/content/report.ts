/**
 * `npm run content [-- --json]`: what the bank has on every idea and what it lacks, and whether it can be guessed.
 * With `--json` the report alone goes to the output, as `{ok, ideas: [{id, acts, items, kinds, tiers, languages,
 * missing}]}`, and what is wrong with the bank as a whole to the error output. The exit code is 1 on any gap.
 */
import './plain-faults.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { ITEM_KINDS, TIERS } from '../../src/quiz/index.ts';
import { readBankOnDisk } from './read-bank.ts';
import { listProblems, readIdeasOfActs, reportIdeas, type BankReport, type IdeaReport } from './report-bank.ts';

const root = process.cwd();
const bank = readBankOnDisk(root);
const ideas = reportIdeas(bank, readIdeasOfActs(root));
const problems = listProblems(bank);
const report: BankReport = { ok: problems.length === 0 && ideas.every(({ missing }) => missing.length === 0), ideas };

if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else printTable(ideas);
const told = new Set(ideas.flatMap(({ missing }) => missing));
for (const problem of problems) if (!told.has(problem)) console.error(problem);
process.exitCode = report.ok ? 0 : 1;

function printTable(rows: readonly IdeaReport[]): void {
  const width = Math.max(...rows.map(({ id }) => id.length));
  const heads = [...TIERS.map((tier) => tier.slice(0, 3)), ...LANGUAGES];
  console.log(`${'idea'.padEnd(width)}  items kinds ${heads.map((head) => head.padStart(7)).join(' ')}  acts`);
  for (const { id, acts, items, kinds, tiers, languages, missing } of rows) {
    const counts = [...TIERS.map((tier) => tiers[tier]), ...LANGUAGES.map((language) => languages[language])];
    const cells = counts.map((count) => String(count).padStart(7)).join(' ');
    const name = `${id.padEnd(width)}  ${String(items).padStart(5)} ${String(Object.keys(kinds).length).padStart(5)}`;
    console.log(`${name} ${cells}  ${acts.length === 0 ? '–' : acts.join(', ')}`);
    if (missing.length > 0) console.log(`${' '.repeat(width)}  has gaps: see below`);
  }
  const total = rows.reduce((sum, { items }) => sum + items, 0);
  const byKind = ITEM_KINDS.map((kind) => `${kind} ${rows.reduce((sum, { kinds }) => sum + (kinds[kind] ?? 0), 0)}`);
  console.log(`\n${total} items: ${byKind.join(', ')}.`);
  const gaps = rows.filter(({ missing }) => missing.length > 0);
  if (gaps.length === 0) console.log('No idea has a gap.');
  // At the end, where whoever has just run the command is looking.
  for (const { id, missing } of gaps) console.log(`\n${id}:\n${missing.map((lack) => `  ${lack}`).join('\n')}`);
}
