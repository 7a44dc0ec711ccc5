/**
 * Where everything of the muster stands in an opening of any shape. The figures are the picture: they are as large as
 * the height lets them be, the treads shrink and grow with the width, and the camp is cropped, never the figures. Pure.
 */
import { clamp, type Box, type StageLayout } from '../layout/stage-layout.ts';
import { CLIMB_BEFORE } from './examinee-poses.ts';
import type { MusterRank } from './kit.ts';
import { lineUp, pitchTents, raiseBanners } from './pitch-camp.ts';

/** One thing of the set: where its pivot stands, and CSS pixels per unit of its drawing. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Step {
  /** Left edge of the tread. */
  readonly x: number;
  readonly width: number;
  /** Height of the tread. */
  readonly y: number;
}

export interface MusterLayout {
  readonly opening: Box;
  /** CSS pixels per unit of a puppet's art. */
  readonly unit: number;
  /** The line on which puppets and platform stand. */
  readonly ground: number;
  /** Height of one step. */
  readonly rise: number;
  readonly steps: readonly [Step, Step, Step];
  /** Right end of the platform. */
  readonly right: number;
  /** Where the recruit waits. */
  readonly start: number;
  readonly stands: Readonly<Record<MusterRank, { readonly x: number; readonly level: 1 | 2 | 3 }>>;
  readonly drum: Placed;
  readonly drummer: Placed;
  readonly medallion: Placed;
  /** What furnishes the platform, behind whoever stands on it; the canopy only where there is room for all of it. */
  readonly parasol: Placed | null;
  readonly rack: Placed;
  readonly braziers: readonly Placed[];
  /** The sun's middle before the first answer and after the last one that can be asked. */
  readonly sun: { readonly x: number; readonly low: number; readonly high: number; readonly radius: number };
  readonly horizon: number;
  readonly tents: readonly (Placed & { readonly name: string })[];
  readonly guards: readonly Placed[];
  readonly banners: readonly (Placed & { readonly colour: 'jade' | 'indigo' | 'cinnabar' })[];
  /** Where flags are planted, in the order of the answers. */
  readonly flags: readonly Placed[];
  readonly turf: { readonly y: number; readonly size: number };
}

/** The examination never asks more (see the engine's stop). */
export const MOST_ANSWERS = 30;
/**
 * How close the audience sits, by the highest step on which somebody stands: 0 before and during the examination, when
 * the recruit waits on the ground; 3 for the marshal with crown and baton. The lower, the larger everybody is.
 */
export type Framing = 0 | 1 | 2 | 3;

/** The step of each rank. */
export const LEVELS = {
  'low-soldier': 1,
  'common-soldier': 1,
  'senior-soldier': 1,
  general: 2,
  marshal: 3,
} as const satisfies Readonly<Record<MusterRank, Framing>>;

/** In units of a puppet: what has to be seen above the third step, whoever stands on a lower one. */
const ABOVE: Readonly<Record<Framing, number>> = { 0: 440, 1: 510, 2: 704, 3: 722 };
/** A step is low where the opening is a strip, and as high as a leg can mount where it stands upright. */
const LOWEST_RISE = 60;
const HIGHEST_RISE = 124;
const USUAL_RISE = 84;

/** The set along the ground, in units of a puppet from the left end of what has to be seen. */
interface Ground {
  readonly start: number;
  /** Left edges of the three treads, and the right end of the platform. */
  readonly edges: readonly [number, number, number, number];
  /** Middle of the drum, and how large drum and drummer are. */
  readonly drum: number;
  readonly drummers: number;
  /** The right end of what has to be seen. */
  readonly end: number;
}
/** In a narrow box the treads are short, and the drum stands before the platform. */
const NARROW: Readonly<Record<Framing, Ground>> = {
  0: { start: 72, edges: [194, 332, 470, 770], drum: 668, drummers: 0.9, end: 926 },
  1: { start: 72, edges: [194, 376, 520, 806], drum: 724, drummers: 0.88, end: 976 },
  2: { start: 72, edges: [194, 370, 574, 846], drum: 790, drummers: 0.82, end: 1028 },
  3: { start: 72, edges: [194, 370, 560, 866], drum: 846, drummers: 0.8, end: 1076 },
};
const BROAD: Ground = { start: 96, edges: [250, 560, 900, 1290], drum: 1448, drummers: 1, end: 1730 };
/** Height of the canopy of command above its step. */
const CANOPY = 660;
/** Where there is less room than for this share of it, it is left out. */
const SMALLEST_CANOPY = 0.72;
/** Treads may be this much longer than they are drawn. */
const LONGEST = 1.16;

/** The ground between its narrowest, at 0, and its broadest, at 1; above 1 only the treads grow. */
function layGround(framing: Framing, broad: number): Ground {
  const narrow = NARROW[framing];
  const k = Math.min(1, Math.max(0, broad));
  const mix = (a: number, b: number): number => a + (b - a) * k;
  const stretch = Math.max(1, broad);
  const more = (stretch - 1) * BROAD.edges[3];
  const edge = (n: 0 | 1 | 2 | 3): number => mix(narrow.edges[n], BROAD.edges[n]) * stretch;
  return {
    start: mix(narrow.start, BROAD.start) * stretch,
    edges: [edge(0), edge(1), edge(2), edge(3)],
    drum: mix(narrow.drum, BROAD.drum) + more,
    drummers: mix(narrow.drummers, BROAD.drummers),
    end: mix(narrow.end, BROAD.end) + more,
  };
}

