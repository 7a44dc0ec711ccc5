import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { act } from '../../src/acts/duck-pond/rules/index.ts';
import { recordBot } from '../../src/kernel/play-bot.ts';
import { parseReplay, recordReplay, verifyReplay } from '../../src/kernel/replay.ts';
import { atLeast, atMost, median, type Figure } from './figure.ts';

const FLOCKS = [60, 200, 600, 2000] as const;
const ROUNDS = 7;
/** Each round plays whole runs for at least this long. */
const ROUND_MS = 250;

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'levels', 'duck-pond', 'act.json'), 'utf8'),
) as { readonly parameters: Readonly<Record<string, number>> };

/** How fast the rules go, how their cost grows with the flock, and how long a replay takes to verify. */
export function benchRules(): readonly Figure[] {
  const speeds = FLOCKS.map((ducks) => ({ ducks, ticksPerSecond: measureTicks(ducks) }));
  const smallest = speeds[0];
  if (smallest === undefined) throw new Error('nothing was measured');
  const growth = speeds.slice(1).map(({ ducks, ticksPerSecond }) => {
    const cost = smallest.ticksPerSecond / ticksPerSecond;
    const allowed = (ducks * Math.log(ducks)) / (smallest.ducks * Math.log(smallest.ducks));
    return atMost(
      `cost of a tick at ${ducks} birds, in ticks at ${smallest.ducks}; n·log n allows`,
      cost,
      '×',
      allowed,
    );
  });
  return [
    atLeast('rules at 60 birds, one core', smallest.ticksPerSecond, 'ticks/s', 100_000),
    ...growth,
    benchVerification(),
  ];
}

/** Ticks a second with a bot that uses every tool; only the rules' own steps are counted, not the bot's thinking. */
function measureTicks(ducks: number): number {
  const parameters = act.parseParameters({ ...file.parameters, ducks });
  const runs = Array.from({ length: 3 }, (_, seed) => recordBot(act, parameters, seed + 1, 'fullCycle'));
  const plays = runs.map((run) => ({ run, intents: intentsByTick(run.intents) }));
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let ticks = 0;
    const began = performance.now();
    while (performance.now() - began < ROUND_MS) {
      for (const { run, intents } of plays) {
        const state = act.create(parameters, run.seed);
        for (; !act.isOver(state); ticks++) act.step(state, intents.get(act.tick(state)) ?? []);
      }
    }
    rates.push((ticks * 1000) / (performance.now() - began));
  }
  return median(rates);
}

type Intent = ReturnType<typeof act.parseIntent>;

function intentsByTick(
  intents: readonly (readonly [tick: number, intent: Intent])[],
): ReadonlyMap<number, readonly Intent[]> {
  const byTick = new Map<number, Intent[]>();
  for (const [tick, intent] of intents) byTick.set(tick, [...(byTick.get(tick) ?? []), intent]);
  return byTick;
}

function benchVerification(): Figure {
  const text = JSON.stringify(recordReplay(recordBot(act, act.parseParameters(file.parameters), 7, 'fullCycle')));
  const times: number[] = [];
  for (let round = 0; round < 21; round++) {
    const began = performance.now();
    const { ok } = verifyReplay(act, parseReplay(JSON.parse(text), act));
    times.push(performance.now() - began);
    if (!ok) throw new Error('a replay just recorded does not verify');
  }
  // The first is cold, as on a server that has just started, and it is the one that is promised.
  return atMost('verifying one replay of the act, slowest of 21', Math.max(...times), 'ms', 60);
}
