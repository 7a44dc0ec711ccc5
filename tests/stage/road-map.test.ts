import { describe, expect, it } from 'vitest';
import { LANES, PLACE } from '../../src/acts/blind-and-lame/rules/places.ts';
import type { LameView } from '../../src/acts/blind-and-lame/rules/views.ts';
import { findFocus, traceWords } from '../../src/acts/blind-and-lame/stage/map/called-way.ts';
import { tellMap } from '../../src/acts/blind-and-lame/stage/map/describe.ts';
import { Brush, findStroke } from '../../src/acts/blind-and-lame/stage/map/map-cells.ts';
import { findWindow, layOutMap, layOutScroll, leafBox } from '../../src/acts/blind-and-lame/stage/map/map-layout.ts';
import { MapWindow } from '../../src/acts/blind-and-lame/stage/map/map-window.ts';
import { seatsOf, type SeatView } from '../../src/acts/blind-and-lame/stage/map/seats.ts';
import { layOutStage, overlaps, type Box } from '../../src/stage/layout/stage-layout.ts';

const SIZES = [
  [390, 844],
  [844, 390],
  [1024, 768],
  [1280, 720],
  [1920, 1080],
  [1080, 1920],
] as const;
const TOOLS = 5;
const WAYS = ['up', 'right', 'down', 'left'] as const;

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

describe.each(SIZES.flatMap(([width, height]) => [1, 2].map((hands) => [width, height, hands] as const)))(
  'the map at %i × %i for %i',
  (width, height, hands) => {
    const stage = layOutStage(width, height, TOOLS);
    const map = layOutMap(stage, 19, hands);
    const rosettes = hands === 2 ? [map.steps, map.calls] : [map.steps];
    const leaves = rosettes.flatMap((rosette) => WAYS.map((way) => leafBox(rosette, way)));

    it('lies inside the opening, in cells that can be told apart', () => {
      expect(inside(map.scroll.box, stage.opening)).toBe(true);
      expect(inside(map.scroll.field, map.scroll.box)).toBe(true);
      expect(map.scroll.cell).toBeGreaterThanOrEqual(26);
      expect(map.scroll.shown).toBeGreaterThanOrEqual(9);
    });

    it('offers leaves of 48 px and more, each apart from every other thing that is pressed', () => {
      for (const [n, leaf] of leaves.entries()) {
        expect(Math.min(leaf.width, leaf.height)).toBeGreaterThanOrEqual(48);
        expect(inside(leaf, stage.opening)).toBe(true);
        for (const other of leaves.slice(n + 1)) expect(overlaps(leaf, other)).toBe(false);
        for (const other of [stage.tools, stage.pause, stage.gauges, map.scroll.box, map.captions])
          expect(overlaps(leaf, other)).toBe(false);
      }
    });

    it('leaves room for the pair, and covers neither it nor the map', () => {
      for (const rosette of rosettes) {
        expect(overlaps(map.clear, rosette.box)).toBe(false);
        expect(overlaps(map.clearDark, rosette.box)).toBe(false);
      }
      expect(overlaps(map.clear, map.scroll.box)).toBe(false);
      expect(Math.min(map.clear.width, map.clear.height)).toBeGreaterThanOrEqual(150);
      const room = (box: Box): number => Math.min(box.width * 0.85, box.height);
      expect(room(map.clearDark)).toBeGreaterThanOrEqual(room(map.clear));
    });

    it('keeps captions on the stage and off the map', () => {
      expect(inside(map.captions, { x: 0, y: 0, width, height })).toBe(true);
      expect(overlaps(map.captions, map.scroll.box)).toBe(false);
    });

    it('is the same when it is composed in its own box again', () => {
      expect(layOutScroll(stage.form, map.scroll.box, 19)).toEqual(map.scroll);
    });
  },
);

describe('two at one screen', () => {
  it('have a side each, or a half each', () => {
    for (const [width, height] of SIZES) {
      const { steps, calls } = layOutMap(layOutStage(width, height, TOOLS), 19, 2);
      expect(steps.box.x + steps.box.width / 2).toBeLessThan(width / 2);
      expect(calls.box.x + calls.box.width / 2).toBeGreaterThan(width / 2);
      const isInUpperHalf = calls.box.y + calls.box.height < height / 2;
      expect(isInUpperHalf).toBe(height > width);
    }
  });
});

