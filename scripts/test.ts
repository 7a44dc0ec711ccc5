/**
 * `npm test`: everything that must hold, from cheap to dear, stopping at the first step that fails. Each step is a
 * command that can be run alone; the last line sums up the tests that ran.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '..', '.cache', 'test');
const VITEST = 'vitest run --config tests/vitest.config.ts';

interface Step {
  readonly name: string;
  readonly command: string;
  /** Vitest writes its counts here; other steps only pass or fail. */
  readonly report?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function vitest(project: string, name = project, env: Readonly<Record<string, string>> = {}): Step {
  const report = join(CACHE, `${name}.json`);
  return {
    name,
    env,
    command: `${VITEST} --project ${project} --reporter=default --reporter=json --outputFile=${report}`,
    report,
  };
}

const STEPS: readonly Step[] = [
  // First, because what is built under assets/built/ (the atlas' frames) is part of the types.
  { name: 'build', command: 'npm run --silent build' },
  { name: 'lint', command: 'npm run --silent lint' },
  { name: 'types', command: 'npm run --silent types' },
  vitest('unit'),
  vitest('server'),
  // The same again on a real PostgreSQL: the one of `DATABASE_URL`, or one that is started for it.
  vitest('server', 'server-postgres', { TEST_DATABASE: 'postgres' }),
  vitest('claims'),
  vitest('browser'),
];

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

rmSync(CACHE, { recursive: true, force: true });
mkdirSync(CACHE, { recursive: true });

let passed = 0;
let failed = 0;
let broken: string | undefined;
const only = process.argv.slice(2);
for (const step of STEPS) {
  if (only.length > 0 && !only.includes(step.name)) continue;
  const began = performance.now();
  process.stdout.write(`\n── ${step.name}\n`);
  const { status } = spawnSync(step.command, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, ...step.env },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (step.report !== undefined) {
    try {
      const counts = JSON.parse(readFileSync(step.report, 'utf8')) as Counts;
      passed += counts.numPassedTests;
      failed += counts.numFailedTests;
      // A test that is skipped proves nothing, so it counts as one that failed.
      if (counts.numPendingTests > 0) broken = `${step.name}: ${counts.numPendingTests} tests were skipped`;
      if (counts.numPassedTests === 0) broken = `${step.name}: no test ran`;
    } catch {
      broken = `${step.name}: no report was written`;
    }
  }
  process.stdout.write(`── ${step.name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  if (status !== 0) broken ??= step.name;
  if (broken !== undefined) break;
}
if (broken !== undefined) process.stdout.write(`\nstopped at ${broken}\n`);
process.stdout.write(`\n${passed} passed, ${broken !== undefined && failed === 0 ? 1 : failed} failed\n`);
process.exitCode = broken === undefined ? 0 : 1;