export function layOutMuster(stage: StageLayout, framing: Framing = 3): MusterLayout {
  const { opening } = stage;
  const bottom = opening.y + opening.height;
  const turfHeight = clamp(Math.min(opening.height * 0.1, opening.width * 0.085), 13, 84);
  const ground = bottom - turfHeight * 0.66;
  const room = ground - opening.y - Math.max(4, opening.height * 0.035);
  const shape = opening.width / opening.height;
  const least = clamp(USUAL_RISE - (shape - 1.9) * 48, LOWEST_RISE, USUAL_RISE);
  const tallest = ABOVE[framing];
  const unit = Math.min(room / (3 * least + tallest), (opening.width * 0.985) / NARROW[framing].end);
  const across = (opening.width * 0.985) / unit;
  const broad =
    across < BROAD.end
      ? (across - NARROW[framing].end) / (BROAD.end - NARROW[framing].end)
      : Math.min(LONGEST, 1 + (across * 0.945 - BROAD.end) / BROAD.edges[3]);
  const set = layGround(framing, broad < 1 && across >= BROAD.end ? 1 : broad);
  const left = opening.x + (opening.width - set.end * unit) * 0.6;
  const at = (units: number): number => left + units * unit;
  const rise = clamp((room / unit - tallest) / 3, least, HIGHEST_RISE) * unit;
  const step = (n: 0 | 1 | 2): Step => ({
    x: at(set.edges[n]),
    width: at(set.edges[n + 1] ?? set.end) - at(set.edges[n]),
    y: ground - (n + 1) * rise,
  });
  const steps = [step(0), step(1), step(2)] as const;
  const right = at(set.edges[3]);
  const on = (n: 0 | 1 | 2, share: number): number => steps[n].x + steps[n].width * share;
  const stands: MusterLayout['stands'] = {
    'low-soldier': { x: on(0, 0.36), level: LEVELS['low-soldier'] },
    'common-soldier': { x: on(0, 0.52), level: LEVELS['common-soldier'] },
    'senior-soldier': { x: on(0, 0.66), level: LEVELS['senior-soldier'] },
    general: { x: on(1, 0.46), level: LEVELS.general },
    marshal: { x: on(2, 0.31), level: LEVELS.marshal },
  };
  const canopy = Math.min(1, (steps[2].y - opening.y) / (CANOPY * unit));
  const drumSize = 1.5 * unit * set.drummers;
  const drumX = at(set.drum);
  const upper = shape < 1 ? 1.7 : 1;
  const horizon = ground - clamp(room * 0.16, 10, 150 * unit);
  return {
    opening,
    unit,
    ground,
    rise,
    steps,
    right,
    start: Math.max(opening.x + 60 * unit, Math.min(at(set.start), steps[0].x - (CLIMB_BEFORE + 34) * unit)),
    stands,
    drum: { x: drumX, y: ground - 232 * unit * set.drummers, size: drumSize },
    drummer: { x: drumX + 196 * unit * set.drummers, y: ground, size: 0.98 * unit * set.drummers },
    medallion: {
      x: (steps[2].x + right) / 2,
      y: ground - 1.32 * rise,
      size: Math.min(rise * 1.16, (right - steps[2].x) * 0.34) / 84,
    },
    // Cut off above its fringe it would hang from nowhere.
    parasol: canopy < SMALLEST_CANOPY ? null : { x: on(2, 0.92), y: steps[2].y, size: unit * canopy },
    rack: { x: on(1, 0.86), y: steps[1].y, size: unit * 0.9 },
    braziers: [
      { x: on(0, 0.86), y: steps[0].y, size: unit * 0.8 },
      ...(broad > 0.4 ? [{ x: steps[0].x - 62 * unit, y: ground, size: unit * 0.86 }] : []),
    ],
    sun: {
      x: on(1, 0.42),
      low: ground - 2.1 * rise,
      high: ground - 2 * rise - Math.min(370 * unit, (ground - 2 * rise - opening.y) * 0.56),
      radius: 205 * unit * (shape < 1 ? 1.3 : 1),
    },
    horizon,
    tents: pitchTents(opening, ground, unit),
    guards: lineUp(opening, ground, unit, steps[0].x),
    banners: raiseBanners(opening, ground, room, unit, left, right, at(set.end), upper),
    flags: Array.from({ length: MOST_ANSWERS }, (_, n) => ({
      x: opening.x + opening.width * (0.045 + (0.91 * (n + 0.5)) / MOST_ANSWERS),
      y: bottom - turfHeight * (0.34 + 0.15 * ((n * 2) % 3)),
      size: clamp((opening.width * 0.047) / 90, 0.18, 1.05 * unit),
    })),
    turf: { y: bottom - turfHeight, size: turfHeight / 84 },
  };
}
