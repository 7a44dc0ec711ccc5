/** Moves places apart until none of their boxes touches another, as little as it takes. Pure. */
import { clamp, overlaps, type Box } from '../../../stage/layout/stage-layout.ts';

/** What may not be left, and what may not be entered. All in the same pixels. */
export interface Field {
  readonly box: Box;
  readonly taken: readonly Box[];
}

/** A place that must have room: its middle, and the size of its box. */
export interface Placed {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

const ROUNDS = 400;
/** Room kept between two boxes while they are moved; what is asked for is only that they don't overlap. */
const GAP = 1;

/** Says whether every box lies in the field, clear of what is taken and of the others. */
export function isClear(places: readonly Placed[], field: Field): boolean {
  const boxes = places.map(boxOf);
  return boxes.every(
    (box, i) =>
      isInside(box, field.box) &&
      field.taken.every((taken) => !overlaps(box, taken)) &&
      boxes.every((other, j) => j <= i || !overlaps(box, other)),
  );
}

/** Moves the places apart, in place; returns whether all have found room. */
export function spreadOut(places: readonly Placed[], field: Field): boolean {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let i = 0; i < places.length; i++)
      for (let j = i + 1; j < places.length; j++)
        moved = pushApart(places[i] as Placed, places[j] as Placed, round + i + j) || moved;
    for (const place of places) {
      for (const taken of field.taken) moved = pushOut(place, taken) || moved;
      keepIn(place, field.box);
    }
    if (!moved && isClear(places, field)) return true;
  }
  return isClear(places, field);
}

/** Lays the places out in rows of equal boxes, in their own order by height: for when there is no room to be free. */
export function lineUp(places: readonly Placed[], field: Field): void {
  const width = Math.max(...places.map((place) => place.width)) + GAP;
  const height = Math.max(...places.map((place) => place.height)) + GAP;
  const { box, taken } = field;
  const seats: { readonly x: number; readonly y: number }[] = [];
  const columns = Math.max(1, Math.floor(box.width / width));
  const rows = Math.max(1, Math.floor(box.height / height));
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const x = box.x + (box.width * (column + 0.5)) / columns;
      const y = box.y + (box.height * (row + 0.5)) / rows;
      const seat = boxOf({ x, y, width: width - GAP, height: height - GAP });
      if (taken.every((each) => !overlaps(seat, each))) seats.push({ x, y });
    }
  // Every place takes the nearest seat that is free.
  const free = new Set(seats);
  for (const place of places) {
    let best: { readonly x: number; readonly y: number } | null = null;
    let nearest = Number.POSITIVE_INFINITY;
    for (const seat of free) {
      const far = (seat.x - place.x) ** 2 + (seat.y - place.y) ** 2;
      if (far < nearest) [best, nearest] = [seat, far];
    }
    if (best === null) return;
    free.delete(best);
    place.x = best.x;
    place.y = best.y;
  }
}

export function boxOf({ x, y, width, height }: Placed): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function isInside(box: Box, field: Box): boolean {
  return (
    box.x >= field.x - 0.01 &&
    box.y >= field.y - 0.01 &&
    box.x + box.width <= field.x + field.width + 0.01 &&
    box.y + box.height <= field.y + field.height + 0.01
  );
}

function pushApart(a: Placed, b: Placed, turn: number): boolean {
  const overX = (a.width + b.width) / 2 + GAP - Math.abs(a.x - b.x);
  const overY = (a.height + b.height) / 2 + GAP - Math.abs(a.y - b.y);
  if (overX <= 0 || overY <= 0) return false;
  // Mostly the shorter way; now and then the other, so that rows that are full let go.
  const isAcross = overX < overY ? turn % 7 !== 0 : turn % 7 === 0;
  if (isAcross) {
    const way = (a.x <= b.x ? -1 : 1) * overX * 0.52;
    a.x += way;
    b.x -= way;
  } else {
    const way = (a.y <= b.y ? -1 : 1) * overY * 0.52;
    a.y += way;
    b.y -= way;
  }
  return true;
}

function pushOut(place: Placed, taken: Box): boolean {
  const box = boxOf(place);
  if (!overlaps(box, taken)) return false;
  const right = taken.x + taken.width - box.x;
  const up = box.y + box.height - taken.y;
  if (right < up) place.x += right + GAP;
  else place.y -= up + GAP;
  return true;
}

function keepIn(place: Placed, box: Box): void {
  place.x = clamp(
    place.x,
    box.x + place.width / 2,
    Math.max(box.x + place.width / 2, box.x + box.width - place.width / 2),
  );
  place.y = clamp(
    place.y,
    box.y + place.height / 2,
    Math.max(box.y + place.height / 2, box.y + box.height - place.height / 2),
  );
}
