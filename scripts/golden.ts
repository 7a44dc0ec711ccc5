/**
 * Records an act's golden replays into tests/golden/<act>/: every bot, a few parameters and seeds, every way to play, and
 * runs of wild intents. Only for when rules were changed on purpose: look at the outcomes before they are kept.
 *
 *   npx tsx scripts/golden.ts [--act ID]
 */
import './content/plain-faults.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './options/read-options.ts';
import type { Act } from '../src/kernel/act.ts';
import { recordBot } from '../src/kernel/play-bot.ts';
import { drawBelow, drawChance, seedRandom } from '../src/kernel/random.ts';
import { recordReplay } from '../src/kernel/replay.ts';
import { advanceRun, startRun, type Run } from '../src/kernel/run.ts';
import { listActs, loadAct, readActFile, ROOT } from './bots/content.ts';

const { values: options } = readOptions({ options: { act: { type: 'string' } } });
const WILD_SEED = 20_260_401;

/** The bot that comes farthest with these parameters and this seed, recorded; of equals the longest, which shows more. */
function recordBest(act: Act, parameters: unknown, seed: number): Run {
  const runs = Object.keys(act.bots).map((bot) => recordBot(act, parameters, seed, bot));
  const scoreOf = (run: Run): number => act.outcome(run.state).score;
  const ticksOf = (run: Run): number => act.tick(run.state);
  const isBetter = (run: Run, than: Run): boolean =>
    scoreOf(run) > scoreOf(than) || (scoreOf(run) === scoreOf(than) && ticksOf(run) > ticksOf(than));
  return runs.reduce((best, run) => (isBetter(run, best) ? run : best));
}

/** Presses any button, enabled or not, in a third of the ticks; several at once now and then. */
function recordWild(act: Act, parameters: unknown): Run {
  const run = startRun(act, parameters, WILD_SEED);
  const random = seedRandom(WILD_SEED);
  while (!act.isOver(run.state)) {
    const intents: unknown[] = [];
    while (drawChance(random, 0.25) && intents.length < 4) {
      const controls = act.controls(run.state);
      const control = controls[drawBelow(random, controls.length)];
      // Going to sleep at every tenth press would end the play before it began.
      if (control !== undefined && (control.group !== 'action' || drawChance(random, 0.02)))
        intents.push(control.intent);
    }
    advanceRun(run, intents);
  }
  return run;
}

for (const id of options.act === undefined ? listActs() : [options.act]) {
  const { act } = await loadAct(id);
  const { parameters, kiosk, workshop, ways, first } = readActFile(id);
  const own = act.parseParameters(parameters);
  const short = act.parseParameters({ ...parameters, ...kiosk });
  const highest = Object.fromEntries(workshop.map(({ parameter, to }) => [parameter, to]));
  const lowest = Object.fromEntries(workshop.map(({ parameter, from }) => [parameter, from]));
  const runs: Record<string, Run> = { wild: recordWild(act, short) };
  for (const [i, bot] of Object.keys(act.bots).entries()) runs[bot] = recordBot(act, own, 101 + i, bot);
  const bot = Object.keys(act.bots).at(-1) ?? '';
  runs['kiosk'] = recordBot(act, short, 7, bot);
  runs['highest'] = recordBot(act, act.parseParameters({ ...parameters, ...highest }), 0x1_2345_6789, bot);
  runs['lowest'] = recordBot(act, act.parseParameters({ ...parameters, ...lowest }), 0, bot);
  for (const way of ways?.slice(1) ?? []) {
    const played = act.parseParameters({ ...parameters, ...way.parameters });
    runs[`wild-${way.id}`] = recordWild(act, act.parseParameters({ ...parameters, ...kiosk, ...way.parameters }));
    runs[`best-${way.id}`] = recordBest(act, played, 23);
  }
  if (first !== undefined) runs['first'] = recordBest(act, act.parseParameters({ ...parameters, ...first }), 1);
  const folder = join(ROOT, 'tests/golden', id);
  mkdirSync(folder, { recursive: true });
  for (const [name, run] of Object.entries(runs)) {
    const replay = recordReplay(run);
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(replay)}\n`);
    console.log(
      `${id}/${name}: ${replay.outcome?.series.join(' ')}, ${replay.intents.length} intents, ${replay.hashes.at(-1)}`,
    );
  }
}
