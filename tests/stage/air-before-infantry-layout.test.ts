import { describe, expect, it } from 'vitest';
import { makeFirstProvince } from '../../src/acts/air-before-infantry/rules/province/first.ts';
import { findNearest, layOutProvince, townTarget } from '../../src/acts/air-before-infantry/stage/province-layout.ts';
import { findCrossings, layRiver } from '../../src/acts/air-before-infantry/stage/river.ts';
import { CAMP, findWay, layRoads, pointOn, walkAlong } from '../../src/acts/air-before-infantry/stage/roads.ts';
import { isClear, lineUp, spreadOut, type Placed } from '../../src/acts/air-before-infantry/stage/spread.ts';
import { layOutStage, overlaps, type Box } from '../../src/stage/layout/stage-layout.ts';
import { campaign } from '../acts/air-before-infantry/campaigns.ts';

const SIZES = [
  [390, 844],
  [844, 390],
  [1024, 768],
  [1280, 720],
  [1920, 1080],
  [1080, 1920],
] as const;

function provinceOf(towns: number, seed: number) {
  return campaign({ towns }, seed).province;
}

function isInside(inner: Box, outer: Box): boolean {
  const slack = 0.5;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

describe.each(SIZES)('the province at %i×%i', (width, height) => {
  const stage = layOutStage(width, height, 3, 'open');

  it.each([5, 12, 40])('gives each of %i towns a button of its own, large enough, on the land', (towns) => {
    for (let seed = 1; seed <= 24; seed++) {
      const layout = layOutProvince(stage, provinceOf(towns, seed));
      expect(layout.towns).toHaveLength(towns);
      const target = townTarget(towns);
      for (const [i, { button }] of layout.towns.entries()) {
        expect(Math.min(button.width, button.height), `town ${i}, seed ${seed}`).toBeGreaterThanOrEqual(target - 0.01);
        expect(isInside(button, layout.land), `town ${i} on the land, seed ${seed}`).toBe(true);
        for (const other of layout.towns.slice(i + 1))
          expect(overlaps(shrink(button), other.button), `town ${i}, seed ${seed}`).toBe(false);
      }
    }
  });

  it('keeps the land in the opening, under the gauges, and clear of pause, tools and panel', () => {
    const { land, opening, commander } = layOutProvince(stage, provinceOf(12, 3));
    expect(isInside(land, opening)).toBe(true);
    expect(land.y).toBeGreaterThan(stage.gauges.y + stage.gauges.height);
    for (const other of [stage.pause, stage.tools, stage.panel])
      expect(other !== null && overlaps(shrink(land), other)).toBe(false);
    expect(commander.y).toBeLessThanOrEqual(opening.y + opening.height);
  });

  it('puts no town behind the commander', () => {
    for (const towns of [5, 12, 40]) {
      const layout = layOutProvince(stage, provinceOf(towns, 11));
      const { x, y, size } = layout.commander;
      const body = { x: x - 40 * size, y: y - 520 * size, width: 80 * size, height: 520 * size };
      for (const { button } of layout.towns) expect(overlaps(button, body)).toBe(false);
    }
  });

  it('draws far towns smaller than near ones, and keeps the map recognisable', () => {
    const { province } = makeFirstProvince();
    const { towns } = layOutProvince(stage, province);
    const far = towns[0];
    const near = towns[6];
    const west = towns[2];
    if (!far || !near || !west) throw new Error('the first province has seven towns');
    expect(far.size).toBeLessThanOrEqual(near.size);
    expect(far.y).toBeLessThan(near.y);
    expect(west.x).toBeLessThan(near.x);
  });
});

describe('a finger beside the buttons', () => {
  it.each(SIZES)('means the nearest town, so that forty of them are whole targets at %i×%i', (width, height) => {
    const { towns, land } = layOutProvince(layOutStage(width, height, 3, 'open'), provinceOf(40, 7));
    const won = new Array<number>(towns.length).fill(0);
    const step = 2;
    for (let x = land.x; x < land.x + land.width; x += step)
      for (let y = land.y; y < land.y + land.height; y += step) {
        const town = findNearest(towns, x, y);
        if (town !== null) won[town] = (won[town] as number) + step * step;
      }
    const sides = won.map(Math.sqrt).sort((a, b) => a - b);
    // The least is more than its button; most are about as large as a finger, and the panel has steps besides.
    expect(sides[0]).toBeGreaterThan(34);
    expect(sides[10]).toBeGreaterThan(40);
  });

  it('means its own town on a button, and none far from all', () => {
    const { towns, opening } = layOutProvince(layOutStage(390, 844, 3, 'open'), provinceOf(40, 7));
    for (const [town, { button }] of towns.entries())
      expect(findNearest(towns, button.x + button.width / 2, button.y + button.height / 2)).toBe(town);
    expect(findNearest(towns, opening.x, opening.y)).toBeNull();
  });
});

describe('finding room', () => {
  const field = { box: { x: 0, y: 0, width: 200, height: 160 }, taken: [{ x: 0, y: 120, width: 50, height: 40 }] };
  const heap = (many: number): Placed[] =>
    Array.from({ length: many }, (_, n) => ({ x: 100 + (n % 3), y: 80 + n, width: 40, height: 30 }));

  it('moves places apart that lie on one another', () => {
    const places = heap(8);
    expect(isClear(places, field)).toBe(false);
    expect(spreadOut(places, field)).toBe(true);
    expect(isClear(places, field)).toBe(true);
  });

  it('says so when there is no room', () => {
    expect(spreadOut(heap(60), field)).toBe(false);
  });

  it('lines places up, each on its own seat', () => {
    const places = heap(12);
    lineUp(places, field);
    expect(isClear(places, field)).toBe(true);
  });
});

describe('roads', () => {
  const province = provinceOf(12, 7);
  const layout = layOutProvince(layOutStage(1280, 720, 3, 'open'), province);
  const roads = layRoads(province.neighbours, layout);

  it('join neighbours once each, and the camp to one town', () => {
    const links = province.neighbours.reduce((sum, list) => sum + list.length, 0) / 2;
    expect(roads).toHaveLength(links + 1);
    expect(roads.filter(({ a }) => a === CAMP)).toHaveLength(1);
  });

  it('lead from the camp to every town while none is held', () => {
    const held = new Uint8Array(12);
    for (let town = 0; town < 12; town++) {
      const way = findWay(roads, held, town);
      expect(way.x[0]).toBeCloseTo(layout.camp.x, 3);
      expect(way.x.at(-1)).toBeCloseTo(layout.towns[town]?.x ?? Number.NaN, 3);
      expect(way.y.at(-1)).toBeCloseTo(layout.towns[town]?.y ?? Number.NaN, 3);
    }
  });

  it('lead from a held neighbour when there is one', () => {
    const held = new Uint8Array(12);
    const from = province.neighbours[5]?.[0] as number;
    held[from] = 1;
    const way = findWay(roads, held, 5);
    expect(way.x[0]).toBeCloseTo(layout.towns[from]?.x ?? Number.NaN, 3);
    expect(way.x).toHaveLength(11);
  });

  it('are walked evenly, and not beyond their ends', () => {
    const way = findWay(roads, new Uint8Array(12), 0);
    const at = { x: 0, y: 0 };
    walkAlong(way, -5, at);
    expect(at.x).toBeCloseTo(way.x[0] as number, 3);
    walkAlong(way, way.length + 50, at);
    expect(at.x).toBeCloseTo(way.x.at(-1) as number, 3);
    const half = { x: 0, y: 0 };
    walkAlong(way, way.length / 2, at);
    walkAlong(way, way.length / 2 + 2, half);
    expect(Math.hypot(half.x - at.x, half.y - at.y)).toBeLessThanOrEqual(2.001);
    expect(Math.hypot(half.x - at.x, half.y - at.y)).toBeGreaterThan(1.5);
  });

  it('begin and end at their towns', () => {
    for (const road of roads) {
      expect(pointOn(road, 0)).toEqual(road.from);
      expect(pointOn(road, 1)).toEqual(road.to);
    }
  });
});

describe('the river', () => {
  it('is crossed by bridges of its own size, and only where it runs', () => {
    for (const [width, height] of [[640, 360], ...SIZES] as const)
      for (const towns of [12, 40]) {
        const province = provinceOf(towns, 7);
        const layout = layOutProvince(layOutStage(width, height, 3, 'open'), province);
        const river = layRiver(layout);
        for (const { y } of findCrossings(layRoads(province.neighbours, layout), river)) {
          expect(y).toBeGreaterThanOrEqual(river.from);
          expect(river.half(y)).toBeLessThan(60);
        }
      }
  });

  it('runs from the hills to the front inside the opening, and widens', () => {
    for (const [width, height] of SIZES) {
      const layout = layOutProvince(layOutStage(width, height, 3, 'open'), provinceOf(12, 2));
      const river = layRiver(layout);
      let before = 0;
      for (let y = river.from; y <= river.to; y += 10) {
        expect(river.middle(y)).toBeGreaterThan(layout.view.x);
        expect(river.middle(y)).toBeLessThan(layout.view.x + layout.view.width);
        expect(river.half(y)).toBeGreaterThanOrEqual(before);
        before = river.half(y);
      }
    }
  });
});

function shrink({ x, y, width, height }: Box): Box {
  return { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
}
