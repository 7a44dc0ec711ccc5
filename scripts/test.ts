/**
 * `npm test`: everything that must hold, from cheap to dear, stopping where something fails. Each step is a command that
 * can be run alone (`npm test -- unit lint`); the last line sums up the tests that ran.
 */
import { spawn } from 'node:child_process';
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

/** One after the other; those in one row at the same time. */
const STEPS: readonly (readonly Step[])[] = [
  // First, because what is built under assets/built/ (the atlas' frames) is part of the types. A build works on one core
  // and the claims, which need nothing that is built, on the other.
  [{ name: 'build', command: 'npm run --silent build' }, vitest('claims')],
  [{ name: 'lint', command: 'npm run --silent lint' }],
  [{ name: 'types', command: 'npm run --silent types' }],
  [vitest('unit')],
  [vitest('server')],
  // The same again on a real PostgreSQL: the one of `DATABASE_URL`, or one that is started for it.
  [vitest('server', 'server-postgres', { TEST_DATABASE: 'postgres' })],
  [vitest('browser')],
];

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

rmSync(CACHE, { recursive: true, force: true });
mkdirSync(CACHE, { recursive: true });

/** How a step ended. */
interface Ended {
  readonly step: Step;
  readonly isGood: boolean;
  readonly seconds: number;
  /** What it said, when it was told to keep that to itself while another step speaks. */
  readonly said: string;
}

function run(step: Step, isQuiet: boolean): Promise<Ended> {
  const began = performance.now();
  const child = spawn(step.command, {
    shell: true,
    stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...step.env },
  });
  let said = '';
  for (const out of [child.stdout, child.stderr])
    out?.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ step, isGood: code === 0, seconds: (performance.now() - began) / 1000, said }),
    );
  });
}

let passed = 0;
let failed = 0;
let broken: string | undefined;

/** Adds up what a step's tests came to, and says how it ended. */
function tell({ step, isGood, seconds }: Ended): void {
  if (step.report !== undefined) {
    try {
      const counts = JSON.parse(readFileSync(step.report, 'utf8')) as Counts;
      passed += counts.numPassedTests;
      failed += counts.numFailedTests;
      // Whatever the step itself says of its end.
      if (counts.numFailedTests > 0) broken ??= step.name;
      // A test that is skipped proves nothing, so it counts as one that failed.
      if (counts.numPendingTests > 0) broken ??= `${step.name}: ${counts.numPendingTests} tests were skipped`;
      if (counts.numPassedTests === 0) broken ??= `${step.name}: no test ran`;
    } catch {
      broken ??= `${step.name}: no report was written`;
    }
  }
  process.stdout.write(`── ${step.name}: ${isGood ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s\n`);
  if (!isGood) broken ??= step.name;
}

const only = process.argv.slice(2);
for (const row of STEPS) {
  const wanted = row.filter(({ name }) => only.length === 0 || only.includes(name));
  if (wanted.length === 0) continue;
  process.stdout.write(`\n── ${wanted.map(({ name }) => name).join(', and at the same time ')}\n`);
  // The first one is heard as it speaks, the others when it has ended, so that no two speak at once.
  const running = wanted.map((step, place) => run(step, place > 0));
  for (const [place, each] of running.entries()) {
    const ended = await each;
    if (place > 0) process.stdout.write(`\n── ${ended.step.name}\n${ended.said}`);
    tell(ended);
  }
  if (broken !== undefined) break;
}
if (broken !== undefined) process.stdout.write(`\nstopped at ${broken}\n`);
process.stdout.write(`\n${passed} passed, ${broken !== undefined && failed === 0 ? 1 : failed} failed\n`);
process.exitCode = broken === undefined ? 0 : 1;
