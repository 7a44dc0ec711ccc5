/** The province from the hill: bands of land, fields, the river, roads and what grows beside them. Painted once per size. */
import { css, rgb } from '../../../stage/light/colour.ts';
import { fillAround } from '../../../stage/set/painter.ts';
import type { Sheet } from '../../../stage/set/sheet.ts';
import type { Stage } from '../../../stage/stage.ts';
import type { ProvinceLayout } from './province-layout.ts';
import { findCrossings, layRiver, type River } from './river.ts';
import { pointOn, type Road } from './roads.ts';
import { scatter } from './scatter.ts';
import type { TownKind } from './wall-pieces.ts';

/** Bands of land: share of the land's height at which each begins; and what lies under their crests. */
const BANDS = [
  { at: 0, name: 'province/land-1' },
  { at: 0.14, name: 'province/land-2' },
  { at: 0.36, name: 'province/land-3' },
  { at: 0.64, name: 'province/land-4' },
] as const;
const UNDER = ['#b9c19a', '#a3b487', '#8ea97b', '#789b71'] as const;
/** Distance between two stones of a road, in its own units. */
const STONES = 12;

/** Paints the land; (0, 0) is the opening's top left corner. */
export function paintLand(
  context: CanvasRenderingContext2D,
  stage: Stage,
  layout: ProvinceLayout,
  roads: readonly Road[],
  kinds: readonly TownKind[],
): void {
  const { sheet } = stage.painter;
  const { opening, view, horizon, setSize, towns } = layout;
  const bottom = opening.height;
  context.save();
  context.translate(0, -opening.y);
  const deep = view.y + view.height - horizon;
  for (const [n, band] of BANDS.entries()) {
    const y = horizon + deep * band.at;
    const k = Math.max(0.34, setSize * (0.62 + 0.3 * n));
    context.fillStyle = UNDER[n] as string;
    context.fillRect(0, y + 30 * k, opening.width, opening.y + bottom - y);
    sheet.repeat(context, band.name, 0, opening.width, y, k, 120 * n + 40);
  }
  // The lamp lies on the middle of the land, and leaves its rim to the dusk.
  fillAround(
    context,
    { x: 0, y: horizon, width: opening.width, height: deep + 40 },
    { x: view.width * 0.58, y: horizon + deep * 0.22, rx: view.width * 0.55, ry: deep * 0.8 },
    [
      [0, css(rgb('#FFF1CC'), 0.42)],
      [0.5, css(rgb('#F6D9A0'), 0.16)],
      [1, css(rgb('#F6D9A0'), 0)],
    ],
  );
  context.translate(-opening.x, 0);
  const river = layRiver(layout);
  growFields(context, sheet, layout, river);
  paintRiver(context, river, setSize);
  for (const road of roads) layRoad(context, sheet, road, layout, 'province/road-rim', 1.18);
  for (const road of roads) layRoad(context, sheet, road, layout, 'province/road', 1);
  for (const { x, y, turn } of findCrossings(roads, river)) {
    const k = Math.min(river.half(y) / 28, 1.5 * sizeAt(layout, y));
    sheet.draw(context, 'province/bridge', x, y, Math.max(0.2, k), false, turn * 0.5);
  }
  growTrees(context, sheet, layout, roads, river);
  for (const [town, { x, y, size }] of towns.entries()) {
    const kind = kinds[town] ?? 'medium';
    sheet.draw(context, `province/ground-${kind}`, x, y, size);
  }
  context.restore();
}

/** How large things are at a height of the land: as towns are. */
function sizeAt({ horizon, view, towns }: ProvinceLayout, y: number): number {
  const first = towns[0];
  const last = towns.at(-1);
  if (!first || !last) return 0.5;
  const near = Math.max(...towns.map((town) => town.size));
  return near * (0.72 + (0.28 * (y - horizon)) / Math.max(1, view.y + view.height - horizon));
}

