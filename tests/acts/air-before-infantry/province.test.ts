import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playBot } from '../../../src/kernel/play-bot.ts';
import { searchCampaign } from '../../../src/acts/air-before-infantry/rules/bots/searcher.ts';
import { ORDERS } from '../../../src/acts/air-before-infantry/rules/intents.ts';
import { isWon } from '../../../src/acts/air-before-infantry/rules/outcome.ts';
import { makeFirstProvince } from '../../../src/acts/air-before-infantry/rules/province/first.ts';
import { generateProvince } from '../../../src/acts/air-before-infantry/rules/province/generate.ts';
import type { Survey } from '../../../src/acts/air-before-infantry/rules/province/province.ts';
import actFile from '../../../levels/air-before-infantry/act.json';
import { act, first, large, parameters } from './campaigns.ts';

const sizes = fc.integer({ min: 2, max: 40 });

function checkProvince({ province, low, high, full }: Survey): void {
  const { towns, x, y, neighbours, worth, garrison } = province;
  for (let town = 0; town < towns; town++) {
    for (const place of [x[town], y[town]]) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(1);
    }
    expect(worth[town]).toBeGreaterThan(0);
    expect(garrison[town]).toBeGreaterThan(0);
    expect(low[town]).toBeGreaterThanOrEqual(0);
    expect(high[town]).toBeLessThanOrEqual(100);
    expect(full[town]).toBeGreaterThanOrEqual(low[town] as number);
    expect(full[town]).toBeLessThanOrEqual(high[town] as number);
    for (const other of neighbours[town] as readonly number[]) {
      expect(other).not.toBe(town);
      expect(neighbours[other]).toContain(town);
    }
  }
  const reached = new Set([0]);
  for (const town of reached) for (const other of neighbours[town] as readonly number[]) reached.add(other);
  expect(reached.size, 'towns that can be reached').toBe(towns);
}

/** Whether two roads cross somewhere between their ends. */
function crosses({ x, y }: Survey['province'], [a, b]: number[], [c, d]: number[]): boolean {
  const side = (p: number, q: number, r: number): number =>
    Math.sign(
      ((x[q] as number) - (x[p] as number)) * ((y[r] as number) - (y[p] as number)) -
        ((y[q] as number) - (y[p] as number)) * ((x[r] as number) - (x[p] as number)),
    );
  const [one, two, three, four] = [a, b, c, d] as [number, number, number, number];
  if (new Set([one, two, three, four]).size < 4) return false;
  return side(one, two, three) !== side(one, two, four) && side(three, four, one) !== side(three, four, two);
}

describe('a province made from a seed', () => {
  it('is in order at every size, and the same for the same seed', () => {
    fc.assert(
      fc.property(sizes, fc.integer(), (towns, seed) => {
        const survey = generateProvince(parameters({ towns }), seed);
        expect(survey.province.towns).toBe(towns);
        checkProvince(survey);
        expect(generateProvince(parameters({ towns }), seed)).toEqual(survey);
      }),
      { numRuns: 100 },
    );
  });

  it('has roads that never cross', () => {
    fc.assert(
      fc.property(sizes, fc.integer(), (towns, seed) => {
        const { province } = generateProvince(parameters({ towns }), seed);
        const roads = province.neighbours.flatMap((list, a) => list.filter((b) => b > a).map((b) => [a, b]));
        for (const [i, one] of roads.entries())
          for (const other of roads.slice(i + 1)) expect(crosses(province, one, other)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('deals worths and estimates evenly: seeds differ in where things are, not in how much there is', () => {
    const sums = (seed: number): [number, number] => {
      const { province, low } = generateProvince(parameters(), seed);
      return [province.worth.reduce((a, b) => a + b), low.reduce((a, b) => a + b)];
    };
    expect(new Set([1, 2, 3, 4, 5].map((seed) => sums(seed).join(' '))).size).toBe(1);
    expect(generateProvince(parameters(), 1).province.worth).not.toEqual(
      generateProvince(parameters(), 2).province.worth,
    );
  });

  it('numbers its towns in reading order', () => {
    const { x, y } = generateProvince(parameters({ towns: 40 }), 5).province;
    for (let town = 1; town < 40; town++) {
      const [above, here] = [Math.floor((y[town - 1] as number) / 0.2), Math.floor((y[town] as number) / 0.2)];
      expect(above < here || (above === here && (x[town - 1] as number) <= (x[town] as number))).toBe(true);
    }
  });

  it('has true walls anywhere in the estimate, as likely low as high', () => {
    const places: number[] = [];
    for (let seed = 1; seed <= 200; seed++) {
      const { low, high, full } = generateProvince(parameters(), seed);
      for (let town = 0; town < low.length; town++)
        places.push(
          ((full[town] as number) - (low[town] as number)) / ((high[town] as number) - (low[town] as number)),
        );
    }
    const mean = places.reduce((a, b) => a + b) / places.length;
    // Standard error of the mean of 2,400 evenly drawn numbers: 0.006.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.025);
    expect(Math.min(...places)).toBe(0);
    expect(Math.max(...places)).toBe(1);
  });
});

describe('every province can be won', () => {
  it.each([
    ['normal', {}, 150],
    ['kiosk', actFile.kiosk, 150],
    ['large', large, 6],
  ])('by a small search that sees everything, with room above twice the untouched purse: %s', (_, changes, runs) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const start = act.create(parameters(changes), seed);
        const { purse, stipend, weeks } = start.parameters;
        const found = searchCampaign(start, { allowed: new Set(ORDERS), width: 10, tries: 16, seed: 1 });
        expect(found.worth).toBeGreaterThan(2 * (purse + stipend * weeks));
        expect(found.weeks).toHaveLength(weeks);
      }),
      { numRuns: runs },
    );
  });

  it('nearly always by the joint plan, which sees no more than a player', () => {
    const own = parameters();
    const runs = Array.from({ length: 200 }, (_, i) => playBot(act, own, i + 1, 'jointWithRecon'));
    expect(runs.filter(isWon).length).toBeGreaterThan(0.97 * runs.length);
    for (const { score, untouched } of runs) expect(score).toBeGreaterThan(1.6 * untouched);
  });
});

describe('the hand-made province', () => {
  it('is in order, whatever the seed', () => {
    checkProvince(makeFirstProvince());
    expect(act.create(parameters({ province: 1 }), 1).full).toEqual(act.create(parameters({ province: 1 }), 2).full);
  });

  it('is as its comment says: an exhibition in the middle reaches six towns of seven, and town 3 deceives', () => {
    const { province, high, full } = makeFirstProvince();
    expect(province.neighbours[3]).toHaveLength(5);
    expect(full[2]).toBe(high[2]);
  });

  it('is lost by infantry alone and won by the joint plan', () => {
    const own = parameters(first);
    const joint = playBot(act, own, 1, 'jointWithRecon');
    expect(isWon(joint)).toBe(true);
    const infantry = playBot(act, own, 1, 'infantryOnly');
    expect(infantry.money.at(-1)).toBeLessThan(own.purse);
    expect(infantry.fallen).toBeGreaterThan(0);
  });
});
