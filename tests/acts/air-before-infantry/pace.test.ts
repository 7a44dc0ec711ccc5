import { describe, expect, it } from 'vitest';
import { playBot } from '../../../src/kernel/play-bot.ts';
import { readCpuMs } from '../../cpu-time.ts';
import { act, campaign, large, parameters } from './campaigns.ts';

/** Milliseconds of work of one call, the best of five rounds, as other work disturbs. */
function measure(times: number, work: (i: number) => unknown): number {
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const began = readCpuMs();
    for (let i = 0; i < times; i++) work(i);
    best = Math.min(best, (readCpuMs() - began) / times);
  }
  return best;
}

/** How much more forty towns may cost than twelve: n · log n. */
const ALLOWED = (40 * Math.log2(40)) / (12 * Math.log2(12));

describe('the pace of the rules', () => {
  it('plays a whole campaign of the act, its best bot thinking along, in a few milliseconds', () => {
    const own = parameters();
    expect(measure(40, (i) => playBot(act, own, i + 1, 'jointWithRecon'))).toBeLessThan(4);
  });

  it('costs no more than n · log n for a large province: a campaign, and the controls with their foresight', () => {
    const [small, big] = [parameters(), parameters(large)];
    const campaigns = [small, big].map((own) => measure(60, (i) => playBot(act, own, i + 1, 'drill')));
    expect((campaigns[1] as number) / (campaigns[0] as number)).toBeLessThan(ALLOWED);
    const controls = [campaign(), campaign(large)].map((state) => measure(300, () => act.controls(state)));
    expect((controls[1] as number) / (controls[0] as number)).toBeLessThan(ALLOWED);
    expect(controls[1]).toBeLessThan(4);
  });
});
