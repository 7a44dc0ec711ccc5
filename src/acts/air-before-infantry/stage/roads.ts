/** Roads: strips between neighbouring towns, and the way along them. Pure. */
import type { ProvinceLayout } from './province-layout.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One road, drawn as a bow from `from` to `to` by way of `over`. */
export interface Road {
  /** Numbers of the towns it joins; −1 is the camp. */
  readonly a: number;
  readonly b: number;
  readonly from: Point;
  readonly over: Point;
  readonly to: Point;
}

export const CAMP = -1;

/** All roads of a province: one between every two neighbours, and one from the camp to the town nearest to it. */
export function layRoads(neighbours: readonly (readonly number[])[], layout: ProvinceLayout): readonly Road[] {
  const { towns, camp } = layout;
  const roads: Road[] = [];
  for (const [a, list] of neighbours.entries())
    for (const b of list) {
      const from = towns[a];
      const to = towns[b];
      if (b > a && from && to) roads.push(bow(a, b, from, to));
    }
  const gate = nearestTo(camp, towns);
  const to = towns[gate];
  if (to) roads.push(bow(CAMP, gate, camp, to));
  return roads;
}

function bow(a: number, b: number, from: Point, to: Point): Road {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  // A road bends to one side or the other, always the same for the same two towns.
  const side = ((a + 2) * 7 + b * 13) % 2 === 0 ? 1 : -1;
  const bend = side * (0.1 + 0.05 * (((a + 2) * 5 + b * 3) % 3));
  const over = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend * 0.6 };
  return { a, b, from: { x: from.x, y: from.y }, over, to: { x: to.x, y: to.y } };
}

function nearestTo(place: Point, towns: readonly Point[]): number {
  let best = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [town, { x, y }] of towns.entries()) {
    // Up the hill counts more than along it: the road from the camp runs to the front.
    const far = (x - place.x) ** 2 + 2 * (y - place.y) ** 2;
    if (far < nearest) [best, nearest] = [town, far];
  }
  return best;
}

/** A way over roads: the points it runs through, and how far along it each of them lies. */
export interface Way {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly along: Float32Array;
  readonly length: number;
}

const STEPS = 10;

/**
 * The shortest way (by roads taken) to a town: from the nearest held one, or from the camp if none is held. `held` by town.
 */
export function findWay(roads: readonly Road[], held: ArrayLike<number>, to: number): Way {
  const cameBy = new Map<number, Road>();
  const seen = new Set<number>([to]);
  const queue = [to];
  let start = CAMP;
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === CAMP || (at !== to && held[at] === 1)) {
      start = at;
      break;
    }
    for (const road of roads) {
      const next = road.a === at ? road.b : road.b === at ? road.a : null;
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      cameBy.set(next, road);
      queue.push(next);
    }
  }
  const points: Point[] = [];
  for (let at = start; at !== to;) {
    const road = cameBy.get(at);
    if (!road) break;
    const isForward = road.a === at;
    for (let n = points.length === 0 ? 0 : 1; n <= STEPS; n++) {
      const t = n / STEPS;
      points.push(pointOn(road, isForward ? t : 1 - t));
    }
    at = isForward ? road.b : road.a;
  }
  return measure(points);
}

export function pointOn({ from, over, to }: Road, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * over.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * over.y + t * t * to.y,
  };
}

function measure(points: readonly Point[]): Way {
  const x = Float32Array.from(points, (point) => point.x);
  const y = Float32Array.from(points, (point) => point.y);
  const along = new Float32Array(points.length);
  for (let i = 1; i < points.length; i++)
    along[i] =
      (along[i - 1] as number) +
      Math.hypot((x[i] as number) - (x[i - 1] as number), (y[i] as number) - (y[i - 1] as number));
  return { x, y, along, length: along.at(-1) ?? 0 };
}

/** Where someone is who has gone `gone` pixels along a way; written into `out`. */
export function walkAlong(way: Way, gone: number, out: { x: number; y: number }): void {
  const { along, x, y } = way;
  const last = along.length - 1;
  const at = Math.max(0, Math.min(way.length, gone));
  let i = 1;
  while (i < last && (along[i] as number) < at) i++;
  const from = along[i - 1] ?? 0;
  const span = (along[i] ?? 0) - from;
  const t = span > 0 ? (at - from) / span : 0;
  const x0 = x[Math.min(i, last) - (last > 0 ? 1 : 0)] ?? 0;
  const y0 = y[Math.min(i, last) - (last > 0 ? 1 : 0)] ?? 0;
  out.x = x0 + ((x[Math.min(i, last)] ?? x0) - x0) * t;
  out.y = y0 + ((y[Math.min(i, last)] ?? y0) - y0) * t;
}
