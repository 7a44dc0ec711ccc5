import { describe, expect, it } from 'vitest';
import { LANES, PLACE, UNKNOWN } from '../../src/acts/blind-and-lame/rules/places.ts';
import { seeScreen } from '../../src/acts/blind-and-lame/rules/see.ts';
import type { RoadState } from '../../src/acts/blind-and-lame/rules/state.ts';
import type { ScreenView } from '../../src/acts/blind-and-lame/rules/views.ts';
import { choosePieces, gapOf, type Pieces } from '../../src/acts/blind-and-lame/stage/cell-pieces.ts';
import { chooseLook } from '../../src/acts/blind-and-lame/stage/look.ts';
import { findRivalWay, laneAt } from '../../src/acts/blind-and-lame/stage/rival-way.ts';
import { showCell, type Shown } from '../../src/acts/blind-and-lame/stage/shown-cells.ts';
import { readWay, type Way } from '../../src/acts/blind-and-lame/stage/stride.ts';
import { darkness } from '../../src/acts/blind-and-lame/stage/turn.ts';
import { act, roadIn } from '../acts/blind-and-lame/roads.ts';

function walk(road: RoadState, steps: number): void {
  const ways = ['ahead', 'left', 'ahead', 'right'] as const;
  for (let n = 0; n < steps; n++) {
    act.step(road, [{ do: 'step', to: ways[n % 4] ?? 'ahead' }]);
    for (let ticks = 0; ticks < 60; ticks++) act.step(road, []);
  }
}

function picture(view: ScreenView): string[] {
  const shown: Shown = { place: UNKNOWN, manner: 'plain', walked: false, mended: false };
  const pieces: Pieces = { ground: '', on: '', before: '', sides: [] };
  const all: string[] = [];
  for (let column = -2; column < view.columns + 2; column++) {
    for (let lane = 0; lane < LANES; lane++) {
      showCell(view, column, lane, shown);
      if (shown.place !== UNKNOWN) choosePieces(shown, 0.4, undefined, pieces);
      all.push(shown.place === UNKNOWN ? '' : `${shown.manner} ${pieces.ground} ${pieces.on} ${pieces.before}`);
    }
  }
  return all;
}

/** Changes everything that the present eyes do not see. */
function changeUnseen(road: RoadState): void {
  const { eyes } = road;
  for (let cell = 0; cell < road.map.length; cell++) {
    if (road.touched[cell] === UNKNOWN) road.road.truth[cell] = ((road.road.truth[cell] as number) + 1) % 7;
    if (eyes === 'blind') {
      road.map[cell] = ((road.map[cell] as number) + 3) % 7;
      road.mended[cell] = 1;
    }
    if (eyes === 'lame') road.touched[cell] = PLACE.river;
  }
}

