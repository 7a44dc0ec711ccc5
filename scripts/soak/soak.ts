/**
 * `npm run soak -- --minutes N [--speed K] [--seed S] [--json]`: plays visitors at a kiosk of the built product, with its
 * real server, under faults, and says what grew, what broke, and what of a visitor was left behind. Ends with 1 when
 * something did. See docs/kiosk.md.
 */

import { readOptions, refuseOption } from '../options/read-options.ts';
import { COUNTERS } from './sample.ts';
import { runSoak, type SoakReport } from './run-soak.ts';

const { values } = readOptions({
  options: {
    minutes: { type: 'string', default: '2' },
    speed: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const [minutes, speed, seed] = [Number(values.minutes), Number(values.speed), Number(values.seed)];
if (!(minutes > 0 && minutes <= 24 * 60)) refuseOption('--minutes is from 0 to 1440');
if (!(speed >= 1 && speed <= 8)) refuseOption('--speed is from 1 to 8');
if (!Number.isSafeInteger(seed)) refuseOption('--seed is a whole number');

// Whatever was started ends with this process; without this an interrupted run would leave its browser behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const report = await runSoak({ minutes, speed, seed, ...(values.json ? {} : { say: (line) => console.log(line) }) });
if (values.json) console.log(JSON.stringify(report, null, 2));
else console.log(describe(report).join('\n'));
process.exitCode = report.ok ? 0 : 1;

function describe({
  ok,
  sessions,
  faults,
  loads,
  slopes,
  fittedHours,
  account,
  errors,
  foreignData,
}: SoakReport): string[] {
  const faultCount = Object.values(faults).reduce((sum, count) => sum + count, 0);
  return [
    '',
    `${sessions} sessions, ${faultCount} faults: ${Object.entries(faults)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
    `loads: ${loads.frame} of the frame, ${loads.outer} of the page`,
    `visits: ${account.kept} kept, ${account.delivered} delivered; ${account.runs} runs, ${account.marked} not believed`,
    `slopes over ${(fittedHours * 60).toFixed(1)} minutes, each with its 99 % bound:`,
    ...COUNTERS.map((counter) => {
      const slope = slopes[counter];
      if (slope === null) return `  ${counter}: too few samples`;
      const reach = (slope.high - slope.low) / 2;
      return (
        `  ${counter}: ${slope.from.toFixed(2)} → ${slope.to.toFixed(2)}; ` +
        `${slope.perHour.toFixed(2)} ± ${reach.toFixed(2)} an hour, ${slope.perSession.toFixed(3)} a session: ${slope.finding}`
      );
    }),
    `errors: ${errors.length === 0 ? 'none' : ''}`,
    ...errors.map((error) => `  ${error}`),
    `foreign data: ${foreignData.length === 0 ? 'none' : ''}`,
    ...foreignData.map((found) => `  ${found}`),
    ok ? 'ok' : 'NOT ok',
  ];
}
