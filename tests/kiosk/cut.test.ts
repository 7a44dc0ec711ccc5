import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/kernel/act.ts';
import { recordBot } from '../../src/kernel/play-bot.ts';
import { advanceRun, startRun, type Run } from '../../src/kernel/run.ts';
import { cutParameters } from '../../src/kiosk/play/cut.ts';
import { hasFreeHands } from '../../src/kiosk/play/free-hands.ts';
import { chooseBot } from '../../src/kiosk/attract/best-bot.ts';
import { loadVersions } from '../../src/server/records/act-versions.ts';
import { canonicalJson } from '../../src/wire/records/canonical.ts';

const versions = await loadVersions();
const cuts = [...versions.values()].flatMap((known) =>
  [...known.values()].flatMap(({ rules, file, offered }) =>
    [null, ...(file.ways ?? []).map(({ id }) => id)].map((way) => ({
      name: `${rules.act.id} (${way ?? 'as usual'})`,
      rules,
      file,
      offered,
      way,
      parameters: rules.act.parseParameters(cutParameters(file, way)),
    })),
  ),
);

/** Seconds that a run lasted at full speed. */
function secondsOf({ act, state }: Run): number {
  return act.tick(state) / act.ticksPerSecond;
}

/** A run in which nobody does anything: as long as one can last. */
function recordNobody(act: Act, parameters: unknown): Run {
  const run = startRun(act, parameters, 4711);
  while (!act.isOver(run.state)) advanceRun(run, []);
  return run;
}

describe.each(cuts)('the kiosk’s cut of $name', ({ rules, file, offered, way, parameters }) => {
  const { act } = rules;

  it('lasts a minute, 75 seconds at the most, for whoever takes all the time there is', () => {
    const seconds = secondsOf(recordNobody(act, parameters));
    const said = 'seconds, as `kiosk` in act.json makes them';
    expect(seconds, said).toBeGreaterThanOrEqual(60);
    expect(seconds, said).toBeLessThanOrEqual(75);
  });

  it('lasts no longer for any strategy', () => {
    for (const { bot } of rules.strategies)
      for (const seed of [1, 2, 3])
        expect(secondsOf(recordBot(act, parameters, seed, bot)), bot).toBeLessThanOrEqual(75);
  });

  it('is one of those that the server takes for a run of the game', () => {
    expect(offered.has(canonicalJson(parameters))).toBe(true);
  });

  it('is shown by the strategy that comes farthest on its own stage', () => {
    const seed = 90_210;
    const best = chooseBot(rules, parameters, seed);
    const score = act.outcome(recordBot(act, parameters, seed, best).state).score;
    for (const { bot } of rules.strategies)
      expect(act.outcome(recordBot(act, parameters, seed, bot).state).score).toBeLessThanOrEqual(score);
    expect(score).toBeGreaterThan(0);
  });

  it('K4 leaves free hands most of the time, none in its forced scenes, and none when it is over', () => {
    const run = startRun(act, parameters, 5);
    let freeTicks = 0;
    while (!act.isOver(run.state)) {
      if (hasFreeHands(run)) freeTicks += 1;
      advanceRun(run, []);
    }
    const share = freeTicks / act.tick(run.state);
    const said = 'of the ticks have an enabled control without `pressed`, which is for choices that only stay chosen';
    expect(share, said).toBeGreaterThan(0.7);
    expect(share, said).toBeLessThan(1);
    expect(hasFreeHands(run)).toBe(false);
    expect(() => cutParameters(file, 'no such way')).toThrow(RangeError);
    expect(cutParameters(file, way)).toMatchObject(file.kiosk);
  });
});
