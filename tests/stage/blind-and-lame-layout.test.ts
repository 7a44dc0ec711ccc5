import { describe, expect, it } from 'vitest';
import { Camera } from '../../src/acts/blind-and-lame/stage/camera.ts';
import { layOutMap } from '../../src/acts/blind-and-lame/stage/map/map-layout.ts';
import {
  CELL,
  cellBox,
  layOutRoad,
  LEAST_PAIR,
  mixFramings,
  PAIR_UNITS,
  project,
  SEATED_UNITS,
  type Framing,
} from '../../src/acts/blind-and-lame/stage/road-layout.ts';
import { PAIR_STRIDE } from '../../src/acts/blind-and-lame/stage/pair-poses.ts';
import { LANES } from '../../src/acts/blind-and-lame/rules/places.ts';
import { layOutStage, overlaps, type Box } from '../../src/stage/layout/stage-layout.ts';

const SIZES = [
  [390, 844],
  [844, 390],
  [1024, 768],
  [1280, 720],
  [1920, 1080],
  [1080, 1920],
] as const;
const COLUMNS = 19;
const TOOLS = 4;

/** The pair as it stands: from the hat to the soles, from the roll of the map to the hand that points. */
function pairBox(framing: Framing): Box {
  const tall = framing.unit * PAIR_UNITS;
  return { x: framing.x - tall * 0.24, y: framing.y - tall, width: tall * 0.6, height: tall };
}

describe.each(SIZES)('the road at %i × %i', (width, height) => {
  const stage = layOutStage(width, height, TOOLS);
  const road = layOutRoad(stage, COLUMNS, 1);
  const two = layOutRoad(stage, COLUMNS, 2);
  const map = layOutMap(stage, COLUMNS, 1);
  const { opening } = stage;

  it('never draws the pair smaller than can be seen well', () => {
    for (const framing of [road.near, road.far, two.near, two.far])
      expect(framing.unit * PAIR_UNITS).toBeGreaterThanOrEqual(LEAST_PAIR - 0.01);
  });

  it('keeps the pair inside the opening, off the toolbar, the gauges and the pads', () => {
    for (const framing of [road.near, road.far]) {
      const box = pairBox(framing);
      expect(box.x).toBeGreaterThanOrEqual(opening.x);
      expect(box.y).toBeGreaterThanOrEqual(opening.y);
      expect(box.x + box.width).toBeLessThanOrEqual(opening.x + opening.width);
      expect(box.y + box.height).toBeLessThanOrEqual(opening.y + opening.height);
      for (const other of [stage.tools, stage.gauges, stage.pause, map.steps.box])
        expect(overlaps(box, other), JSON.stringify(other)).toBe(false);
    }
  });

  it('leaves the map to the lame man: only a head may rise into it', () => {
    const box = pairBox(road.far);
    expect(box.y + box.height * 0.2).toBeGreaterThanOrEqual(map.scroll.box.y + map.scroll.box.height);
  });

  it('makes a cell as long as a stride, so that feet stay where they are put', () => {
    for (const { cell, unit } of [road.near, road.far]) expect((CELL.width * cell) / unit).toBeCloseTo(PAIR_STRIDE, 6);
  });

  it('shows the whole road from the stone, or follows along it', () => {
    const { seat } = road;
    const wide = COLUMNS * CELL.width * seat.cell;
    expect(seat.along === 1 || wide <= opening.width).toBe(true);
    expect(CELL.lane * seat.cell).toBeGreaterThanOrEqual(12.9);
    const end = { x: 0, y: 0 };
    project(seat, { column: 0, lane: (LANES - 1) / 2 }, 0, LANES - 1, end);
    expect(end.y + CELL.front * seat.cell).toBeLessThanOrEqual(opening.y + opening.height);
    expect(road.stone.unit * SEATED_UNITS).toBeGreaterThanOrEqual(LEAST_PAIR * 0.79);
  });

  it('lets the sun sink behind the mountains', () => {
    expect(road.sun.high - road.sun.radius).toBeGreaterThanOrEqual(opening.y - 1);
    expect(road.sun.high).toBeLessThan(road.horizon);
    expect(road.sun.low).toBeGreaterThan(road.horizon);
  });

  it('offers a neighbouring cell for pressing only where it is large enough', () => {
    const box = cellBox(road.near, { x: road.near.x + CELL.width * road.near.cell, y: road.near.y }, stage.target);
    expect(box === null || Math.min(box.width, box.height) >= stage.target).toBe(true);
    expect(cellBox(road.seat, { x: 0, y: 0 }, stage.target)).toBeNull();
  });
});

describe('projection', () => {
  const { near } = layOutRoad(layOutStage(1280, 720, TOOLS), COLUMNS, 1);

  it('puts the cell in the eye where the framing says, and its neighbours a cell off', () => {
    const at = { x: 0, y: 0 };
    project(near, { column: 4, lane: 2 }, 4, 2, at);
    expect(at).toEqual({ x: near.x, y: near.y });
    project(near, { column: 4, lane: 2 }, 5, 1, at);
    expect(at.x).toBeCloseTo(near.x + CELL.width * near.cell, 6);
    expect(at.y).toBeCloseTo(near.y - CELL.lane * near.cell, 6);
  });
});

describe('camera', () => {
  const { near, far, seat } = layOutRoad(layOutStage(1280, 720, TOOLS), COLUMNS, 1);

  it('is at the walker at once when a passage begins, and then follows without a cut', () => {
    const camera = new Camera(near);
    camera.follow(3, 1, COLUMNS, 0.016, false);
    expect([camera.column, camera.lane]).toEqual([3, 1]);
    let before = camera.column;
    for (let n = 0; n < 60; n++) {
      camera.follow(4, 1, COLUMNS, 1 / 60, false);
      expect(camera.column).toBeGreaterThanOrEqual(before);
      expect(camera.column - before).toBeLessThan(0.06);
      before = camera.column;
    }
    expect(camera.column).toBeGreaterThan(0.9 + 3);
  });

  it('keeps the walker in the picture at the quickest stride', () => {
    const camera = new Camera(near);
    let at = 0;
    for (let n = 0; n < 600; n++) {
      at = Math.min(COLUMNS - 1, at + 1 / 36);
      camera.follow(at, 2, COLUMNS, 1 / 60, false);
      expect((at - camera.column) * CELL.width * near.cell).toBeLessThan(near.unit * PAIR_UNITS * 0.4);
    }
  });

  it('stays in the middle where the whole road is seen', () => {
    const camera = new Camera(seat);
    camera.follow(1, 0, COLUMNS, 0.016, false);
    expect(camera.column).toBeCloseTo((COLUMNS - 1) / 2, 6);
    expect(camera.lane).toBe(2);
  });

  it('goes over to another framing step by step, and at once in calm', () => {
    const camera = new Camera(near);
    camera.reframe(far, false);
    camera.follow(3, 1, COLUMNS, 1 / 60, false);
    expect(camera.framing.unit).toBeLessThan(near.unit);
    expect(camera.framing.unit).toBeGreaterThan(far.unit);
    for (let n = 0; n < 90; n++) camera.follow(3, 1, COLUMNS, 1 / 60, false);
    expect(camera.framing).toBe(far);
    camera.reframe(near, true);
    expect(camera.framing).toBe(near);
  });

  it('mixes framings from one end to the other', () => {
    expect(mixFramings(near, far, 0)).toBe(near);
    expect(mixFramings(near, far, 1)).toBe(far);
    expect(mixFramings(near, far, 0.5).x).toBeCloseTo((near.x + far.x) / 2, 6);
  });
});
