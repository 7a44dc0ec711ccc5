import { describe, expect, it } from 'vitest';
import { layOutStage, overlaps, type Box } from '../../src/stage/layout/stage-layout.ts';
import { layOutPond, spotBox } from '../../src/acts/duck-pond/stage/pond-layout.ts';
import { shorePlace, SHORE_SLOTS, SlotBoard, waterPlace, WATER_SLOTS } from '../../src/acts/duck-pond/stage/slots.ts';
import { SPOTS } from '../../src/acts/duck-pond/rules/intents.ts';

const SIZES = [
  [390, 844, 'tall', 44],
  [844, 390, 'low', 44],
  [1024, 768, 'wide', 44],
  [1280, 720, 'wide', 44],
  [1920, 1080, 'wide', 44],
  [1080, 1920, 'kiosk', 64],
] as const;
const TOOLS = 5;

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

describe.each(SIZES)('the stage at %i × %i', (width, height, form, target) => {
  const stage = layOutStage(width, height, TOOLS);
  const pond = layOutPond(stage);
  const screen = { x: 0, y: 0, width, height };
  const tools = Array.from({ length: TOOLS }, (_, n) => {
    const step = n * (stage.tools.button + stage.tools.gap);
    return {
      x: stage.tools.x + (stage.tools.down ? 0 : step),
      y: stage.tools.y + (stage.tools.down ? step : 0),
      width: stage.tools.button,
      height: stage.tools.button,
    };
  });
  const spots = Array.from({ length: SPOTS }, (_, at) => spotBox(pond, at));
  const pressed = [...tools, ...spots, stage.pause];

  it('has its own composition', () => {
    expect(stage.form).toBe(form);
    expect(inside(stage.opening, screen)).toBe(true);
  });

  it(`offers nothing smaller than ${target} px`, () => {
    for (const box of pressed) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(target);
      expect(inside(box, screen)).toBe(true);
    }
  });

  it('keeps everything that is pressed apart', () => {
    for (const [n, a] of pressed.entries()) for (const b of pressed.slice(n + 1)) expect(overlaps(a, b)).toBe(false);
  });

  it('keeps gauges and captions off what is pressed', () => {
    for (const box of pressed) {
      expect(overlaps(box, stage.gauges)).toBe(false);
      expect(overlaps(box, stage.captions)).toBe(false);
    }
  });

  it('stacks sky, water, sand and apron inside the opening', () => {
    const { opening } = stage;
    const lines = [
      opening.y,
      pond.waterTop,
      pond.sandTop,
      pond.backRow,
      pond.frontRow,
      pond.apronTop,
      opening.y + opening.height,
    ];
    for (let n = 1; n < lines.length; n++) expect(lines[n]).toBeGreaterThan(lines[n - 1] as number);
  });

  it('lets a bird read: at least 24 px in the sky', () => {
    expect(pond.skySize * 165).toBeGreaterThanOrEqual(24);
  });

  it('puts birds of a spot on its sand or its water', () => {
    const place = { x: 0, y: 0, size: 0 };
    for (let at = 0; at < SPOTS; at++) {
      const box = spotBox(pond, at);
      for (let n = 0; n < SHORE_SLOTS; n++) {
        shorePlace(pond, at, n, place);
        expect(Math.abs(place.x - (box.x + box.width / 2))).toBeLessThan(box.width * 0.75);
        expect(place.y).toBeGreaterThan(pond.sandTop);
        expect(place.y).toBeLessThan(pond.apronTop);
      }
      for (let n = 0; n < WATER_SLOTS; n++) {
        waterPlace(pond, at, n, place);
        expect(place.y).toBeGreaterThan(pond.waterTop);
        expect(place.y).toBeLessThan(pond.sandTop);
      }
    }
  });
});

describe('places', () => {
  it('are taken once while there are free ones, and given back', () => {
    const board = new SlotBoard(2, 4);
    const taken = [0, 1, 2, 3].map((bird) => board.take(1, bird));
    expect(new Set(taken).size).toBe(4);
    expect(board.take(1, 9)).toBeGreaterThanOrEqual(4);
    board.give(1, 2);
    expect(board.take(1, 5)).toBe(2);
    expect(board.take(0, 5)).toBe(0);
  });
});

describe('a shown run without tools', () => {
  it('gives their room to the play', () => {
    for (const [width, height] of SIZES) {
      const shown = layOutStage(width, height, 0);
      const played = layOutStage(width, height, TOOLS);
      expect(shown.opening.width * shown.opening.height).toBeGreaterThan(played.opening.width * played.opening.height);
    }
  });
});
