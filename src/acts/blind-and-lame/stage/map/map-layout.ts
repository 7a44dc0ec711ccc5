/**
 * Where the scroll, the pads and the free room for the pair stand. All numbers are CSS pixels; every size of screen is
 * a composition of its own. Pure.
 */
import { clamp, type Box, type StageForm, type StageLayout } from '../../../../stage/layout/stage-layout.ts';
import { LANES } from '../../rules/places.ts';

/** The scroll and its drawing. */
export interface ScrollLayout {
  /** Paper and rollers together. */
  readonly box: Box;
  /** The drawn part: `shown` × 5 cells. */
  readonly field: Box;
  /** Side of a cell, at least 26. */
  readonly cell: number;
  /** Columns of the road that can be seen at once; fewer than the road has where the screen is narrow. */
  readonly shown: number;
  /** Width of a roller. */
  readonly roller: number;
}

/** Four leaves round a knot. */
export interface Rosette {
  readonly box: Box;
  /** Side of a leaf, at least 48. */
  readonly leaf: number;
  readonly gap: number;
}

export interface MapLayout {
  readonly form: StageForm;
  readonly opening: Box;
  readonly scroll: ScrollLayout;
  readonly steps: Rosette;
  readonly calls: Rosette;
  /** Free for the pair while the map is open: no scroll, no pad. */
  readonly clear: Box;
  /** Free for the pair while the map is rolled up. */
  readonly clearDark: Box;
  /** Where captions stand while the map is open. */
  readonly captions: Box;
}

/** Smallest cell that an eye at arm's length tells from its neighbour. */
const LEAST_CELL = 26;
/** Below this a road is shown through a window that glides, rather than all of it small. */
const READABLE_CELL: Readonly<Record<StageForm, number>> = { wide: 26, low: 26, tall: 33, kiosk: 44 };
const LEAF: Readonly<Record<StageForm, number>> = { wide: 56, low: 48, tall: 52, kiosk: 96 };
/** Share of the opening's height that the scroll may take. */
const SCROLL_SHARE: Readonly<Record<StageForm, number>> = { wide: 0.46, low: 0.48, tall: 0.36, kiosk: 0.3 };
/** How far the carved corners of the edge reach down where scroll and pads stand, in units of the edge's drawing. */
const CARVED: Readonly<Record<StageForm, number>> = { wide: 30, low: 4, tall: 96, kiosk: 104 };
/** Paper round the field, and the width of a roller. */
const EDGE: Readonly<Record<StageForm, number>> = { wide: 13, low: 6, tall: 9, kiosk: 18 };
const ROLLER: Readonly<Record<StageForm, number>> = { wide: 24, low: 16, tall: 14, kiosk: 36 };
const MOST_CELL = 84;
const GAP = 3;

