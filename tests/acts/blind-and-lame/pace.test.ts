import { describe, expect, it } from 'vitest';
import { playBot } from '../../../src/kernel/play-bot.ts';
import { readCpuMs } from '../../cpu-time.ts';
import { act, parameters } from './roads.ts';

/** Milliseconds a run, roads and all; of work; the best of three rounds, as other work disturbs. */
function measure(bot: string): number {
  const own = parameters();
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const began = readCpuMs();
    for (let seed = 1; seed <= 40; seed++) playBot(act, own, seed, bot);
    best = Math.min(best, (readCpuMs() - began) / 40);
  }
  return best;
}

describe('the pace of the rules', () => {
  it.each(['carriedReporting', 'wholePlay', 'explorer'])('is under four milliseconds a run of %s', (bot) => {
    expect(measure(bot)).toBeLessThan(4);
  });
});
