/**
 * Stand-ins for people who play for the first time: they do one thing every second or two, not always wisely. They are no
 * strategies of the act; they check that it is kind to learners.
 */
import { describe, expect, it } from 'vitest';
import { drawBelow, drawUnit, seedRandom } from '../../../src/kernel/random.ts';
import { playBot } from '../../../src/kernel/play-bot.ts';
import { bestSpot, looseAt, nothing, paced, use, type PondBot } from '../../../src/acts/duck-pond/rules/bots/pace.ts';
import type { PondView } from '../../../src/acts/duck-pond/rules/state.ts';
import { act, parameters } from './ponds.ts';

const SEEDS = 150;

/** Shoots up to and with an evening, then scatters, paints and gathers by whim; does something every `every` ticks. */
function makePerson(seed: number, shootsUntil: number, every: number): PondBot {
  const random = seedRandom(seed + 99);
  return paced(every, (state) => (state.evening <= shootsUntil ? shoot(state) : mix(state, random)));
}

function shoot(state: PondView): ReturnType<PondBot['decide']> {
  if (state.aimAt >= 0) return [{ do: 'use', at: state.aimAt }];
  const at = bestSpot((spot) => looseAt(state, spot));
  return at < 0 ? nothing() : use('bolt', at);
}

function mix(state: PondView, random: Uint32Array): ReturnType<PondBot['decide']> {
  const whim = drawUnit(random);
  if (whim < 0.4) {
    const anywhere = drawBelow(random, 7);
    return use(
      'grain',
      drawUnit(random) < 0.5
        ? anywhere
        : Math.max(
            0,
            bestSpot((spot) => looseAt(state, spot)),
          ),
    );
  }
  if (whim < 0.65) {
    const at = bestSpot((spot) => (state.feeding[spot] as number) * 2 + Math.min(1, state.grain[spot] as number));
    return at < 0 ? nothing() : use('glue', at);
  }
  const at = state.gatherAt >= 0 ? -1 : bestSpot((spot) => state.held[spot] as number);
  return at < 0 ? nothing() : use('hand', at);
}

function meanScore(play: (seed: number) => number): number {
  let sum = 0;
  for (let seed = 1; seed <= SEEDS; seed++) sum += play(seed);
  return sum / SEEDS;
}

function personScore(shootsUntil: number, every: number): number {
  return meanScore((seed) => {
    const pond = act.create(parameters(), seed);
    const person = makePerson(seed, shootsUntil, every);
    while (!act.isOver(pond)) act.step(pond, person.decide(pond));
    return act.outcome(pond).score;
  });
}

describe('people', () => {
  const shooter = meanScore((seed) => playBot(act, parameters(), seed, 'shooter').score);
  const fullCycle = meanScore((seed) => playBot(act, parameters(), seed, 'fullCycle').score);

  it('end between the shooter and the full cycle when they scatter, paint and gather, even slowly', () => {
    for (const every of [40, 24]) {
      expect(personScore(0, every)).toBeGreaterThan(1.15 * shooter);
      expect(personScore(0, every)).toBeLessThan(0.8 * fullCycle);
    }
  });

  it('still overtake the shooter when they lay the bow down after the first evening', () => {
    expect(personScore(1, 30)).toBeGreaterThan(1.15 * shooter);
  });

  it('pay for each evening of shooting before they learn', () => {
    expect(personScore(2, 30)).toBeLessThan(personScore(1, 30));
    expect(personScore(1, 30)).toBeLessThan(personScore(0, 30));
  });
});
