/**
 * `npm run records:kill [-- --rounds 50] [--postgres]`: kills the real server (SIGKILL) again and again while devices deliver, and
 * starts it again on the same data. Ends with 1 when anything that it acknowledged is lost, or anything counts twice.
 */

import { readOptions } from '../options/read-options.ts';
import { findPlace } from './find-place.ts';
import { killAndHeal } from './kill-and-heal.ts';
import { makeStage } from './server-process.ts';

const { values } = readOptions({
  options: { rounds: { type: 'string', default: '50' }, postgres: { type: 'boolean', default: false } },
});

const stage = await makeStage();
const { place, name, stop } = await findPlace(stage.folder, values.postgres);
try {
  const { rounds, delivered, acknowledged, lost, twice, unlike, starts, failures } = await killAndHeal(place, stage, {
    rounds: Number(values.rounds),
    devices: 60,
    say: (text) => console.log(text),
  });
  const sorted = starts.toSorted((one, other) => one - other);
  const [middle = 0, most = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  console.log(
    `${rounds} kills, ${name}: ${acknowledged} records acknowledged in ${delivered} deliveries, ${failures} tries failed`,
  );
  console.log(`start after a kill: median ${Math.round(middle)} ms, at most ${Math.round(most)} ms`);
  console.log(`acknowledged and lost: ${lost}; counted twice: ${twice}; sums unlike a recount: ${unlike}`);
  process.exitCode = lost + twice + unlike === 0 ? 0 : 1;
} finally {
  await stop();
  await stage.remove();
}