function layRoad(
  context: CanvasRenderingContext2D,
  sheet: Sheet,
  road: Road,
  layout: ProvinceLayout,
  piece: string,
  wide: number,
): void {
  const length = Math.hypot(road.to.x - road.from.x, road.to.y - road.from.y) * 1.06;
  const k = Math.max(0.36, sizeAt(layout, (road.from.y + road.to.y) / 2));
  const steps = Math.max(4, Math.ceil(length / (STONES * k)));
  for (let n = 0; n <= steps; n++) {
    const t = n / steps;
    const at = pointOn(road, t);
    const next = pointOn(road, Math.min(1, t + 0.02));
    const before = pointOn(road, Math.max(0, t - 0.02));
    sheet.draw(context, piece, at.x, at.y, k * wide, false, Math.atan2(next.y - before.y, next.x - before.x));
  }
}

function paintRiver(context: CanvasRenderingContext2D, river: River, setSize: number): void {
  const bank = (more: number): void => {
    context.beginPath();
    for (let y = river.from; y <= river.to; y += 4) context.lineTo(river.middle(y) - river.half(y) - more, y);
    for (let y = river.to; y >= river.from; y -= 4) context.lineTo(river.middle(y) + river.half(y) + more, y);
    context.closePath();
    context.fill();
  };
  context.fillStyle = '#dcc48c';
  bank(3 * setSize);
  context.fillStyle = '#8ba79b';
  bank(0);
  context.fillStyle = 'rgba(40, 86, 97, 0.55)';
  for (let n = 0; n < 46; n++) {
    const t = (n + scatter(n)) / 46;
    const y = river.from + (river.to - river.from) * t;
    const half = river.half(y);
    const x = river.middle(y) + (scatter(n * 3 + 1) - 0.5) * half * 1.3;
    const long = half * (0.7 + scatter(n * 5));
    const slope = (river.middle(y + long) - river.middle(y)) * 0.9;
    const thick = 0.5 + half * 0.05;
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(x + slope / 2 + thick, y + long / 2, x + slope, y + long);
    context.quadraticCurveTo(x + slope / 2 - thick, y + long / 2, x, y);
    context.fill();
  }
}

function isFree(layout: ProvinceLayout, x: number, y: number, room: number): boolean {
  return layout.towns.every(
    ({ button }) =>
      x < button.x - room ||
      x > button.x + button.width + room ||
      y < button.y - 2 ||
      y > button.y + button.height + room,
  );
}

function growFields(context: CanvasRenderingContext2D, sheet: Sheet, layout: ProvinceLayout, river: River): void {
  const { view, horizon } = layout;
  const deep = view.y + view.height - horizon;
  context.globalAlpha = 0.62;
  for (let n = 0; n < 44; n++) {
    const y = horizon + deep * (0.1 + 0.86 * scatter(n * 3 + 5));
    const x = view.x + view.width * scatter(n * 7 + 2);
    if (Math.abs(x - river.middle(y)) < river.half(y) + 40 * layout.setSize) continue;
    const k = sizeAt(layout, y) * (0.7 + 0.5 * scatter(n));
    sheet.draw(context, `province/field-${1 + (n % 3)}`, x, y, k, n % 2 === 0);
  }
  context.globalAlpha = 1;
}

function growTrees(
  context: CanvasRenderingContext2D,
  sheet: Sheet,
  layout: ProvinceLayout,
  roads: readonly Road[],
  river: River,
): void {
  const { view, horizon } = layout;
  const deep = view.y + view.height - horizon;
  const many = Math.round(Math.min(64, 26 + view.width / 22));
  const spots = Array.from({ length: many }, (_, n) => ({
    n,
    x: view.x + view.width * scatter(n * 11 + 3),
    y: horizon + deep * (0.03 + 0.95 * scatter(n * 17 + 4)),
  })).sort((a, b) => a.y - b.y);
  for (const { n, x, y } of spots) {
    const k = sizeAt(layout, y);
    const isNearRoad = roads.some((road) =>
      [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].some((t) => {
        const at = pointOn(road, t);
        return Math.abs(at.x - x) < 20 * k && Math.abs(at.y - y) < 14 * k;
      }),
    );
    if (isNearRoad || !isFree(layout, x, y, 16 * k) || Math.abs(x - river.middle(y)) < river.half(y) + 14 * k) continue;
    const pick = scatter(n * 29 + 1);
    const piece =
      pick > 0.93
        ? 'province/hut'
        : pick > 0.84
          ? 'province/blossom-tree'
          : pick > 0.46
            ? 'province/pine'
            : 'province/tree';
    sheet.draw(context, piece, x, y, k * (0.34 + 0.16 * scatter(n)), n % 2 === 0);
  }
}