/** Composes map and pads. `columns` of the road, 2 or more; `hands` 1 or 2 players. */
export function layOutMap(stage: StageLayout, columns: number, hands: number): MapLayout {
  const { form, opening } = stage;
  const isTall = form === 'tall' || form === 'kiosk';
  const margin = form === 'kiosk' ? 22 : form === 'low' ? 5 : 10;
  const leaf = form === 'wide' ? clamp(Math.round(opening.height * 0.1), LEAF.wide, 84) : LEAF[form];
  const side = 3 * leaf + 2 * GAP;
  const top = opening.y + margin + Math.round(stage.edgeScale * CARVED[form]);
  const bottom = opening.y + opening.height - side - margin;
  const left = opening.x + margin;
  const right = opening.x + opening.width - side - margin;
  const rosette = (x: number, y: number): Rosette => ({ box: { x, y, width: side, height: side }, leaf, gap: GAP });
  const two = hands === 2;
  // Two at one tall screen: the map's player has the upper half, the staff's the lower.
  const callsAbove = two && isTall;
  const scrollTop = top + (callsAbove ? side + margin : 0);
  const share = form === 'wide' ? 0.93 : form === 'low' ? 0.96 : 0.985;
  const scroll = layOutScroll(
    form,
    {
      x: opening.x + (opening.width * (1 - share)) / 2,
      y: scrollTop,
      width: opening.width * share,
      height: opening.height * SCROLL_SHARE[form],
    },
    columns,
  );
  const steps = rosette(two ? left : right, bottom);
  const calls = rosette(right, callsAbove ? top : bottom);
  const scrollEnd = scroll.box.y + scroll.box.height + 4;
  const low = {
    from: two ? left + side + margin : left,
    to: two && isTall ? opening.x + opening.width - margin : right,
  };
  // Beside the pair and its staff, where nothing stands but the road.
  const clear = findClear(opening, scrollEnd, low, bottom, margin);
  const pairEnd = clear.x + Math.max(clear.width * 0.36 + clear.height * 0.68, clear.width * 0.5);
  const captionTop = isTall ? opening.y + 2 : opening.y + opening.height - (form === 'low' ? 84 : 74);
  return {
    form,
    opening,
    scroll,
    steps,
    calls,
    clear,
    clearDark: findClear(opening, callsAbove ? top + side + margin : opening.y, low, bottom, margin),
    captions: callsAbove
      ? { x: left, y: top + Math.round(side * 0.3), width: right - margin - left, height: Math.round(side * 0.7) }
      : {
          x: isTall ? left : pairEnd,
          y: captionTop,
          width: (isTall ? opening.x + opening.width : low.to) - (isTall ? left : pairEnd) - margin,
          height: isTall ? top - opening.y - 4 : form === 'low' ? 82 : 72,
        },
  };
}

/** Composes the scroll in a box: in the middle across, at its top. `columns` of the road, 2 or more. */
export function layOutScroll(form: StageForm, box: Box, columns: number): ScrollLayout {
  const edge = EDGE[form];
  const roller = ROLLER[form];
  const room = box.width - 2 * roller - 2 * edge;
  const tallest = Math.floor((box.height - 2 * edge) / LANES);
  const whole = Math.floor(room / columns);
  const isWhole = whole >= READABLE_CELL[form];
  const cell = Math.max(LEAST_CELL, Math.min(tallest, isWhole ? whole : READABLE_CELL[form], MOST_CELL));
  const shown = Math.min(columns, Math.max(3, Math.floor(room / cell)));
  const width = shown * cell + 2 * edge + 2 * roller;
  const x = Math.round(box.x + (box.width - width) / 2);
  return {
    box: { x, y: box.y, width, height: LANES * cell + 2 * edge },
    field: { x: x + roller + edge, y: box.y + edge, width: shown * cell, height: LANES * cell },
    cell,
    shown,
    roller,
  };
}

/** The larger of two rooms: over the lower pads, or beside them. */
function findClear(
  opening: Box,
  from: number,
  low: { readonly from: number; readonly to: number },
  padTop: number,
  margin: number,
): Box {
  const end = opening.y + opening.height;
  const beside = { x: low.from, y: from, width: low.to - margin - low.from, height: end - from };
  const above = { x: opening.x + margin, y: from, width: opening.width - 2 * margin, height: padTop - margin - from };
  const size = (box: Box): number => Math.min(box.width * 0.85, box.height);
  return size(beside) >= size(above) ? beside : above;
}

/** Where the leaf of a direction stands. */
export function leafBox(rosette: Rosette, way: 'up' | 'right' | 'down' | 'left'): Box {
  const { box, leaf, gap } = rosette;
  const step = leaf + gap;
  const column = way === 'left' ? 0 : way === 'right' ? 2 : 1;
  const row = way === 'up' ? 0 : way === 'down' ? 2 : 1;
  return { x: box.x + column * step, y: box.y + row * step, width: leaf, height: leaf };
}

/** The first column of the window that shows `column`, with a little of what was behind; it glides, so it has fractions. */
export function findWindow(column: number, columns: number, shown: number): number {
  return clamp(column - shown * 0.36, 0, Math.max(0, columns - shown));
}
