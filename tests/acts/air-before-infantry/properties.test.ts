import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from '../../../src/kernel/hash.ts';
import { MOST_TICKS, parseReplay, recordReplay, verifyReplay } from '../../../src/kernel/replay.ts';
import { advanceRun, startRun } from '../../../src/kernel/run.ts';
import type { CampaignIntent } from '../../../src/acts/air-before-infantry/rules/intents.ts';
import { incomeOf, worthOf } from '../../../src/acts/air-before-infantry/rules/ground.ts';
import { RANGES } from '../../../src/acts/air-before-infantry/rules/parameters.ts';
import type { CampaignState } from '../../../src/acts/air-before-infantry/rules/state.ts';
import { act, anyOrder, anyProvince, campaign, give, parameters } from './campaigns.ts';

const intent: fc.Arbitrary<CampaignIntent> = fc.oneof(
  { weight: 20, arbitrary: anyOrder(60).map((order): CampaignIntent => ({ do: 'order', order })) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 59 }).map((town): CampaignIntent => ({ do: 'choose', town })) },
  { weight: 3, arbitrary: fc.constant<CampaignIntent>({ do: 'undo' }) },
  { weight: 1, arbitrary: fc.constant<CampaignIntent>({ do: 'undoAll' }) },
  { weight: 2, arbitrary: fc.constant<CampaignIntent>({ do: 'march' }) },
);
/** What is asked for, tick by tick, over and over until the run ends; most ticks nothing is. */
const wishes = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(intent, { maxLength: 5 })), {
  minLength: 10,
  maxLength: 120,
});
const SHORT = { planSeconds: 5 };

function checkInvariants(state: CampaignState): void {
  expect(state.purse).toBeGreaterThanOrEqual(0);
  for (let town = 0; town < state.province.towns; town++) {
    expect(state.low[town]).toBeLessThanOrEqual(state.full[town] as number);
    expect(state.high[town]).toBeGreaterThanOrEqual(state.full[town] as number);
    for (const arm of ['posters', 'exhibition', 'mail', 'word'] as const)
      expect(state[arm][town]).toBeGreaterThanOrEqual(0);
  }
  expect(state.tally.grown).toBeGreaterThanOrEqual(0);
  expect(state.done).toBeLessThanOrEqual(state.orders.length);
  expect(state.held.reduce((sum, held) => sum + held, 0)).toBe(state.tally.taken);
  expect(state.news).toEqual([]);
}

function play(changes: Readonly<Record<string, number>>, seed: number, asked: readonly (readonly CampaignIntent[])[]) {
  const run = startRun(act, parameters({ ...changes, ...SHORT }), seed);
  for (let tick = 0; !act.isOver(run.state); tick++) advanceRun(run, asked[tick % asked.length] ?? []);
  return run;
}

describe('any intents in any order', () => {
  it('keep the books in order at every moment, and end', () => {
    fc.assert(
      fc.property(anyProvince, fc.integer(), wishes, (changes, seed, asked) => {
        const run = startRun(act, parameters({ ...changes, ...SHORT }), seed);
        for (let tick = 0; !act.isOver(run.state); tick++) {
          advanceRun(run, asked[tick % asked.length] ?? []);
          if (tick % 29 === 0) checkInvariants(run.state);
        }
        checkInvariants(run.state);
        const { series, score, money, ground, towns, spent, untouched, income } = act.outcome(run.state);
        for (const list of [series, money, ground, towns, ...Object.values(spent)])
          expect(list).toHaveLength(changes.weeks);
        expect(series.at(-1)).toBe(score);
        expect(score).toBe(worthOf(run.state));
        const paid = Object.values(spent).reduce((sum, weeks) => sum + weeks.reduce((a, b) => a + b, 0), 0);
        expect(untouched - paid + income).toBe(money.at(-1));
        expect(ground.at(-1)).toBe(incomeOf(run.state));
      }),
      { numRuns: 80 },
    );
  });

  it('give the same run again, and a replay that verifies', () => {
    fc.assert(
      fc.property(anyProvince, fc.integer(), wishes, (changes, seed, asked) => {
        const run = play(changes, seed, asked);
        expect(play(changes, seed, asked).hashes).toEqual(run.hashes);
        const replay = parseReplay(JSON.parse(JSON.stringify(recordReplay(run))), act);
        expect(verifyReplay(act, replay)).toMatchObject({ ok: true, hash: run.hashes.at(-1) });
      }),
      { numRuns: 30 },
    );
  });

  it('agree with the buttons: an enabled order is taken, a disabled one is refused', () => {
    fc.assert(
      fc.property(anyProvince, fc.integer(), wishes, (changes, seed, asked) => {
        const state = act.create(parameters({ ...changes, ...SHORT }), seed);
        for (const now of asked) if (!act.isOver(state)) act.step(state, now);
        if (act.isOver(state) || state.week === 0) return;
        for (const { id, group, intent, enabled } of act.controls(state)) {
          if (group !== 'order' && group !== 'province') continue;
          const copy = structuredClone(state);
          const happened = new Set(act.step(copy, [intent]).map(({ what }) => what));
          expect(happened.has('ordered'), id).toBe(enabled);
          expect(happened.has('refused'), id).toBe(!enabled);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('a run', () => {
  it('has an end that a replay can hold, whatever the parameters', () => {
    const { weeks, planSeconds, marchSeconds } = RANGES;
    expect(weeks.to * (planSeconds.to + marchSeconds.to) * act.ticksPerSecond).toBeLessThan(MOST_TICKS);
  });
});

describe('fingerprints', () => {
  it('see every part of the state that a run goes on from', () => {
    const of = (change: (state: CampaignState) => void): string => {
      const state = campaign({}, 8);
      give(state, { kind: 'posters', town: 1 });
      change(state);
      const digest = new Digest();
      act.digest(state, digest);
      return digest.hex();
    };
    const plain = of(() => {});
    const state = campaign({}, 8);
    const apart = new Set(['parameters', 'province', 'news', 'tally', 'ledgers', 'orders']);
    for (const name of Object.keys(state).filter((key) => !apart.has(key))) {
      const changed = of((each) => {
        const field = (each as unknown as Record<string, unknown>)[name];
        if (typeof field === 'number') Object.assign(each, { [name]: field + 1 });
        else if (typeof field === 'boolean') Object.assign(each, { [name]: !field });
        else (field as number[])[0] = ((field as number[])[0] as number) + 1;
      });
      expect(changed, `${name} of the state`).not.toBe(plain);
    }
    for (const name of Object.keys(state.tally) as (keyof CampaignState['tally'])[])
      expect(
        of((each) => void each.tally[name]++),
        `the tally of ${name}`,
      ).not.toBe(plain);
    for (const list of ['worth', 'money', 'ground', 'towns'] as const)
      expect(
        of((each) => void each.ledgers[list].push(1)),
        list,
      ).not.toBe(plain);
    expect(of((each) => void each.ledgers.spent.mail.push(1))).not.toBe(plain);
    expect(of((each) => void each.orders.push({ kind: 'supply' }))).not.toBe(plain);
    expect(of((each) => void each.province.worth.fill(1))).not.toBe(plain);
  });
});
