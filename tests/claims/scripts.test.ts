/** The commands that play bots and replays, as a person or the pipeline calls them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { playBot } from '../../src/kernel/play-bot.ts';
import { loadAct, readActFile, ROOT } from '../../scripts/bots/content.ts';
import { BotPool } from '../../scripts/bots/pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'marshals-baton-'));
afterAll(() => rmSync(folder, { recursive: true }));

function call(script: string, ...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

describe('the pool', () => {
  it('plays what one thread plays, in the order of the seeds', async () => {
    const { parameters } = readActFile('duck-pond');
    const { act } = await loadAct('duck-pond');
    const pool = new BotPool(3);
    const batch = { act: 'duck-pond', bot: 'random', parameters, firstSeed: 11, count: 250 };
    const { outcomes, seconds } = await pool.play(batch);
    await pool.close();
    const parsed = act.parseParameters(parameters);
    expect(outcomes).toEqual(Array.from({ length: 250 }, (_, i) => playBot(act, parsed, 11 + i, 'random')));
    expect(seconds).toBeGreaterThan(0);
  });

  it('passes on what goes wrong in a thread, and goes on', async () => {
    const { parameters } = readActFile('duck-pond');
    const pool = new BotPool(1);
    const batch = { act: 'duck-pond', bot: 'shooter', parameters, firstSeed: 1, count: 2 };
    await expect(pool.play({ ...batch, bot: 'nobody' })).rejects.toThrow('there is no bot nobody');
    await expect(pool.play({ ...batch, parameters: { ...parameters, ducks: -1 } })).rejects.toThrow('parameters.ducks');
    expect((await pool.play(batch)).outcomes).toHaveLength(2);
    await pool.close();
  });
});

describe('npm run claims', () => {
  it('gives one row a claim, with --json, and ends with 0', () => {
    const { status, out } = call('scripts/claims.ts', '--act', 'duck-pond', '--seeds', '150', '--json');
    const rows = JSON.parse(out) as Record<string, unknown>[];
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['act', 'claim', 'holds', 'estimate', 'lower', 'upper', 'runs', 'seconds']);
      expect(row).toMatchObject({ act: 'duck-pond', holds: true });
      expect(row['lower']).toBeLessThanOrEqual(row['estimate'] as number);
      expect(row['upper']).toBeGreaterThanOrEqual(row['estimate'] as number);
    }
    expect(status).toBe(0);
  });

  it('says in words what holds, and knows only acts that there are', () => {
    expect(call('scripts/claims.ts', '--seeds', '150').out).toMatch(/^holds {2}duck-pond: After the first evening/m);
    expect(call('scripts/claims.ts', '--act', 'nowhere')).toMatchObject({ status: 1 });
  });
});

describe('npm run replay', () => {
  const golden = join(ROOT, 'tests/golden/duck-pond/fullCycle.json');
  const forge = (name: string, change: (replay: Record<string, unknown>) => void): string => {
    const replay = JSON.parse(readFileSync(golden, 'utf8')) as Record<string, unknown>;
    change(replay);
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(replay));
    return path;
  };

  it('prints outcome and hash', () => {
    const { hashes, outcome } = JSON.parse(readFileSync(golden, 'utf8')) as {
      hashes: string[];
      outcome: { score: number };
    };
    const { status, out } = call('scripts/replay.ts', golden);
    expect(out).toContain(`outcome  ${outcome.score}, by round: `);
    expect(out).toContain(`hash     ${hashes.at(-1)}`);
    expect(status).toBe(0);
  });

  it.each([
    [
      'a forged outcome',
      forge('a.json', (replay) => Object.assign(replay['outcome'] as object, { score: 60 })),
      /replay\.outcome: says 60; the run came to/,
    ],
    [
      'another seed',
      forge('b.json', (replay) => Object.assign(replay, { seed: 1 })),
      /do not fit the run from some tick after 0 on/,
    ],
    [
      'other rules',
      forge('c.json', (replay) => Object.assign(replay, { rules: 99 })),
      /replay\.rules: is 99; the rules of duck-pond here are/,
    ],
    [
      'another act',
      forge('d.json', (replay) => Object.assign(replay, { act: 'nowhere' })),
      /replay\.act: names no act/,
    ],
    ['no file', join(folder, 'none.json'), /cannot be read \(ENOENT\)/],
  ])('ends with 1 and a reason: %s', (_, path, reason) => {
    const { status, err } = call('scripts/replay.ts', path);
    expect(err).toMatch(/^This replay is not valid\. /);
    expect(err).toMatch(reason);
    expect(status).toBe(1);
  });
});
