import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from '../../../src/kernel/hash.ts';
import { recordReplay, parseReplay, verifyReplay } from '../../../src/kernel/replay.ts';
import { advanceRun, startRun } from '../../../src/kernel/run.ts';
import type { PondHappening } from '../../../src/acts/duck-pond/rules/happenings.ts';
import { TOOLS, type PondIntent } from '../../../src/acts/duck-pond/rules/intents.ts';
import type { PondState } from '../../../src/acts/duck-pond/rules/state.ts';
import { act, parameters, PHASE } from './ponds.ts';

const intent: fc.Arbitrary<PondIntent> = fc.oneof(
  { weight: 100, arbitrary: fc.record({ do: fc.constant('use' as const), at: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 80, arbitrary: fc.record({ do: fc.constant('take' as const), tool: fc.constantFrom(...TOOLS) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'sleep' as const }) },
);
/** What is asked for, tick by tick, over and over until the run ends; most ticks nothing is. */
const wishes = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(intent, { maxLength: 3 })), {
  minLength: 20,
  maxLength: 200,
});
const ponds = fc.record({
  ducks: fc.integer({ min: 1, max: 90 }),
  evenings: fc.integer({ min: 1, max: 3 }),
  eveningSeconds: fc.integer({ min: 4, max: 20 }),
  effort: fc.integer({ min: 0, max: 200 }),
  fearReach: fc.double({ min: 0, max: 8, noNaN: true }),
  call: fc.double({ min: 0, max: 1, noNaN: true }),
  glueCatch: fc.double({ min: 0, max: 1, noNaN: true }),
  glueHold: fc.double({ min: 0, max: 1, noNaN: true }),
  stripRoom: fc.integer({ min: 1, max: 20 }),
  flockSize: fc.integer({ min: 1, max: 20 }),
});

function checkInvariants(pond: PondState): void {
  const counts = { resting: new Array(7).fill(0), feeding: new Array(7).fill(0), held: new Array(7).fill(0) };
  let taken = 0;
  for (const [duck, phase] of pond.phase.entries()) {
    const at = pond.spot[duck] as number;
    if (phase === PHASE.taken) taken++;
    else if (phase === PHASE.resting) counts.resting[at]++;
    else if (phase === PHASE.feeding) counts.feeding[at]++;
    else if (phase === PHASE.held) counts.held[at]++;
  }
  const held = counts.held.reduce((sum: number, each: number) => sum + each, 0);
  const kept = { resting: [...pond.resting], feeding: [...pond.feeding], held: [...pond.held] };
  expect(kept).toEqual(counts);
  expect(pond.tally.taken).toBe(taken);
  expect(pond.tally.held).toBe(held);
  expect(pond.tally.taken).toBe(pond.tally.hits + pond.tally.gathered);
  expect(taken + held).toBeLessThanOrEqual(pond.parameters.ducks);
  expect(Math.max(...pond.held)).toBeLessThanOrEqual(pond.parameters.stripRoom);
  expect(pond.effort).toBeGreaterThanOrEqual(0);
  expect(pond.effort).toBeLessThanOrEqual(pond.parameters.effort);
  expect(pond.hostAt).toBeGreaterThanOrEqual(0);
  expect(pond.hostAt).toBeLessThanOrEqual(6);
  for (const shares of [pond.fear, pond.glue, pond.dread, pond.fright, pond.fondness])
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  expect(Math.min(...pond.grain)).toBeGreaterThanOrEqual(0);
  expect(pond.news).toEqual([]);
}

function play(changes: Readonly<Record<string, number>>, seed: number, asked: readonly (readonly PondIntent[])[]) {
  const run = startRun(act, parameters(changes), seed);
  for (let tick = 0; !act.isOver(run.state); tick++) advanceRun(run, asked[tick % asked.length] ?? []);
  return run;
}

