import { describe, expect, it } from 'vitest';
import { playBot } from '../../../src/kernel/play-bot.ts';
import { readCpuMs } from '../../cpu-time.ts';
import { act, parameters } from './ponds.ts';

/** Ticks a second of the full cycle, the bot that keeps most birds busy; the best of three, as other work disturbs. */
function measure(ducks: number, runs: number): number {
  const own = parameters({ ducks });
  let best = 0;
  for (let round = 0; round < 3; round++) {
    const began = readCpuMs();
    let ticks = 0;
    for (let seed = 1; seed <= runs; seed++) {
      playBot(act, own, seed, 'fullCycle');
      ticks += (own.evenings * own.eveningSeconds + (own.evenings - 1) * own.nightSeconds) * act.ticksPerSecond;
    }
    best = Math.max(best, (ticks / (readCpuMs() - began)) * 1000);
  }
  return best;
}

describe('the pace of the rules', () => {
  it('is 100,000 ticks a second at 60 birds, and 2,000 birds cost no more than n · log n', () => {
    const small = measure(60, 20);
    const large = measure(2000, 2);
    expect(small).toBeGreaterThan(100_000);
    const allowed = (2000 * Math.log2(2000)) / (60 * Math.log2(60));
    expect(small / large).toBeLessThan(allowed);
  });
});
