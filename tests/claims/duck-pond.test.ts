/**
 * The act's sentences, proven by bots at its own parameters, with enough seeds to be sure, and in the kiosk cut.
 * `limits.test.ts` goes through the values that the workshop's sliders can take.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { Claim, Finding } from '../../src/kernel/claim.ts';
import { playBot } from '../../src/kernel/play-bot.ts';
import { loadAct, loadClaims, readActFile } from '../../scripts/bots/content.ts';
import { judgeClaims } from '../../scripts/bots/judge-claims.ts';
import { BotPool } from '../../scripts/bots/pool.ts';

const ACT = 'duck-pond';
/** Seeds, far more than any claim's margin needs; ten thousand were played by hand for the act's document. */
const SEEDS = 400;

const { act } = await loadAct(ACT);
const claims = await loadClaims(ACT);
const file = readActFile(ACT);
const pool = new BotPool();
afterAll(() => pool.close());

async function findings(changes: Readonly<Record<string, number>>, seeds: number): Promise<Map<Claim, Finding>> {
  const judged = await judgeClaims(pool, ACT, claims, { ...file.parameters, ...changes }, seeds);
  return new Map(judged.map(({ claim, finding }) => [claim, finding]));
}

describe('the claims', () => {
  it('are four, and the one about the best strategy faces the bots that cheat', () => {
    expect(claims.map(({ id }) => id)).toEqual([
      'shooter-first',
      'patience-doubles',
      'grain-alone-loses',
      'full-cycle-wins',
    ]);
    expect(claims[3]?.bots).toEqual(expect.arrayContaining(['baiter', 'picker', 'poacher', 'random']));
  });

  it(`hold at the act's own parameters (${SEEDS} seeds)`, async () => {
    for (const [claim, finding] of await findings({}, SEEDS))
      expect(finding, `the claim: ${claim.sentence}`).toMatchObject({ holds: true });
  });

  it('hold in the kiosk cut', async () => {
    for (const [claim, finding] of await findings(file.kiosk, SEEDS))
      expect(finding, `the claim: ${claim.sentence}`).toMatchObject({ holds: true });
  });

  it('would fail if the lesson were wrong: glue that lets go, or a full cycle that shoots', async () => {
    const loose = await findings({ glueHold: 0 }, 100);
    expect([...loose].find(([claim]) => claim.id === 'patience-doubles')?.[1].holds).toBe(false);
    const best = claims.find(({ id }) => id === 'full-cycle-wins');
    const outcomes = Object.fromEntries(
      (best?.bots ?? []).map((bot) => [
        bot,
        [1, 2, 3].map((seed) => playBot(act, act.parseParameters(file.parameters), seed, bot)),
      ]),
    );
    const shooting = { ...outcomes, fullCycle: outcomes['poacher'] ?? [], poacher: outcomes['fullCycle'] ?? [] };
    expect(best?.evaluate(shooting).holds).toBe(false);
  });
});
