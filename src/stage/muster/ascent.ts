/**
 * The way up: what the examinee does from the last answer until the salute, as a plan of stretches of time. The plan
 * is made of the layout and the rank; where it stands at a moment is a pure function of both, so a change of size in
 * mid-way changes nothing but sizes.
 */
import { HOST_STRIDE } from '../rig/poses/host.ts';
import { CLIMB_BEFORE, CLIMB_RUN } from './examinee-poses.ts';

/** The platform in units of the puppet, counted from where the recruit waits. */
export interface Way {
  /** Edges of the three treads. */
  readonly edges: readonly [number, number, number];
  readonly rise: number;
  /** Where the rank stands, and on which step. */
  readonly stand: number;
  readonly level: 1 | 2 | 3;
}

export interface Stretch {
  readonly does: 'listen' | 'walk' | 'climb' | 'change' | 'salute' | 'stay';
  readonly fromMs: number;
  readonly ms: number;
  /** Units along the ground, and steps mounted, at its start and its end. */
  readonly x: readonly [number, number];
  readonly level: readonly [number, number];
}

export type MusterSound = 'beat' | 'roll' | 'step' | 'banner' | 'raised';

const LISTEN_MS = 900;
const CLIMB_MS = 640;
const CHANGE_MS = 1500;
const SALUTE_MS = 1800;
/** A brisk walk: units in a millisecond. */
const PACE = 0.3;
/** The share of the change at which the banner hides the figure and the dress is another. */
export const CHANGED_AT = 0.46;

/** Plans the way up to where a rank stands. The last stretch has no end. */
export function planAscent(way: Way): readonly Stretch[] {
  const plan: Stretch[] = [];
  let at = 0;
  let x = 0;
  let level = 0;
  const add = (does: Stretch['does'], ms: number, toX = x, toLevel = level): void => {
    plan.push({ does, fromMs: at, ms, x: [x, toX], level: [level, toLevel] });
    at += ms;
    x = toX;
    level = toLevel;
  };
  const walk = (to: number): void => {
    if (to > x) add('walk', (to - x) / PACE, to);
  };
  add('listen', LISTEN_MS);
  for (let n = 0; n < way.level; n++) {
    const foot = (way.edges[n] ?? 0) - CLIMB_BEFORE;
    walk(foot);
    add('climb', CLIMB_MS, x + CLIMB_RUN, n + 1);
  }
  walk(way.stand);
  add('change', CHANGE_MS);
  add('salute', SALUTE_MS);
  add('stay', Number.POSITIVE_INFINITY);
  return plan;
}

/** The stretch of a plan at a moment; before it begins, the first. */
export function stretchAt(plan: readonly Stretch[], ms: number): Stretch {
  const found = plan.findLast((stretch) => stretch.fromMs <= ms) ?? plan[0];
  if (!found) throw new Error('a plan has at least one stretch');
  return found;
}

/** Share of a stretch gone by, 0..1. */
export function shareOf(stretch: Stretch, ms: number): number {
  return Math.min(1, Math.max(0, (ms - stretch.fromMs) / stretch.ms));
}

/** When the dress is changed, in milliseconds from the start of the plan. */
export function changesAt(plan: readonly Stretch[]): number {
  const change = plan.find((stretch) => stretch.does === 'change');
  return change ? change.fromMs + change.ms * CHANGED_AT : 0;
}

interface TimedSound {
  readonly atMs: number;
  readonly what: MusterSound;
  /** Where it sounds, in units from the start. */
  readonly x: number;
}

/** Everything that is heard on the way up, in order. */
export function soundsOf(plan: readonly Stretch[]): readonly TimedSound[] {
  const sounds: TimedSound[] = [{ atMs: 0, what: 'roll', x: 0 }];
  for (const { does, fromMs, ms, x } of plan) {
    if (does === 'walk') {
      // A foot comes down at every half of the cycle.
      const strides = Math.floor(((x[1] - x[0]) / HOST_STRIDE) * 2);
      for (let n = 1; n <= strides; n++)
        sounds.push({ atMs: fromMs + (n * HOST_STRIDE) / 2 / PACE, what: 'step', x: x[0] + (n * HOST_STRIDE) / 2 });
    } else if (does === 'climb') {
      sounds.push(
        { atMs: fromMs + ms * 0.4, what: 'step', x: x[1] },
        { atMs: fromMs + ms * 0.92, what: 'step', x: x[1] },
      );
    } else if (does === 'change') sounds.push({ atMs: fromMs, what: 'banner', x: x[0] });
    else if (does === 'salute') sounds.push({ atMs: fromMs + 120, what: 'raised', x: x[0] });
  }
  return sounds;
}
