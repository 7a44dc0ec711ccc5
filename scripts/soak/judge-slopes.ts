/** From samples to slopes, and whether they are borne. Pure. */
import { fitSlope, groupByLife, type Slope } from './fit-slope.ts';
import { COUNTERS, FLAT, type Counter, type Sample } from './sample.ts';

/** Megabytes an hour from which the heap counts as growing. */
const MOST_HEAP_PER_HOUR = 1;
/** The first part of each life in which code is compiled and caches fill; it is not fitted. */
const WARM_UP_SHARE = 0.2;
const LONGEST_WARM_UP_MS = 10 * 60_000;
const FEWEST_WARM_UP_SAMPLES = 1;
/** A run that was fitted over at least so many hours must prove that the heap stays below its limit. */
const PROVES_FROM_HOURS = 1;

/**
 * `flat`: no growth, or, for the heap, surely less than its limit. `grows`: surely more than is allowed. `unsure`: the
 * run was too short for the heap's limit. `unseen`: too few samples. `told`: not judged, only told.
 */
export type Finding = 'flat' | 'grows' | 'unsure' | 'unseen' | 'told';

export interface JudgedSlope extends Omit<Slope, 'hours'> {
  readonly perSession: number;
  readonly finding: Finding;
  /** Level at the first and the last fitted sample. */
  readonly from: number;
  readonly to: number;
}

export interface Judged {
  readonly slopes: Readonly<Record<Counter, JudgedSlope | null>>;
  /** Hours over which was fitted. */
  readonly hours: number;
  readonly ok: boolean;
}

/** @param span length of the whole run in milliseconds, for the warm-up */
export function judgeSlopes(samples: readonly Sample[], span: number): Judged {
  const ofLives = leaveWarmUp(samples, span);
  const ofPages = leaveWarmUp(asPages(samples), span);
  const slopes = {} as Record<Counter, JudgedSlope | null>;
  let [hours, ok] = [0, true];
  for (const counter of COUNTERS) {
    const heapOfPages = counter === 'heap' ? fit(counter, ofPages) : null;
    const slope = heapOfPages ?? fit(counter, ofLives);
    const fitted = heapOfPages === null ? ofLives : ofPages;
    const finding = judge(counter, slope);
    slopes[counter] = slope === null ? null : describe(counter, slope, finding, fitted);
    hours = Math.max(hours, slope?.hours ?? 0);
    if (finding === 'grows' || finding === 'unseen') ok = false;
    if (finding === 'unsure' && (slope?.hours ?? 0) >= PROVES_FROM_HOURS) ok = false;
  }
  return { slopes, hours, ok };
}

function fit(counter: Counter, samples: readonly Sample[]): Slope | null {
  return fitSlope(
    samples.map((each) => ({ life: each.life, hours: each.at / 3_600_000, value: each.counts[counter] })),
  );
}

/**
 * Each load of the page as a life of its own. The driver of the browser lays a world of its own into every load, and
 * Chromium never lets go of these (0.17 MB each, also on an empty page): the heap begins at a level of its own each time.
 * Everything that the game itself has in the heap goes with its page.
 */
function asPages(samples: readonly Sample[]): readonly Sample[] {
  const loaded = new Map<number, number>();
  for (const { load, at } of samples) if (!loaded.has(load)) loaded.set(load, at);
  return samples.map((each) => ({ ...each, life: each.load, age: each.at - (loaded.get(each.load) ?? 0) }));
}

function leaveWarmUp(samples: readonly Sample[], span: number): readonly Sample[] {
  const warmUp = Math.min(LONGEST_WARM_UP_MS, span * WARM_UP_SHARE);
  return groupByLife(samples).flatMap((life) => life.slice(FEWEST_WARM_UP_SAMPLES).filter(({ age }) => age >= warmUp));
}

function judge(counter: Counter, slope: Slope | null): Finding {
  const isFlat = FLAT.has(counter);
  if (!isFlat && counter !== 'heap') return 'told';
  // A counter that this browser does not have is no number, and no number is larger than another.
  if (slope === null || !Number.isFinite(slope.perHour)) return 'unseen';
  if (isFlat) return slope.low > 0 ? 'grows' : 'flat';
  if (slope.low > MOST_HEAP_PER_HOUR) return 'grows';
  return slope.high < MOST_HEAP_PER_HOUR ? 'flat' : 'unsure';
}

function describe(counter: Counter, slope: Slope, finding: Finding, fitted: readonly Sample[]): JudgedSlope {
  const [first, last] = [fitted[0] as Sample, fitted.at(-1) as Sample];
  const { hours: _, ...rest } = slope;
  const sessionsPerHour = (last.sessions - first.sessions) / ((last.at - first.at) / 3_600_000);
  return {
    ...rest,
    perSession: sessionsPerHour > 0 ? slope.perHour / sessionsPerHour : 0,
    finding,
    from: first.counts[counter],
    to: last.counts[counter],
  };
}
