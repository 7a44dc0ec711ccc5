/**
 * `npm run demo -- [--players N] [--days D] [--seed S] [--data DIR]`: fills a data folder with a believable team, played
 * by bots and simulated examinees up to today. The same numbers on the same day give the same team. By default 30
 * people, 28 days, seed 1, in `.data-demo`, which `npm start -- --demo` opens. A demonstration that stands there is
 * replaced; a folder with teams of one's own is refused.
 */

import { readOptions } from './options/read-options.ts';
import { DatabaseTrouble } from '../src/server/database/database.ts';
import { makeLog } from '../src/server/log.ts';
import { openGrounds } from '../src/server/open-grounds.ts';
import { readSettings, SettingTrouble } from '../src/server/settings.ts';
import { DEMO_FOLDER, DEMO_WISHES, demoEnvironment, makeDemo, makeProgressLine } from './demo/prepare-demo.ts';
import { ROOT } from './start/build-once.ts';
import { findTemplate } from './start/database-template.ts';

const { values } = readOptions({
  options: {
    players: { type: 'string', default: String(DEMO_WISHES.players) },
    days: { type: 'string', default: String(DEMO_WISHES.days) },
    seed: { type: 'string', default: String(DEMO_WISHES.seed) },
    data: { type: 'string', default: DEMO_FOLDER },
  },
});

try {
  await run();
} catch (error) {
  const isClear = error instanceof SettingTrouble || error instanceof DatabaseTrouble;
  console.error(isClear ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const wishes = {
    players: readWhole('players', 1, 500),
    days: readWhole('days', 14, 120),
    seed: readWhole('seed', 0, 0xffff_ffff),
    onProgress: makeProgressLine(process.stdout),
  };
  const settings = readSettings(demoEnvironment(process.env, values.data), ROOT);
  const template = findTemplate();
  const open = await openGrounds(settings, {
    log: makeLog('warn'),
    origin: 'http://localhost',
    demo: true,
    ...(template === undefined ? {} : { template }),
  });
  try {
    const began = performance.now();
    const { records, deliveries } = await makeDemo(open.grounds, wishes);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${records} records in ${deliveries} deliveries, in ${seconds} s: ${settings.dataFolder}`);
  } finally {
    await open.close();
  }
}

function readWhole(name: 'players' | 'days' | 'seed', least: number, most: number): number {
  const wanted = Number(values[name]);
  if (Number.isInteger(wanted) && wanted >= least && wanted <= most) return wanted;
  throw new SettingTrouble(`--${name} must be a whole number from ${least} to ${most}, not "${values[name]}".`);
}