describe('what is drawn', () => {
  const cases = [
    ['the blind man alone', {}, 'blind', []],
    ['the lame man alone', {}, 'lame', []],
    ['together, looking', {}, 'together', []],
    ['together, walking', {}, 'together', [{ do: 'go' }]],
    ['two players', { hands: 2 }, 'together', []],
    ['by ear', { ear: 1 }, 'together', []],
  ] as const;

  it.each(cases)('%s: does not change with what these eyes cannot see', (_name, changes, passage, intents) => {
    const road = roadIn(passage, changes);
    act.step(road, [...intents]);
    act.step(road, []);
    if (passage !== 'lame') walk(road, 6);
    const before = picture(seeScreen(road));
    const look = chooseLook(seeScreen(road));
    changeUnseen(road);
    expect(picture(seeScreen(road))).toEqual(before);
    expect(chooseLook(seeScreen(road))).toEqual(look);
    expect(before.some((cell) => cell !== '')).toBe(true);
  });

  it('changes with what they see', () => {
    const dark = roadIn('blind');
    walk(dark, 6);
    const felt = picture(seeScreen(dark));
    dark.touched.fill(UNKNOWN);
    expect(picture(seeScreen(dark))).not.toEqual(felt);
    const seated = roadIn('lame');
    const land = picture(seeScreen(seated));
    for (let cell = 0; cell < seated.map.length; cell++) seated.map[cell] = PLACE.path;
    expect(picture(seeScreen(seated))).not.toEqual(land);
  });

  it('shows only what was touched in the dark, and in chalk', () => {
    const road = roadIn('blind');
    walk(road, 8);
    const cells = picture(seeScreen(road)).filter((cell) => cell !== '');
    const touched = [...road.touched].filter((place) => place !== UNKNOWN);
    expect(cells).toHaveLength(touched.length);
    for (const cell of cells) expect(cell).toMatch(/^chalk {2}mountain\/touched-/);
  });

  it('shows every cell of the map to who sees it, with rock beyond both ends', () => {
    const cells = picture(seeScreen(roadIn('lame')));
    expect(cells.every((cell) => cell.startsWith('land '))).toBe(true);
    expect(cells[0]).toMatch(/rough/);
  });

  it('is dark by ear but for the lame man alone', () => {
    expect(chooseLook(seeScreen(roadIn('blind', { ear: 1 }))).ear).toBe(1);
    expect(chooseLook(seeScreen(roadIn('lame', { ear: 1 }))).ear).toBe(0);
    expect(chooseLook(seeScreen(roadIn('together', { ear: 1 }))).ear).toBe(1);
    expect(chooseLook(seeScreen(roadIn('blind'))).ear).toBe(0);
  });

  it('gives every gap the rim that its land has', () => {
    expect([gapOf(PLACE.bridge), gapOf(PLACE.ravine)]).toEqual(['ravine', 'ravine']);
    expect([gapOf(PLACE.stones), gapOf(PLACE.river)]).toEqual(['river', 'river']);
    expect(gapOf(PLACE.path)).toBeNull();
  });
});

describe('the walk between two ticks', () => {
  it('goes from cell to cell without a jump', () => {
    const road = roadIn('together');
    const way: Way = { column: 0, lane: 0, share: 0, gone: 0, walks: false };
    act.step(road, [{ do: 'go' }]);
    const places: Way[] = [];
    for (let tick = 0; tick < 400; tick++) {
      const to = (['ahead', 'left', 'ahead', 'right', 'back'] as const)[Math.floor(tick / 40) % 5] ?? 'ahead';
      act.step(road, tick % 40 === 0 ? [{ do: 'step', to }] : []);
      const view = seeScreen(road);
      for (const between of [0, 0.5]) places.push({ ...readWay(view, view.tick + between, way) });
    }
    const jumps = places
      .slice(1)
      .map(
        (place, n) => Math.abs(place.column - (places[n]?.column ?? 0)) + Math.abs(place.lane - (places[n]?.lane ?? 0)),
      );
    expect(Math.max(...jumps)).toBeLessThan(0.3);
    const gone = jumps.reduce((sum, jump) => sum + jump, 0);
    expect(gone).toBeGreaterThan(1);
  });
});

describe('rivals', () => {
  it('go over what the map calls open, from the start to the last market', () => {
    const road = roadIn('lame', { falseness: 0 });
    const { lame } = seeScreen(road);
    if (lame === null) throw new Error('the lame man sees no map');
    const lanes = findRivalWay(lame, road.at);
    expect(lanes[0]).toBe(road.at % LANES);
    for (const market of lame.markets) expect(lanes[Math.floor(market / LANES)]).toBe(market % LANES);
    for (let column = 0; column <= lame.columns - 1; column += 0.1)
      expect(Math.abs(laneAt(lanes, column) - laneAt(lanes, column + 0.02))).toBeLessThan(0.5);
  });
});

describe('the turn of the lamp', () => {
  it('is dark when one passage becomes the next, and light in between', () => {
    const view = seeScreen(roadIn('lame'));
    expect(darkness(view, view.partBegan)).toBe(1);
    expect(darkness(view, view.partBegan + 20)).toBe(0);
    const pause = { ...view, isBetween: true };
    expect(darkness(pause, view.partBegan)).toBe(0);
    expect(darkness(pause, view.partEnds)).toBe(1);
    expect(darkness(seeScreen(roadIn('blind')), 0)).toBe(0);
  });
});
