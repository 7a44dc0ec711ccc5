/** The carved stage edge round the opening, composed for any size out of corners, rails and feet; never stretched. */
import type { Box, StageLayout } from '../layout/stage-layout.ts';
import { DEPTH, type Stage } from '../stage.ts';
import type { Painter } from './painter.ts';
import type { Sheet } from './sheet.ts';

const KEY = 'stage-edge';
/** The drawing's own sizes, in units. */
const TOP = 84;
const SIDE = 62;
const FOOT = 38;
const CORNER = { width: 320, height: 264 };

/** Paints the edge and lays it over the stage. Returns the way to take it down. */
export function raiseEdge(stage: Stage, layout: StageLayout): () => void {
  const { painter } = stage;
  painter.paint(KEY, layout.width, layout.height, (context) => drawEdge(context, painter, layout));
  const { opening, width, height } = layout;
  const top = opening.y + (CORNER.height - TOP) * cornerScale(layout) + 2;
  const right = opening.x + opening.width;
  const low = opening.y + opening.height - 44;
  // Four strips, not one sheet: the empty middle would cost a software renderer a screenful of pixels each frame.
  const strips = [
    { x: 0, y: 0, width, height: top },
    { x: 0, y: top, width: opening.x + 6, height: low - top },
    { x: right - 6, y: top, width: width - right + 6, height: low - top },
    { x: 0, y: low, width, height: height - low },
  ];
  const images = strips.map((strip, n) => painter.layPart(KEY, `strip-${n}`, strip, DEPTH.edge));
  return () => {
    for (const image of images) image.destroy();
  };
}

function cornerScale(layout: StageLayout): number {
  return Math.min(layout.opening.y / TOP, (layout.opening.width * 0.3) / (CORNER.width - SIDE));
}

function drawEdge(context: CanvasRenderingContext2D, painter: Painter, layout: StageLayout): void {
  const { sheet } = painter;
  const { opening, width, height } = layout;
  const right = opening.x + opening.width;
  const bottom = opening.y + opening.height;
  const across = opening.y / TOP;
  // The rails keep their carving's scale; where an edge is thicker than its drawing the wood goes on behind it.
  const upright = Math.min(across, opening.x / SIDE, (width - right) / SIDE);
  const wood = context.createLinearGradient(0, 0, 0, height);
  wood.addColorStop(0, '#160c0a');
  wood.addColorStop(0.12, '#2a100d');
  wood.addColorStop(0.5, '#230f0d');
  wood.addColorStop(0.92, '#2f120f');
  wood.addColorStop(1, '#120C0A');
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  roundHole(context, opening.x, opening.y, opening.width, opening.height, Math.min(24, opening.width * 0.03));
  context.fillStyle = wood;
  context.fill('evenodd');
  context.restore();

  const corner = cornerScale(layout);
  const cw = CORNER.width * corner;
  const ch = CORNER.height * corner;
  const inset = SIDE * corner;
  const lift = TOP * corner;
  // The corner's own rails meet the opening exactly; it may be smaller than the rail beside it.
  const cx = opening.x - inset;
  const cy = opening.y - lift;
  clipTo(context, opening.x + cw - inset - 1, 0, opening.width - 2 * (cw - inset) + 2, opening.y + 4, () => {
    // Gauges stand on the top rail: it is left plain under them.
    const y = opening.y - TOP * corner;
    for (let x = opening.x; x < right; x += 15.5 * corner) sheet.draw(context, 'theatre/edge-top-plain', x, y, corner);
    if (layout.gauges.width === 0) carveTop(context, sheet, opening, y, corner);
  });
  if (layout.gauges.width === 0)
    sheet.draw(context, 'theatre/edge-crest', opening.x + opening.width / 2, cy + 46 * corner, corner);
  const footScale = layout.form === 'wide' ? Math.min(corner, (height - bottom) / FOOT) : corner;
  const sideFrom = opening.y + ch - lift;
  const sideTo = bottom - 12 * footScale;
  clipTo(context, 0, sideFrom, width, Math.max(0, sideTo - sideFrom), () => {
    for (let y = sideFrom; y < sideTo; y += 92 * upright) {
      sheet.draw(context, 'theatre/edge-side', opening.x - SIDE * upright, y, upright);
      sheet.draw(context, 'theatre/edge-side', right + SIDE * upright, y, upright, true);
    }
  });
  sheet.draw(context, 'theatre/edge-corner', cx, cy, corner);
  sheet.draw(context, 'theatre/edge-corner', right + inset, cy, corner, true);
  clipTo(context, opening.x + 28 * footScale, bottom - 4, opening.width - 56 * footScale, height - bottom + 4, () => {
    const middle = opening.x + opening.width / 2;
    const { tools } = layout;
    for (let x = opening.x; x < right; x += 15.5 * footScale)
      sheet.draw(context, 'theatre/edge-bottom-plain', x, bottom, footScale);
    // The carving gives way to the tools that hang before it.
    const free = tools.down || tools.width === 0 ? 0 : tools.width / 2 + 12;
    for (let x = middle + free; x + 88 * footScale < right; x += 88 * footScale) {
      sheet.draw(context, 'theatre/edge-bottom', x, bottom, footScale);
      sheet.draw(context, 'theatre/edge-bottom', 2 * middle - x, bottom, footScale, true);
    }
  });
  sheet.draw(context, 'theatre/edge-foot', opening.x - SIDE * footScale, bottom - 40 * footScale, footScale);
  sheet.draw(context, 'theatre/edge-foot', right + SIDE * footScale, bottom - 40 * footScale, footScale, true);
}

/** Where no gauges stand, the top rail is carved: whole repeats, from the middle outwards. */
function carveTop(context: CanvasRenderingContext2D, sheet: Sheet, opening: Box, y: number, size: number): void {
  const period = 110 * size;
  const free = opening.width - 2 * (CORNER.width - SIDE) * size;
  const count = Math.floor(free / period);
  const from = opening.x + (opening.width - count * period) / 2;
  for (let n = 0; n < count; n++) sheet.draw(context, 'theatre/edge-top', from + n * period, y, size);
}

function roundHole(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  context.roundRect(x, y, width, height, [0, 0, radius, radius]);
}

function clipTo(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  draw: () => void,
): void {
  if (width <= 0 || height <= 0) return;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  draw();
  context.restore();
}
