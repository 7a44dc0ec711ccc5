import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from '../../../src/kernel/hash.ts';
import { recordReplay, parseReplay, verifyReplay } from '../../../src/kernel/replay.ts';
import { advanceRun, startRun, type Run } from '../../../src/kernel/run.ts';
import { DIRECTIONS, type RoadIntent } from '../../../src/acts/blind-and-lame/rules/intents.ts';
import { isOpen, UNKNOWN } from '../../../src/acts/blind-and-lame/rules/places.ts';
import type { RoadState } from '../../../src/acts/blind-and-lame/rules/state.ts';
import { act, parameters } from './roads.ts';

const to = fc.constantFrom(...DIRECTIONS);
const intent: fc.Arbitrary<RoadIntent> = fc.oneof(
  { weight: 60, arbitrary: fc.record({ do: fc.constant('step' as const), to }) },
  { weight: 60, arbitrary: fc.record({ do: fc.constant('call' as const), to }) },
  { weight: 40, arbitrary: fc.record({ do: fc.constantFrom('go', 'look', 'unsay', 'report', 'sound') }) },
  { weight: 1, arbitrary: fc.constant({ do: 'rest' as const }) },
);
/** What is asked for, tick by tick, over and over until the run ends; most ticks nothing is. */
const wishes = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(intent, { maxLength: 4 })), {
  minLength: 20,
  maxLength: 200,
});
const roads = fc.record({
  hands: fc.constantFrom(1, 2),
  ear: fc.constantFrom(0, 1),
  road: fc.constantFrom(0, 0, 0, 1),
  columns: fc.integer({ min: 13, max: 31 }),
  blindSeconds: fc.integer({ min: 3, max: 25 }),
  lameSeconds: fc.integer({ min: 3, max: 8 }),
  togetherSeconds: fc.integer({ min: 3, max: 40 }),
  falseness: fc.double({ min: 0, max: 0.9, noNaN: true }),
  breath: fc.integer({ min: 0, max: 100 }),
  callBreath: fc.integer({ min: 0, max: 5 }),
  reportBreath: fc.integer({ min: 0, max: 8 }),
  soundBreath: fc.integer({ min: 0, max: 8 }),
  memory: fc.integer({ min: 1, max: 20 }),
  feelSeconds: fc.double({ min: 0.1, max: 3, noNaN: true }),
  gropeSeconds: fc.double({ min: 0.1, max: 3, noNaN: true }),
  strideSeconds: fc.double({ min: 0.1, max: 3, noNaN: true }),
  echoReach: fc.integer({ min: 0, max: 10 }),
});

function checkInvariants(road: RoadState): void {
  const { truth, drawn } = road.road;
  expect(road.breath).toBeGreaterThanOrEqual(0);
  expect(road.breath).toBeLessThanOrEqual(road.parameters.breath);
  expect(road.words.length + road.tongue.length).toBeLessThanOrEqual(road.parameters.memory);
  expect(isOpen(truth[road.at] as number)).toBe(true);
  const cells = [...truth.keys()];
  expect(cells.filter((cell) => road.touched[cell] !== UNKNOWN && road.touched[cell] !== truth[cell])).toEqual([]);
  expect(cells.filter((cell) => road.walked[cell] === 1 && !isOpen(truth[cell] as number))).toEqual([]);
  expect([...road.map]).toEqual(cells.map((cell) => (road.mended[cell] === 1 ? truth[cell] : drawn[cell])));
  for (const cell of road.untold) expect(road.touched[cell]).not.toBe(UNKNOWN);
  expect(new Set(road.untold).size).toBe(road.untold.length);
  for (const heard of [road.waterHeard, road.windHeard, road.marketHeard])
    for (const loudness of heard) {
      expect(loudness).toBeGreaterThanOrEqual(0);
      expect(loudness).toBeLessThanOrEqual(1);
    }
  const { customersFirst } = road.parameters;
  for (const customers of road.customers) expect(customers).toBeLessThanOrEqual(3 * customersFirst);
  expect(road.passage === 'lame' ? road.at : road.road.start).toBe(road.road.start);
  expect(road.news).toEqual([]);
}

