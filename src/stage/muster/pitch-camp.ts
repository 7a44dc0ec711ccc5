/** Where the camp's tents, its soldiers on parade and its tall banners stand, round a platform laid out already. Pure. */
import { clamp, type Box } from '../layout/stage-layout.ts';
import type { MusterLayout, Placed } from './muster-layout.ts';

/** A number from 0 to 1 that looks like chance and is always the same. */
function scatter(n: number): number {
  const word = Math.imul(n + 11, 0x9e3779b1);
  return ((word ^ (word >>> 15)) >>> 0) / 0x1_0000_0000;
}

/** Tents along the whole opening, those farther off first. */
export function pitchTents(opening: Box, ground: number, unit: number): MusterLayout['tents'] {
  const tents: (Placed & { name: string })[] = [];
  const pitch = 262 * unit;
  const count = Math.ceil(opening.width / pitch) + 1;
  for (let n = 0; n < count; n++) {
    const grand = n % 6 === 1;
    tents.push({
      name: grand ? 'command-tent' : `tent-${1 + Math.floor(scatter(n) * 3)}`,
      x: opening.x + pitch * (n + 0.2 + 0.3 * scatter(n + 40)),
      y: ground - (12 + 26 * scatter(n + 80)) * unit,
      size: unit * (grand ? 1.35 : 1.3 + 0.36 * scatter(n + 20)),
    });
  }
  return tents.toSorted((a, b) => a.y - b.y);
}

/** Soldiers on parade, far off, left of the platform; two ranks where there is room. */
export function lineUp(opening: Box, ground: number, unit: number, until: number): Placed[] {
  const guards: Placed[] = [];
  for (const row of [1, 0]) {
    const size = unit * (1.5 + 0.22 * (1 - row));
    for (let x = opening.x + (30 + 24 * row) * unit; x < until - 40 * unit; x += 62 * unit)
      guards.push({ x, y: ground + (6 - 26 * row) * unit, size });
  }
  return guards;
}

/** Tall banners behind the drum, and in a broad picture beyond both ends of what has to be seen. */
export function raiseBanners(
  opening: Box,
  ground: number,
  room: number,
  unit: number,
  left: number,
  right: number,
  end: number,
  upper: number,
): MusterLayout['banners'] {
  const banners: (Placed & { colour: 'jade' | 'indigo' | 'cinnabar' })[] = [];
  const colours = ['cinnabar', 'indigo', 'jade'] as const;
  const tall = Math.min(room * 0.94, 760 * unit * upper, 1250 * unit) / 456;
  // Where the drum stands before the platform, they stand closer, and behind it.
  const beside = end - right;
  const gap = clamp(beside * 0.3, 64 * unit, 128 * unit);
  const row = (from: number, way: 1 | -1, count: number): void => {
    for (let n = 0; n < count; n++) {
      const colour = colours[n % 3] ?? 'jade';
      const size = tall * (1 - 0.1 * (n % 3));
      banners.push({ colour, x: from + way * n * gap, y: ground - 8 * unit, size });
    }
  };
  row(right + (beside < 300 * unit ? 44 - 0.2 * (300 - beside / unit) : 16) * unit, 1, 3);
  // A strip that is very wide has its banners on the other side too, and more of them on this one.
  const roomLeft = left - opening.x;
  if (roomLeft > 420 * unit) row(left - 120 * unit, -1, Math.min(3, Math.floor(roomLeft / (150 * unit))));
  const roomRight = opening.x + opening.width - end;
  if (roomRight > 300 * unit) row(end + 60 * unit, 1, Math.min(3, Math.floor(roomRight / (150 * unit))));
  return banners;
}