describe('the window on the road', () => {
  it('shows where they are and stops at both ends', () => {
    expect(findWindow(0, 30, 10)).toBe(0);
    expect(findWindow(29, 30, 10)).toBe(20);
    expect(findWindow(8, 8, 8)).toBe(0);
    for (let column = 0; column < 30; column++) {
      const first = findWindow(column, 30, 10);
      expect(column).toBeGreaterThanOrEqual(first);
      expect(column).toBeLessThan(first + 10);
    }
  });

  it('glides, and shows nothing that is still rolled up or outside', () => {
    const { scroll } = layOutMap(layOutStage(390, 844, TOOLS), 30, 1);
    const window = new MapWindow(scroll, 30, 0);
    window.glide(25, 100, false);
    expect(window.first).toBeGreaterThan(0);
    expect(window.first).toBeLessThan(findWindow(25, 30, scroll.shown));
    window.glide(25, 0, true);
    expect(window.first).toBe(findWindow(25, 30, scroll.shown));
    expect(window.seen(scroll.field.x + 60)).toBe(0);
    window.open = 1;
    expect(window.seen(scroll.field.x + 60)).toBe(1);
    expect(window.seen(scroll.field.x - scroll.cell)).toBe(0);
  });
});

const COLUMNS = 5;
/** Five columns: a way along lane 2, the river at lane 4, a bridge in column 1, the market in the last. */
function view(changes: Partial<LameView> = {}): LameView {
  const map = new Uint8Array(COLUMNS * LANES).fill(PLACE.rock);
  for (let column = 0; column < COLUMNS; column++) {
    map[column * LANES + 2] = PLACE.path;
    map[column * LANES + 4] = PLACE.river;
  }
  map[LANES + 2] = PLACE.bridge;
  map[1] = PLACE.path;
  map[4 * LANES + 2] = PLACE.market;
  const base = { at: 2, towards: 2, doing: 'stand', words: [], columns: COLUMNS, map, markets: [4 * LANES + 2] };
  return { ...base, ...changes } as unknown as LameView;
}

describe('the called way', () => {
  it('goes from where they stand, or from where the foot comes down', () => {
    const words = ['ahead', 'left'] as const;
    expect(traceWords(view({ words })).map((step) => step.to)).toEqual([7, 6]);
    expect(traceWords(view({ words, doing: 'stride', towards: 7 })).map((step) => step.to)).toEqual([12, 11]);
  });

  it('marks words into what the map has closed, and ends at the edge of the road', () => {
    const steps = traceWords(view({ words: ['ahead', 'left', 'right', 'right', 'right', 'right'] }));
    expect(steps.map((step) => step.isClosed)).toEqual([false, true, false, true, true, true]);
    expect(traceWords(view({ words: ['back', 'ahead'] })).map((step) => step.to)).toEqual([-1]);
  });

  it('draws the eye along with it', () => {
    expect(findFocus(view())).toBe(0);
    expect(findFocus(view({ words: ['ahead', 'ahead'] }))).toBe(1);
  });
});