function play(
  changes: Readonly<Record<string, number>>,
  seed: number,
  asked: readonly (readonly RoadIntent[])[],
): Run<RoadState, RoadIntent> {
  const run = startRun(act, parameters(changes), seed);
  for (let tick = 0; !act.isOver(run.state); tick++) advanceRun(run, asked[tick % asked.length] ?? []);
  return run;
}

describe('any intents in any order', () => {
  it('keep the road in order at every moment, and end every passage in time', () => {
    fc.assert(
      fc.property(roads, fc.integer(), wishes, (changes, seed, asked) => {
        const run = startRun(act, parameters(changes), seed);
        const { parameters: own } = run.state;
        const most = own.blindSeconds + own.lameSeconds + own.togetherSeconds + 2 * own.turnSeconds;
        let passages = 0;
        for (let tick = 0; !act.isOver(run.state); tick++) {
          const happened = advanceRun(run, asked[tick % asked.length] ?? []);
          passages += happened.filter(({ what }) => what === 'sunset').length;
          if (tick % 29 === 0) checkInvariants(run.state);
        }
        checkInvariants(run.state);
        expect(passages).toBe(3);
        expect(run.state.tick).toBeLessThanOrEqual(most * act.ticksPerSecond + 3);
        const { series, score } = act.outcome(run.state);
        expect(series).toHaveLength(10);
        expect(series.at(-1)).toBe(score);
      }),
      { numRuns: 120 },
    );
  });

  it('give the same run again, and a replay that verifies', () => {
    fc.assert(
      fc.property(roads, fc.integer(), wishes, (changes, seed, asked) => {
        const run = play(changes, seed, asked);
        expect(play(changes, seed, asked).hashes).toEqual(run.hashes);
        const replay = parseReplay(JSON.parse(JSON.stringify(recordReplay(run))), act);
        expect(verifyReplay(act, replay)).toMatchObject({ ok: true, hash: run.hashes.at(-1) });
      }),
      { numRuns: 40 },
    );
  });
});

describe('fingerprints', () => {
  it('see every part of the state that a run goes on from', () => {
    const of = (change: (road: RoadState) => void): string => {
      const road = act.create(parameters({ hands: 2 }), 8);
      for (let i = 0; i < 300; i++) act.step(road, i % 40 === 0 ? [{ do: 'step', to: 'ahead' }] : []);
      change(road);
      const digest = new Digest();
      act.digest(road, digest);
      return digest.hex();
    };
    const plain = of(() => {});
    const road = act.create(parameters(), 8);
    const other: Readonly<Record<string, unknown>> = {
      passage: 'together',
      eyes: 'both',
      facing: 'back',
      doing: 'tell',
      wish: 'report',
      words: ['left'],
      tongue: ['right'],
      untold: [3],
      customers: [9],
      tenths: [[1]],
      lightLeft: [2],
    };
    // Parameters and the road never change; the news is empty between ticks, and the latest decides nothing.
    const apart = new Set(['parameters', 'road', 'tally', 'news', 'latest']);
    for (const name of Object.keys(road).filter((key) => !apart.has(key))) {
      const changed = of((state) => {
        const field = (state as unknown as Record<string, unknown>)[name];
        if (name in other) Object.assign(state, { [name]: other[name] });
        else if (typeof field === 'number') Object.assign(state, { [name]: field + 1 });
        else if (typeof field === 'boolean') Object.assign(state, { [name]: !field });
        else (field as number[])[0] = ((field as number[])[0] as number) + 1;
      });
      expect(changed, `${name} of the state`).not.toBe(plain);
    }
    for (const name of Object.keys(road.tally) as (keyof RoadState['tally'])[]) {
      const changed = of((state) => void state.tally[name]++);
      expect(changed, `the tally of ${name}`).not.toBe(plain);
    }
    for (const name of ['truth', 'drawn', 'crossingOf'] as const) {
      const changed = of((state) => void ((state.road[name] as Uint8Array)[5] = 4));
      expect(changed, `${name} of the road`).not.toBe(plain);
    }
  });
});
