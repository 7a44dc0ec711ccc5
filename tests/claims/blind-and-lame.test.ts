/**
 * The act's sentences, proven by bots at its own parameters, in the kiosk cut, and as the map grows false.
 * `limits.test.ts` goes through the values that the workshop's sliders can take.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Claim, Finding } from '../../src/kernel/claim.ts';
import { playBot } from '../../src/kernel/play-bot.ts';
import { loadAct, loadClaims, loadSweeps, readActFile, ROOT } from '../../scripts/bots/content.ts';
import { judgeClaims } from '../../scripts/bots/judge-claims.ts';
import { readBlock } from '../../scripts/bots/limits.ts';
import { BotPool } from '../../scripts/bots/pool.ts';
import { describeSweep } from '../../scripts/bots/sweeps.ts';

const ACT = 'blind-and-lame';
/** Seeds, more than any claim's margin needs; ten thousand were played for the act's document. */
const SEEDS = 500;

const { act } = await loadAct(ACT);
const claims = await loadClaims(ACT);
const sweeps = await loadSweeps(ACT);
const file = readActFile(ACT);
const pool = new BotPool();
afterAll(() => pool.close());

async function findings(changes: Readonly<Record<string, number>>, seeds: number): Promise<Map<Claim, Finding>> {
  const judged = await judgeClaims(pool, ACT, claims, { ...file.parameters, ...changes }, seeds);
  return new Map(judged.map(({ claim, finding }) => [claim, finding]));
}

describe('the claims', () => {
  it('are four, and face the bots that cheat', () => {
    expect(claims.map(({ id }) => id)).toEqual(['blind-alone', 'lame-alone', 'together-triples', 'reports-pay']);
    expect(claims[0]?.bots).toEqual(expect.arrayContaining(['explorer', 'sounder', 'random']));
    expect(claims[2]?.bots).toEqual(expect.arrayContaining(['explorer', 'sounder', 'random']));
    expect(claims[3]?.bots).toEqual(expect.arrayContaining(['carriedGuessing', 'carriedCunning', 'carriedCautious']));
  });

  it('compare like with like: the same light alone and together', () => {
    expect(file.parameters['blindSeconds']).toBe(file.parameters['togetherSeconds']);
    expect(file.kiosk['blindSeconds']).toBe(file.kiosk['togetherSeconds']);
  });

  it(`hold at the act's own parameters (${SEEDS} seeds)`, async () => {
    for (const [claim, finding] of await findings({}, SEEDS))
      expect(finding, `the claim: ${claim.sentence}`).toMatchObject({ holds: true });
  });

  it('hold in the kiosk cut', async () => {
    for (const [claim, finding] of await findings(file.kiosk, 300))
      expect(finding, `the claim: ${claim.sentence}`).toMatchObject({ holds: true });
  });

  it('about reports hold from 15 % of falseness on, and reports are worth more the falser the map', async () => {
    const pays = claims.filter(({ id }) => id === 'reports-pay');
    const leads: number[] = [];
    for (const falseness of [0.15, 0.25, 0.35, 0.45]) {
      const parameters = { ...file.parameters, falseness };
      const [judged] = await judgeClaims(pool, ACT, pays, parameters, 300);
      expect(judged?.finding, `falseness ${falseness}`).toMatchObject({ holds: true });
      leads.push(judged?.finding.estimate ?? 0);
    }
    expect(leads).toEqual([...leads].sort((a, b) => a - b));
  });

  it('would fail if the lesson were wrong: a true map, quick groping, or a pair that tells nothing', async () => {
    const failing = async (changes: Readonly<Record<string, number>>): Promise<string[]> =>
      [...(await findings(changes, 100))].filter(([, { holds }]) => !holds).map(([{ id }]) => id);
    expect(await failing({ falseness: 0 })).toContain('reports-pay');
    expect(await failing({ gropeSeconds: 0.8, feelSeconds: 0.4 })).toEqual(
      expect.arrayContaining(['blind-alone', 'together-triples']),
    );
    const pays = claims.find(({ id }) => id === 'reports-pay');
    const parameters = act.parseParameters(file.parameters);
    const runs = (bot: string): ReturnType<typeof playBot>[] =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => playBot(act, parameters, seed, bot));
    const outcomes = Object.fromEntries((pays?.bots ?? []).map((bot) => [bot, runs(bot)]));
    expect(pays?.evaluate({ ...outcomes, carriedReporting: runs('carriedSilent') }).holds).toBe(false);
  });
});

describe('the table of what reports are worth', () => {
  it('is made for every falseness that the slider can take, and stands in the document', async () => {
    const [sweep] = sweeps;
    if (sweep === undefined) throw new Error('the act has a table');
    const page = readFileSync(join(ROOT, 'docs/acts', `${ACT}.md`), 'utf8');
    const rows = (table: string): string[] => table.split('\n').filter((line) => /^\| (\*\*)?[\d.]+/.test(line));
    const written = rows(readBlock(page, `sweep-${sweep.id}`));
    expect(written).toHaveLength(sweep.values.length);
    const small = { ...sweep, values: [0.3] };
    const [fresh = ''] = rows(await describeSweep(pool, ACT, small, file.parameters, 200));
    const cells = (row: string): number[] =>
      row
        .split('|')
        .slice(2, -1)
        .map((cell) => Number.parseFloat(cell));
    const told = cells(written.find((row) => row.startsWith('| **0.3**')) ?? '');
    const bounds = [...fresh.matchAll(/\(([-\d.]+) … ([-\d.]+)\)/g)].map(([, low, high]) => [
      Number(low),
      Number(high),
    ]);
    expect(bounds).toHaveLength(sweep.columns.length);
    // What stands in the document lies within what 200 fresh runs allow, and a little more for the rounding.
    told.forEach((value, i) => {
      const [low = 0, high = 0] = bounds[i] ?? [];
      expect(value).toBeGreaterThan(low - 1);
      expect(value).toBeLessThan(high + 1);
    });
  });
});