describe('the brush', () => {
  it('runs over a whole crossing in half a second, cell after cell', () => {
    const brush = new Brush(6);
    const mended = new Uint8Array(6);
    const map = new Uint8Array(6).fill(PLACE.stones);
    brush.read(mended, map);
    mended[1] = mended[2] = 1;
    map[1] = map[2] = PLACE.river;
    brush.read(mended, map);
    brush.run(200, false);
    expect(brush.share(1)).toBeCloseTo(0.8);
    // What was there stands until the brush has passed over it.
    expect([1, 2].map((cell) => brush.place(cell, PLACE.river))).toEqual([PLACE.river, PLACE.stones]);
    expect(brush.share(2)).toBe(0);
    expect(brush.at).toBe(1);
    brush.run(200, false);
    expect(brush.share(1)).toBe(1);
    expect(brush.share(2)).toBeCloseTo(0.6);
    brush.run(200, false);
    expect(brush.share(2)).toBe(1);
    brush.run(16, false);
    expect(brush.at).toBe(-1);
  });

  it('does not run for what was mended before the map was first seen, nor in calm', () => {
    const before = new Brush(2);
    before.read([1, 0], [PLACE.river, PLACE.path]);
    expect(before.share(0)).toBe(1);
    before.read([1, 1], [PLACE.river, PLACE.rock]);
    before.run(16, true);
    expect(before.share(1)).toBe(1);
  });

  it('forgets with the map: the next passage begins unmended', () => {
    const brush = new Brush(1);
    brush.read([1], [PLACE.rock]);
    brush.read([0], [PLACE.path]);
    expect(brush.share(0)).toBe(0);
    brush.read([1], [PLACE.rock]);
    expect(brush.share(0)).toBe(0);
  });

  it('has a stroke of its own shape for each mistake', () => {
    const strokes = [PLACE.river, PLACE.ravine, PLACE.rock, PLACE.path].map(findStroke);
    expect(new Set(strokes).size).toBe(4);
    expect(findStroke(PLACE.bridge)).toBe(findStroke(PLACE.stones));
  });
});

describe('the map in words', () => {
  const keys = (told: ReturnType<typeof tellMap>): readonly string[] => told.map((each) => each.text.key);

  it('says where they are, where the market lies, and three columns lane by lane', () => {
    const told = tellMap(view());
    expect(keys(told)).toEqual([
      'map.say.here',
      'map.say.market.straight',
      'map.say.column.here',
      'map.say.column.aheadOnly',
      'map.say.column.aheadOnly',
      'map.say.column.aheadOnly',
    ]);
    expect(told[0]?.text.values).toEqual({ lane: 3, lanes: 5 });
    expect(told[1]?.text.values).toEqual({ market: 1, columns: 4, lanes: 0 });
    expect(told[2]?.text.values).toEqual({ ahead: 0, a: 'rock', b: 'path', c: 'path', d: 'rock', e: 'river' });
    expect(told[3]?.text.values).toEqual({ ahead: 1, lane: 3, place: 'bridge' });
  });

  it('says where the words lead, and which of them the map denies', () => {
    expect(tellMap(view({ words: ['ahead'] }))[2]?.text).toEqual({
      key: 'map.say.words.open',
      values: { count: 1, place: 'bridge', lane: 3 },
    });
    expect(tellMap(view({ words: ['ahead', 'left'] }))[2]?.text).toEqual({
      key: 'map.say.words.closed',
      values: { word: 2, place: 'rock' },
    });
  });
});

describe('the seats', () => {
  const at = (
    eyes: SeatView['eyes'],
    passage: SeatView['passage'],
    set: { hands?: number; ear?: number } = {},
  ): SeatView => ({ eyes, passage, parameters: { hands: 1, ear: 0, ...set } }) as unknown as SeatView;

  it('lay the road as it is seen: the mountain is up, the market to the right', () => {
    expect(seatsOf(at('blind', 'together'))).toMatchObject([
      { up: 'step-left', right: 'step-ahead', down: 'step-right', left: 'step-back', act: 'look' },
    ]);
    expect(seatsOf(at('lame', 'together'))).toMatchObject([{ up: 'call-left', right: 'call-ahead', act: 'go' }]);
  });

  it('lay it as he faces it by ear', () => {
    expect(seatsOf(at('blind', 'together', { ear: 1 }))).toMatchObject([
      { up: 'step-ahead', left: 'step-left', right: 'step-right', down: 'step-back', act: 'sound' },
    ]);
  });

  it('keep two players in their places in all three passages', () => {
    const two = { hands: 2 };
    expect(seatsOf(at('both', 'together', two))).toMatchObject([{ right: 'step-ahead' }, { right: 'call-ahead' }]);
    const [staff, map] = seatsOf(at('blind', 'blind', two));
    expect(staff?.right).toBe('step-ahead');
    expect(map?.right).toBeUndefined();
    const [idle, seated] = seatsOf(at('lame', 'lame', two));
    expect(idle?.right).toBeUndefined();
    expect(seated?.right).toBe('call-ahead');
  });
});