describe('any intents in any order', () => {
  it('keep the pond in order at every moment', () => {
    fc.assert(
      fc.property(ponds, fc.integer(), wishes, (changes, seed, asked) => {
        const run = startRun(act, parameters(changes), seed);
        for (let tick = 0; !act.isOver(run.state); tick++) {
          advanceRun(run, asked[tick % asked.length] ?? []);
          if (tick % 37 === 0) checkInvariants(run.state);
        }
        checkInvariants(run.state);
        const { series, score } = act.outcome(run.state);
        expect(series).toHaveLength(changes.evenings);
        expect(series.at(-1)).toBe(score);
      }),
      { numRuns: 120 },
    );
  });

  it('give the same run again, and a replay that verifies', () => {
    fc.assert(
      fc.property(ponds, fc.integer(), wishes, (changes, seed, asked) => {
        const run = play(changes, seed, asked);
        expect(play(changes, seed, asked).hashes).toEqual(run.hashes);
        const replay = parseReplay(JSON.parse(JSON.stringify(recordReplay(run))), act);
        expect(verifyReplay(act, replay)).toMatchObject({ ok: true, hash: run.hashes.at(-1) });
      }),
      { numRuns: 40 },
    );
  });

  it('never wait on a bird whose moment has passed', () => {
    fc.assert(
      fc.property(ponds, fc.integer(), wishes, (changes, seed, asked) => {
        const { state } = play(changes, seed, asked);
        for (const until of state.until) expect(until).toBeGreaterThanOrEqual(state.tick);
      }),
      { numRuns: 40 },
    );
  });

  it('agree with the buttons: an enabled spot does something, a disabled one is refused', () => {
    fc.assert(
      fc.property(ponds, fc.integer(), wishes, fc.integer({ min: 0, max: 6 }), (changes, seed, asked, at) => {
        const pond = act.create(parameters(changes), seed);
        for (const now of asked) if (!act.isOver(pond)) act.step(pond, now);
        if (act.isOver(pond)) return;
        const button = act.controls(pond).find(({ id }) => id === `spot-${at}`);
        if (button === undefined) throw new Error('no such button');
        const isHere = (each: PondHappening): boolean => 'at' in each && each.at === at;
        const happened = act.step(pond, [button.intent]).filter(isHere);
        const wasRefused = happened.some((each) => each.what === 'refused');
        const didSomething = happened.some((each) => ['aim', 'loose', 'scatter', 'glue'].includes(each.what));
        // The hand walks first: `walk` says where to, not `at`, and what it is refused comes on arrival.
        expect({ didSomething, wasRefused }).toEqual(
          pond.tool === 'hand'
            ? { didSomething: false, wasRefused }
            : { didSomething: button.enabled, wasRefused: !button.enabled },
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('fingerprints', () => {
  it('see every part of the state that a run goes on from', () => {
    const of = (change: (pond: PondState) => void): string => {
      const pond = act.create(parameters(), 8);
      for (let i = 0; i < 300; i++) act.step(pond, []);
      change(pond);
      const digest = new Digest();
      act.digest(pond, digest);
      return digest.hex();
    };
    const plain = of(() => {});
    const pond = act.create(parameters(), 8);
    // Parameters and the flocks' ranges never change, dye is only colour, and news is empty between ticks.
    const apart = new Set(['parameters', 'flock', 'flockFrom', 'dye', 'news', 'tally', 'series', 'landed']);
    for (const name of Object.keys(pond).filter((key) => !apart.has(key))) {
      const changed = of((state) => {
        const field = (state as unknown as Record<string, unknown>)[name];
        if (typeof field === 'number') Object.assign(state, { [name]: field + 1 });
        else if (typeof field === 'boolean') Object.assign(state, { [name]: !field });
        else if (typeof field === 'string') Object.assign(state, { [name]: 'glue' });
        else (field as number[])[0] = ((field as number[])[0] as number) + 1;
      });
      expect(changed, `${name} of the state`).not.toBe(plain);
    }
    for (const name of Object.keys(pond.tally) as (keyof PondState['tally'])[]) {
      const changed = of((state) => void state.tally[name]++);
      expect(changed, `the tally of ${name}`).not.toBe(plain);
    }
    expect(of((state) => void state.series.push(1))).not.toBe(plain);
    expect(of((state) => void state.landed.push(1))).not.toBe(plain);
  });
});
