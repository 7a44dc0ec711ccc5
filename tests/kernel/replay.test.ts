import { describe, expect, it } from 'vitest';
import { BadInput } from '../../src/kernel/act.ts';
import { makeBot, playBot, recordBot } from '../../src/kernel/play-bot.ts';
import {
  MOST_INTENTS,
  MOST_TICKS,
  parseReplay,
  recordReplay,
  replayRun,
  verifyReplay,
} from '../../src/kernel/replay.ts';
import { advanceRun } from '../../src/kernel/run.ts';
import { act, parameters } from '../acts/duck-pond/ponds.ts';
import { readCpuMs } from '../cpu-time.ts';

const replay = recordReplay(recordBot(act, parameters(), 12, 'fullCycle'));
const file = (): Record<string, unknown> =>
  structuredClone(JSON.parse(JSON.stringify(replay)) as Record<string, unknown>);

function refusal(change: Readonly<Record<string, unknown>>): BadInput {
  try {
    parseReplay({ ...file(), ...change }, act);
  } catch (error) {
    if (error instanceof BadInput) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('replay', () => {
  it('comes back from JSON and verifies', () => {
    const verified = verifyReplay(act, parseReplay(file(), act));
    expect(verified).toMatchObject({ ok: true, hash: replay.hashes.at(-1) });
    expect(verified.outcome).toEqual(replay.outcome);
    expect(verified.outcome.score).toBe(playBot(act, parameters(), 12, 'fullCycle').score);
  });

  it('says within how many ticks a drift began', () => {
    const forged = file();
    (forged['hashes'] as string[])[7] = '0123456789abcdef';
    expect(verifyReplay(act, parseReplay(forged, act))).toMatchObject({ ok: false, driftAtTick: 700 });
  });

  it('notices intents left out, another seed and a changed parameter', () => {
    const intents = replay.intents.filter(([tick]) => tick < 500 || tick > 700);
    for (const change of [{ intents }, { seed: 13 }, { parameters: { ...replay.parameters, glueHold: 1 } }])
      expect(verifyReplay(act, parseReplay({ ...file(), ...change }, act))).toMatchObject({ ok: false });
  });

  it('believes only its own outcome', () => {
    const outcome = { ...replay.outcome, score: 60 };
    expect(verifyReplay(act, parseReplay({ ...file(), outcome }, act))).toMatchObject({
      ok: false,
      falseOutcome: true,
    });
    const { outcome: _, ...without } = file();
    expect(verifyReplay(act, parseReplay(without, act))).toMatchObject({ ok: true });
  });

  it('notices ticks or fingerprints cut off or added', () => {
    const hashes = replay.hashes;
    for (const change of [{ hashes: hashes.slice(0, -1) }, { hashes: [...hashes, hashes[0]] }, { hashes: [] }])
      expect(verifyReplay(act, parseReplay({ ...file(), ...change }, act))).toMatchObject({ ok: false });
    expect(verifyReplay(act, parseReplay({ ...file(), ticks: replay.ticks + 5 }, act))).toMatchObject({ ok: false });
  });

  it('records a run under way, which can be gone on with', () => {
    const whole = recordBot(act, parameters(), 30, 'scatterAndGlue');
    const half = replayRun(act, parseReplay(JSON.parse(JSON.stringify(recordReplay(whole))), act), 1234);
    expect(act.tick(half.state)).toBe(1234);
    expect(verifyReplay(act, parseReplay(JSON.parse(JSON.stringify(recordReplay(half))), act))).toMatchObject({
      ok: true,
    });
    const bot = makeBot(act, 'scatterAndGlue', 30);
    while (!act.isOver(half.state)) advanceRun(half, bot.decide(half.state));
    expect(half.hashes).toEqual(whole.hashes);
  });

  it('refuses what it cannot read, with a path and a reason', () => {
    expect(() => parseReplay(null, act)).toThrow('replay: must be an object');
    expect(refusal({ format: 'other' }).path).toBe('replay.format');
    expect(refusal({ version: 2 }).message).toBe('replay.version: is 2; this game reads version 1');
    expect(refusal({ act: 'tea-house' }).message).toBe('replay.act: is tea-house, not duck-pond');
    expect(refusal({ rules: act.version + 1 }).reason).toMatch(/the rules of duck-pond here are version/);
    expect(refusal({ seed: '12' }).path).toBe('replay.seed');
    expect(refusal({ seed: null }).path).toBe('replay.seed');
    expect(refusal({ hashEvery: 7 }).path).toBe('replay.hashEvery');
    expect(refusal({ hashes: ['xyz'] }).path).toBe('replay.hashes.0');
    expect(refusal({ intents: [[0, { do: 'fly' }]] }).path).toBe('replay.intents.0.1 (intent.do)');
    expect(
      refusal({
        intents: [
          [5, { do: 'sleep' }],
          [4, { do: 'sleep' }],
        ],
      }).path,
    ).toBe('replay.intents.1.0');
    expect(refusal({ intents: [[99_999, { do: 'sleep' }]] }).path).toBe('replay.intents.0.0');
    expect(refusal({ intents: [[1, { do: 'use', at: 7 }]] }).reason).toMatch(/from 0 to 6/);
    expect(refusal({ parameters: { ...replay.parameters, ducks: 1e9 } }).message).toMatch(
      /parameters.ducks: must be from 1 to 2000/,
    );
    expect(refusal({ outcome: { score: Number.NaN, series: [] } }).path).toBe('replay.outcome.score');
  });

  it('sets limits, so that a forged file cannot run for ever', () => {
    expect(refusal({ ticks: MOST_TICKS + 1 }).path).toBe('replay.ticks');
    const sleep = { do: 'sleep' };
    expect(refusal({ intents: Array.from({ length: MOST_INTENTS + 1 }, () => [0, sleep]) }).path).toBe(
      'replay.intents',
    );
    expect(refusal({ intents: Array.from({ length: 65 }, () => [3, sleep]) }).path).toBe('replay.intents.64');
    const began = readCpuMs();
    const longest = parseReplay({ ...file(), ticks: MOST_TICKS, intents: [] }, act);
    verifyReplay(act, longest);
    expect(readCpuMs() - began).toBeLessThan(1000);
  });

  it('starts no run without a bot of that name', () => {
    expect(() => playBot(act, parameters(), 1, 'toString')).toThrow('there is no bot toString');
    expect(() => playBot(act, parameters(), 1, 'shooter', 10)).toThrow('did not end within 10 ticks');
  });
});
