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
import { searchCampaign } from '../../src/acts/air-before-infantry/rules/bots/searcher.ts';
import { act as campaign } from '../../src/acts/air-before-infantry/rules/index.ts';

const ACT = 'air-before-infantry';
/** Seeds, far more than any claim's margin needs; ten thousand were played by hand for the act's document. */
const SEEDS = 300;
/** Provinces on which the search looks for a counter-example; two thousand were searched by hand. */
const PROVINCES = 60;

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
  it('are five, and the one about the best plan faces every other bot of the act', () => {
    expect(claims.map(({ id }) => id)).toEqual([
      'infantry-first-loses',
      'air-holds-nothing',
      'concentrated-beats-spread',
      'joint-doubles',
      'joint-is-best',
    ]);
    expect([...(claims[4]?.bots ?? [])].sort()).toEqual(Object.keys(act.bots).sort());
  });

  it(`hold at the act's own parameters (${SEEDS} seeds)`, async () => {
    for (const [claim, finding] of await findings({}, SEEDS))
      expect(finding, `the claim: ${claim.sentence}`).toMatchObject({ holds: true });
  });

  it('hold in the kiosk cut', async () => {
    for (const [claim, finding] of await findings(file.kiosk, SEEDS))
      expect(finding, `the claim: ${claim.sentence}`).toMatchObject({ holds: true });
  });

  it('would fail if the lesson were wrong: walls that cost nothing to climb', async () => {
    const flat = new Map([...(await findings({ steepness: 0 }, 60))].map(([{ id }, finding]) => [id, finding.holds]));
    expect(flat.get('infantry-first-loses')).toBe(false);
    expect(flat.get('joint-doubles')).toBe(false);
    // Air takes no ground whatever walls cost.
    expect(flat.get('air-holds-nothing')).toBe(true);
  });
});

describe('someone who sees everything', () => {
  const parameters = campaign.parseParameters(file.parameters);
  const search = (
    kinds: readonly ('recon' | 'infantry' | 'supply' | 'posters' | 'exhibition' | 'mail' | 'website')[],
  ) =>
    Array.from({ length: PROVINCES }, (_, i) =>
      searchCampaign(campaign.create(parameters, 700_001 + i), {
        allowed: new Set(kinds),
        width: 8,
        tries: 12,
        seed: i,
      }),
    );

  it('finds no province on which infantry without air beats the joint plan', () => {
    const alone = search(['recon', 'infantry', 'supply']);
    for (const [i, { worth }] of alone.entries())
      expect(worth, `province ${700_001 + i}`).toBeLessThan(
        playBot(campaign, parameters, 700_001 + i, 'jointWithRecon').score,
      );
  });

  it('plays a joint plan when everything is allowed: most weeks he flies as well as marches', () => {
    const found = search(['recon', 'infantry', 'supply', 'posters', 'exhibition', 'mail', 'website']);
    const coins = (kinds: readonly string[]): number =>
      found.reduce(
        (sum, { spent }) =>
          sum + spent.reduce((all, week) => all + kinds.reduce((own, kind) => own + (week[kind as 'mail'] ?? 0), 0), 0),
        0,
      );
    const air = coins(['posters', 'exhibition', 'mail', 'website']);
    const infantry = coins(['infantry']);
    const all = air + infantry + coins(['recon', 'supply']);
    expect(air / all).toBeGreaterThan(0.2);
    expect(infantry / all).toBeGreaterThan(0.4);
    expect(coins(['recon'])).toBeGreaterThan(0);
  });
});
